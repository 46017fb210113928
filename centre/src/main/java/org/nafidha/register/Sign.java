package org.nafidha.register;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A sign (إشارة) on a sheet: a warning to whoever deals in the property.
 *
 * @param degree rank of a mortgage, 1 the first; null for other signs
 * @param inFavourOf as the book has it
 */
public record Sign(Kind kind, @Nullable Integer degree, String inFavourOf, Deed deed, LocalDate since) {

	public enum Kind {
		LAWSUIT, SEIZURE, MORTGAGE, RESTRAINT;

		/** As stored and as in the message keys. */
		public String code() {
			return name().toLowerCase(Locale.ROOT);
		}
	}
}
