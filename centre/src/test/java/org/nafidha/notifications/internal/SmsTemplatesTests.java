package org.nafidha.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Bidi;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.nafidha.platform.Texts;

/** A text message may be read by whoever holds the telephone: every template, with all that may be put into it. */
class SmsTemplatesTests {

	private static final String CODE = "identity.code.sms";

	private final Texts texts = new Texts();

	@Test
	void aTextMessageSaysTheNumberOfTheFileAndNothingElseOfIt() {
		for (String key : templates()) {
			for (Locale language : List.of(Texts.ARABIC, Texts.ENGLISH)) {
				assertThat(values(texts.text(language, key))).as(key).isEqualTo(key.equals(CODE) ? Set.of("code", "reference") : Set.of("number"));
			}
		}
	}

	@Test
	void itFitsOneMessageInBothLanguages() {
		for (String key : templates()) {
			for (Locale language : List.of(Texts.ARABIC, Texts.ENGLISH)) {
				String text = texts.text(language, key, Map.of("number", "2026-1041587-9", "code", "123456", "reference", "ABCD"));
				assertThat(SmsText.of(text, 0).alone()).as("%s in %s has %d characters", key, language, text.length()).isTrue();
			}
		}
	}

	/** Without markup: after Arabic words the parts of such a number would be shown in the opposite order. */
	@Test
	void theNumberIsReadInItsOwnOrderWithinArabicWords() {
		String number = "2026-000021-7";
		Set<String> told = texts.keys(Texts.ARABIC).stream().filter(key -> key.startsWith("portal.message.")).collect(Collectors.toSet());
		assertThat(told).hasSizeGreaterThan(12);
		for (String key : told) {
			String text = texts.text(Texts.ARABIC, key, Map.of("number", number, "service", "ترخيص إداري", "date", "الأحد"));
			Bidi bidi = new Bidi(text, Bidi.DIRECTION_RIGHT_TO_LEFT);
			int at = text.indexOf(number);
			for (int i = at; i >= 0 && i < at + number.length(); i++) {
				assertThat(bidi.getLevelAt(i)).as(key).isEqualTo(2);
			}
		}
	}

	@Test
	void everyMessageAboutACaseHasItsTextMessage() {
		Set<String> subjects = texts.keys(Texts.ARABIC).stream().filter(key -> key.matches("portal\\.message\\.[a-z-]+\\.subject"))
				.map(key -> key.replace(".subject", ".sms")).collect(Collectors.toSet());
		assertThat(subjects).hasSizeGreaterThan(4);
		assertThat(templates()).containsAll(subjects);
	}

	private Set<String> templates() {
		return texts.keys(Texts.ARABIC).stream().filter(key -> key.endsWith(".sms")).collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> values(String template) {
		return Pattern.compile("\\{([a-zA-Z0-9-]+)}").matcher(template).results().map(MatchResult::group).map(v -> v.substring(1, v.length() - 1))
				.collect(Collectors.toSet());
	}
}
