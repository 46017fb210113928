package org.nafidha.notifications;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whom a message is for, and where the person can be reached.
 *
 * @param language in which the person is reading just now; null for the one they chose, if they did ({@link ContactWishes})
 */
public record Recipient(String personId, @Nullable String mobile, @Nullable String email, @Nullable Locale language) {

	/** In whatever language the person chose. */
	public Recipient(String personId, @Nullable String mobile, @Nullable String email) {
		this(personId, mobile, email, null);
	}

	Locale languageOrArabic() {
		return Objects.requireNonNullElse(language, Locale.forLanguageTag("ar"));
	}
}
