package org.nafidha.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/**
 * Working days of a unit: Friday and Saturday off, holidays, closures of the unit or of one above it. A new holiday or
 * closure counts on every node within a minute. Thread-safe.
 */
public interface WorkingCalendar {

	/**
	 * The closing time of the last of the given working days, counted from the day after the start; what arrives after
	 * closing or on a day off counts as arrived on the next working day. Zero days: the closing time of the day it counts as arrived.
	 */
	Deadline deadline(ZonedDateTime from, int workingDays, String unit);

	/** Another word whenever a holiday or a closure has been declared or taken back: dates that were told before may need to move. */
	String edition();

	boolean isWorkingDay(LocalDate day, String unit);

	/** How many working days begin after the first instant and up to the second: by dates, never by hours; never negative. */
	int workingDaysBetween(Instant from, Instant to, String unit);
}
