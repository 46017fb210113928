package org.nafidha.calendar.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.nafidha.calendar.Deadline;
import org.nafidha.calendar.Deadline.Skipped;
import org.nafidha.calendar.WorkingCalendar;
import org.nafidha.kernel.LocalizedText;

/** Arithmetic of working days, by dates in the city's zone. */
final class UnitCalendar implements WorkingCalendar {

	/** Longer than any term in law; beyond it, somebody closed a unit for good without moving its cases. */
	private static final int FURTHEST_DAYS = 3_660;

	private final Supplier<DaysOff> daysOff;
	private final ZoneId zone;
	private final LocalTime closing;

	UnitCalendar(Supplier<DaysOff> daysOff, ZoneId zone, LocalTime closing) {
		this.daysOff = daysOff;
		this.zone = zone;
		this.closing = closing;
	}

	@Override
	public Deadline deadline(ZonedDateTime from, int workingDays, String unit) {
		if (workingDays < 0) {
			throw new IllegalArgumentException("working days: " + workingDays);
		}
		DaysOff off = daysOff.get();
		ZonedDateTime local = from.withZoneSameInstant(zone);
		List<Skipped> skipped = new ArrayList<>();
		LocalDate day = local.toLocalTime().isAfter(closing) ? local.toLocalDate().plusDays(1) : local.toLocalDate();
		LocalDate arrived = working(day, unit, off, skipped);
		day = arrived;
		for (int counted = 0; counted < workingDays; counted++) {
			day = working(day.plusDays(1), unit, off, skipped);
		}
		return new Deadline(from.toInstant(), arrived, day.atTime(closing).atZone(zone).toInstant(), workingDays, skipped);
	}

	@Override
	public String edition() {
		return daysOff.get().edition();
	}

	@Override
	public boolean isWorkingDay(LocalDate day, String unit) {
		return daysOff.get().reason(day, unit).isEmpty();
	}

	@Override
	public int workingDaysBetween(Instant from, Instant to, String unit) {
		DaysOff off = daysOff.get();
		LocalDate last = LocalDate.ofInstant(to, zone);
		int days = 0;
		for (LocalDate day = LocalDate.ofInstant(from, zone).plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
			if (off.reason(day, unit).isEmpty()) {
				days++;
			}
		}
		return days;
	}

	/** The first working day from the given one on; those passed over are noted with their reason. */
	private static LocalDate working(LocalDate from, String unit, DaysOff off, List<Skipped> skipped) {
		LocalDate day = from;
		for (int passed = 0; passed < FURTHEST_DAYS; passed++) {
			Optional<LocalizedText> reason = off.reason(day, unit);
			if (reason.isEmpty()) {
				return day;
			}
			skipped.add(new Skipped(day, reason.get()));
			day = day.plusDays(1);
		}
		throw new IllegalStateException("the unit " + unit + " has no working day in the ten years from " + from);
	}
}
