package org.nafidha.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A date that can explain itself.
 *
 * @param skipped days between start and end that did not count; the reason is a message key such as {@code calendar.weekend} or a holiday's id
 */
public record Deadline(Instant start, Instant end, int workingDays, List<Skipped> skipped) {

	public record Skipped(LocalDate day, String reason) {
	}
}
