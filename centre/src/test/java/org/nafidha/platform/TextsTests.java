package org.nafidha.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Bidi;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextsTests {

	private static final Pattern LEFT_TO_RIGHT = Pattern.compile("[0-9A-Za-z][0-9A-Za-z .,:/+\\-]*[0-9A-Za-z]");

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

	/** A date or an English word beside Arabic is turned around unless it stands in an isolate: 2026-03-14 would be read as 14-03-2026. */
	@Test
	void arabicReadersSeeNumbersAndCodesInTheOrderInWhichTheyAreWritten() {
		List<String> turned = texts.keys(Texts.ARABIC).stream().filter(key -> turnsAround(texts.text(Texts.ARABIC, key))).sorted().toList();
		assertThat(turned).as("put what is read from left to right between U+2066 and U+2069").isEmpty();
	}

	@Test
	void aDateWithoutAnIsolateIsFoundAndOneWithinIsNot() {
		assertThat(turnsAround("مثل 2026-03-14")).isTrue();
		assertThat(turnsAround("مثل \u20662026-03-14\u2069")).isFalse();
		assertThat(turnsAround("من 3 إلى 12")).isFalse();
	}

	private static boolean turnsAround(String text) {
		String alone = text.replaceAll("[\\u2066-\\u2068][^\\u2069]*\\u2069", "ع");
		Bidi bidi = new Bidi(alone, Bidi.DIRECTION_RIGHT_TO_LEFT);
		Integer[] seen = new Integer[alone.length()];
		byte[] levels = new byte[alone.length()];
		for (int i = 0; i < levels.length; i++) {
			levels[i] = (byte) bidi.getLevelAt(i);
			seen[i] = i;
		}
		Bidi.reorderVisually(levels, 0, seen, 0, seen.length);
		List<Integer> places = List.of(seen);
		return LEFT_TO_RIGHT.matcher(alone).results().anyMatch(run -> IntStream.range(run.start() + 1, run.end())
				.anyMatch(i -> places.indexOf(i) != places.indexOf(i - 1) + 1));
	}

	private static Set<String> values(String text) {
		return Pattern.compile("\\{[a-zA-Z0-9-]+}").matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
	}
}
