package org.nafidha.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/** Working days of a unit: Friday and Saturday off, holidays, closures of the unit. */
public interface WorkingCalendar {

	/** The end of the given number of working days after the instant, with the days that were skipped and why. */
	Deadline deadline(ZonedDateTime from, int workingDays, String unit);

	boolean isWorkingDay(LocalDate day, String unit);

	/** Whole working days from one instant to another, never negative. */
	int workingDaysBetween(Instant from, Instant to, String unit);
}
