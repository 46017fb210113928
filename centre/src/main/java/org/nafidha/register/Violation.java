package org.nafidha.register;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.PropertyRef;

/**
 * A recorded building violation.
 *
 * @param property the place it is recorded against, which may be the whole parcel
 * @param decision number of the decision; null when the record has none
 * @param unclear true when the record cannot be relied on as it stands and a person must look
 */
public record Violation(PropertyRef property, Kind kind, @Nullable String decision, @Nullable LocalDate decidedOn, Status status, boolean unclear) {

	public enum Kind {
		NO_LICENCE, ADDED_FLOOR, SETBACK, CHANGED_USE, STRUCTURE, PUBLIC_LAND, PROJECTION;

		/** As stored and as in the message keys: {@code added-floor}. */
		public String code() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}
	}

	public enum Status {
		STANDING, SETTLED, REMOVED, CONTESTED;

		/** As stored and as in the message keys. */
		public String code() {
			return name().toLowerCase(Locale.ROOT);
		}
	}
}
