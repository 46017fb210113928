package org.nafidha.correspondence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An opinion asked of another unit.
 *
 * @param task of whoever is asked
 * @param askedFor task of whoever asked
 * @param waits the decision waits for it
 * @param answer null until it was given
 * @param endedAt when it was answered, or taken back if there is no answer; null while it is open
 */
public record AskedOpinion(long task, String caseNumber, long askedFor, String unit, String question, boolean waits, Instant askedAt,
		@Nullable String answer, @Nullable Instant endedAt) {

	public boolean open() {
		return endedAt == null;
	}
}
