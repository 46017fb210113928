package org.nafidha.office;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.LocalizedText;

/**
 * What helps to decide beside the file itself: the law behind each reason, what the file lacks, and the clock of the whole case.
 *
 * @param deemed null unless silence counts as an answer
 * @param caseDaysLeft working days until the statutory term of the case ends
 * @param stopped the clock of the case stands still meanwhile
 */
public record Guide(List<Rule> rules, @Nullable Deemed deemed, List<Lacking> lacking, Instant caseDueAt, int caseDaysLeft, boolean stopped) {

	/** A reason that stands on a law, and the law. */
	public record Rule(LocalizedText outcome, LocalizedText reason, LocalizedText law) {
	}

	/** What counts as decided, by which law, if nobody decides in time. */
	public record Deemed(LocalizedText outcome, LocalizedText law) {
	}

	/** @param bring the applicant has to bring it and has not; otherwise it was asked of its holder, who has not answered */
	public record Lacking(LocalizedText title, LocalizedText holder, boolean bring) {
	}
}
