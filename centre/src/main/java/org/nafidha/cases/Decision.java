package org.nafidha.cases;

import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.Actor;

/**
 * An officer's decision on their task.
 *
 * @param key idempotency key of the form
 * @param outcome one of the step's outcomes
 * @param reason one of that outcome's reason codes
 * @param message words to the applicant, at most 2,000 characters
 * @param note internal note, at most 2,000 characters
 */
public record Decision(String key, long task, Actor.Officer officer, String outcome, String reason, @Nullable String message,
		@Nullable String note) {
}
