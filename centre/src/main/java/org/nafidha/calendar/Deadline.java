package org.nafidha.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.nafidha.kernel.LocalizedText;

/**
 * A date that can explain itself.
 *
 * @param end closing time of the last working day that counts
 * @param skipped days between start and end that did not count, and why
 */
public record Deadline(Instant start, Instant end, int workingDays, List<Skipped> skipped) {

	public Deadline {
		skipped = List.copyOf(skipped);
	}

	public record Skipped(LocalDate day, LocalizedText reason) {
	}
}
