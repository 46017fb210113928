package org.nafidha.calendar.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.nafidha.kernel.LocalizedText;

/** The days on which a unit does not work, as known at one moment. Immutable. */
record DaysOff(Map<LocalDate, LocalizedText> holidays, Map<LocalDate, List<Closure>> closures, LocalizedText weekend) {

	private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY);

	/** A unit, and with it every unit beneath it, is closed. */
	record Closure(String unit, LocalizedText reason) {
		boolean holdsFor(String other) {
			return other.equals(unit) || other.startsWith(unit + "/");
		}
	}

	/** The same for the same days off of the same units, on every node. */
	String edition() {
		Set<String> days = new TreeSet<>();
		holidays.keySet().forEach(day -> days.add(day.toString()));
		closures.forEach((day, closed) -> closed.forEach(closure -> days.add(day + " " + closure.unit())));
		return days.size() + "-" + Integer.toHexString(days.toString().hashCode());
	}

	static boolean inTheWeek(LocalDate day) {
		return !WEEKEND.contains(day.getDayOfWeek());
	}

	/** Why the unit does not work on that day; empty for a working day. */
	Optional<LocalizedText> reason(LocalDate day, String unit) {
		if (!inTheWeek(day)) {
			return Optional.of(weekend);
		}
		LocalizedText holiday = holidays.get(day);
		if (holiday != null) {
			return Optional.of(holiday);
		}
		return closures.getOrDefault(day, List.of()).stream().filter(closure -> closure.holdsFor(unit)).map(Closure::reason).findFirst();
	}
}
