package org.nafidha.notifications.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** From when until when no telephone rings, by the city's clock. The same time twice means never. */
record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {

	/** Reads {@code 21:00-08:00}; {@code none} for a city that does not sleep. */
	static QuietHours parse(String text, ZoneId zone) {
		String[] hours = text.equals("none") ? new String[]{"00:00", "00:00"} : text.split("[-–]");
		try {
			return new QuietHours(LocalTime.parse(hours[0].strip()), LocalTime.parse(hours[1].strip()), zone);
		} catch (DateTimeParseException | ArrayIndexOutOfBoundsException e) {
			throw new IllegalArgumentException("nafidha.notifications.quiet-hours must be like 21:00-08:00, or none, not: " + text, e);
		}
	}

	/** When they end, if it is quiet now. */
	Optional<Instant> endsAfter(Instant now) {
		ZonedDateTime here = now.atZone(zone);
		LocalTime time = here.toLocalTime();
		boolean overnight = from.isAfter(to);
		boolean evening = !time.isBefore(from);
		boolean morning = time.isBefore(to);
		if (overnight ? !evening && !morning : !(evening && morning)) {
			return Optional.empty();
		}
		LocalDate day = overnight && evening ? here.toLocalDate().plusDays(1) : here.toLocalDate();
		return Optional.of(ZonedDateTime.of(day, to, zone).toInstant());
	}
}
