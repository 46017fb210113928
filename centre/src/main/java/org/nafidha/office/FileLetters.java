package org.nafidha.office;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.LocalizedText;

/**
 * The letters in the file of a task, as its officer reads them.
 *
 * @param elsewhere how many of the officer's other files hold a letter without an answer
 */
public record FileLetters(long task, String caseNumber, List<Line> lines, int elsewhere) {

	/** @param unit that answered; null when the applicant wrote it */
	public record Line(@Nullable LocalizedText unit, String text, Instant at) {
	}
}
