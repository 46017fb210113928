package org.nafidha.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextsTests {

	private final Texts texts = new Texts();

	@Test
	void bothLanguagesHaveTheSameKeysExceptArabicPluralForms() {
		Set<String> arabicOnly = new TreeSet<>(texts.keys(Texts.ARABIC));
		arabicOnly.removeAll(texts.keys(Texts.ENGLISH));
		arabicOnly.removeIf(key -> key.matches(".*\\.(two|few|many)"));
		assertThat(arabicOnly).as("only in Arabic").isEmpty();
		Set<String> englishOnly = new TreeSet<>(texts.keys(Texts.ENGLISH));
		englishOnly.removeAll(texts.keys(Texts.ARABIC));
		assertThat(englishOnly).as("only in English").isEmpty();
	}

	@Test
	void bothLanguagesNameTheSameValues() {
		for (String key : texts.keys(Texts.ENGLISH)) {
			if (!key.matches(".*\\.(zero|one)")) {
				assertThat(values(texts.text(Texts.ARABIC, key))).as(key).isEqualTo(values(texts.text(Texts.ENGLISH, key)));
			}
		}
	}

	private static Set<String> values(String text) {
		return Pattern.compile("\\{[a-zA-Z0-9-]+}").matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
	}
}
