package org.nafidha.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.nafidha.kernel.LocalizedText;

/**
 * A date that can explain itself.
 *
 * @param arrived the working day on which the start counts as arrived: a later one when it came after closing or on a day off
 * @param end closing time of the last working day that counts
 * @param skipped days between start and end that did not count, and why
 */
public record Deadline(Instant start, LocalDate arrived, Instant end, int workingDays, List<Skipped> skipped) {

	public Deadline {
		skipped = List.copyOf(skipped);
	}

	public record Skipped(LocalDate day, LocalizedText reason) {
	}
}
