package org.nafidha.calendar;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.kernel.Result;

/** Holidays and closures as somebody declares them; the journal keeps each declaration. Thread-safe. */
public interface DaysOffRegistry {

	/** How many characters a name may have. */
	int LONGEST_NAME = 120;
	/** Days back from today for which a closure may still be declared, such as a storm that nobody foresaw. */
	int MOST_BACK = 30;
	int MOST_AHEAD = 730;
	/** How many days, weekends included, one declaration may span. */
	int LONGEST = 14;
	int MOST_LISTED = 500;

	/**
	 * What is declared.
	 *
	 * @param last the same as the first for a single day
	 * @param unit null for the whole council; whether the unit exists is for the caller to know
	 */
	record Declaration(LocalDate first, LocalDate last, @Nullable String unit, LocalizedText name) {
	}

	/** From that day on, oldest first, at most {@link #MOST_LISTED}. */
	List<DayOff> from(LocalDate day);

	/**
	 * Makes the working days of the span days off, and confirms those that waited for it; the weekend stays as it is. All or none. Refused:
	 * {@code day-off.order} (the last before the first), {@code day-off.long} (value {@code max}), {@code day-off.past} and {@code day-off.far}
	 * (value {@code max}), {@code day-off.name-long} (value {@code max}), {@code day-off.weekend} (nothing but weekend), {@code day-off.taken}
	 * (value {@code day}: declared and confirmed before).
	 */
	Result<List<DayOff>> declare(Declaration declaration, Actor by);

	/**
	 * Takes back a day that has not begun. Dates that were told meanwhile stay as they are: they never move earlier. Refused:
	 * {@code day-off.unknown}, {@code day-off.begun}.
	 */
	Result<DayOff> takeBack(LocalDate day, @Nullable String unit, Actor by);
}
