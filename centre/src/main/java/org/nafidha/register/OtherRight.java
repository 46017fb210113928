package org.nafidha.register;

import java.time.LocalDate;
import java.util.Locale;

/**
 * A right over a property that is not ownership.
 *
 * @param direction whether the property enjoys it over another, or bears it
 * @param holder in whose favour, as the book has it: a person, a body, or another property
 */
public record OtherRight(Kind kind, Direction direction, String holder, Deed deed, LocalDate since) {

	public enum Kind {
		USUFRUCT, EASEMENT, RESIDENCE, LONG_LEASE, PREEMPTION;

		/** As stored and as in the message keys: {@code long-lease}. */
		public String code() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}
	}

	public enum Direction {
		FOR, AGAINST
	}
}
