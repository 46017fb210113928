package org.nafidha.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.nafidha.calendar.Deadline;
import org.nafidha.calendar.WorkingCalendar;

/** The centre's calendar with one day off more. */
public record OneDayOffMore(WorkingCalendar known, LocalDate day) implements WorkingCalendar {

	@Override
	public Deadline deadline(ZonedDateTime from, int workingDays, String unit) {
		Deadline without = known.deadline(from, workingDays, unit);
		boolean within = day.isAfter(without.arrived()) && !day.isAfter(without.end().atZone(from.getZone()).toLocalDate());
		return within && known.isWorkingDay(day, unit) ? known.deadline(from, workingDays + 1, unit) : without;
	}

	@Override
	public String edition() {
		return known.edition() + " " + day;
	}

	@Override
	public boolean isWorkingDay(LocalDate other, String unit) {
		return !other.equals(day) && known.isWorkingDay(other, unit);
	}

	@Override
	public int workingDaysBetween(Instant from, Instant to, String unit) {
		return known.workingDaysBetween(from, to, unit);
	}
}
