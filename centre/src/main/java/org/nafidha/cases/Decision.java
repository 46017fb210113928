package org.nafidha.cases;

import java.util.List;
import java.util.Map;
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
 * @param marks a word of at most {@link FieldMark#LONGEST} characters on each input or paper that is wrong, by its id; they count only if the
 *            outcome sends the case back to the applicant
 */
public record Decision(String key, long task, Actor.Officer officer, String outcome, String reason, @Nullable String message,
		@Nullable String note, @Nullable OnSite onSite, Map<String, String> marks) {

	public Decision {
		marks = Map.copyOf(marks);
	}

	/**
	 * @param photos ids of files taken in as {@link Attachments#photoOf} the step
	 * @param place latitude and longitude in degrees: {@code 36.20210, 37.13426}
	 */
	public record OnSite(List<String> photos, String place) {
	}

	/** Without marks. */
	public Decision(String key, long task, Actor.Officer officer, String outcome, String reason, @Nullable String message, @Nullable String note,
			@Nullable OnSite onSite) {
		this(key, task, officer, outcome, reason, message, note, onSite, Map.of());
	}

	/** At the desk. */
	public Decision(String key, long task, Actor.Officer officer, String outcome, String reason, @Nullable String message, @Nullable String note) {
		this(key, task, officer, outcome, reason, message, note, null);
	}
}
