package org.nafidha.cases;

import java.util.List;
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
 * @param onSite what an inspection brings back; null for a decision at the desk
 */
public record Decision(String key, long task, Actor.Officer officer, String outcome, String reason, @Nullable String message,
		@Nullable String note, @Nullable OnSite onSite) {

	/**
	 * @param photos ids of files taken in as {@link Attachments#photoOf} the step
	 * @param place latitude and longitude in degrees: {@code 36.20210, 37.13426}
	 */
	public record OnSite(List<String> photos, String place) {
	}

	/** At the desk. */
	public Decision(String key, long task, Actor.Officer officer, String outcome, String reason, @Nullable String message, @Nullable String note) {
		this(key, task, officer, outcome, reason, message, note, null);
	}
}
