package org.nafidha.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One stay at one step.
 *
 * @param visit 1 for the first stay at this step, 2 for the second
 * @param dueAt when the step should be done, or lapses
 * @param task id of the officer's task when the step is a human one
 * @param reason reason code given with the outcome
 * @param message words of the officer to the applicant (a correction), never shown to others
 * @param note internal words of the officer, for those who come after
 * @param closedBy who ended it, as {@code Actor.text()}
 * @param requestKey idempotency key of the request that ended it
 * @param entry journal entry that opened it
 * @param closedEntry journal entry that ended it
 */
public record Visit(String caseNumber, String step, int visit, Instant openedAt, @Nullable Instant dueAt, @Nullable Long task,
		@Nullable Instant closedAt, @Nullable String outcome, @Nullable String reason, @Nullable String message, @Nullable String note,
		@Nullable String closedBy,
		@Nullable String requestKey,
		@Nullable Long entry, @Nullable Long closedEntry) {

	public boolean open() {
		return closedAt == null;
	}

	/** The idempotency key of this visit's automation, and what payments and documents refer to. */
	public String key() {
		return caseNumber + "/" + step + "/" + visit;
	}
}
