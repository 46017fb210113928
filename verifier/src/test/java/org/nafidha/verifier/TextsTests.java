package org.nafidha.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextsTests {
	private static final Pattern VALUE = Pattern.compile("\\{[a-zA-Z]+\\}");

	@Test
	void both_languages_have_the_same_sentences_with_the_same_values() throws IOException {
		Properties arabic = sentences("ar");
		Properties english = sentences("en");
		assertThat(new TreeSet<>(arabic.stringPropertyNames())).isEqualTo(new TreeSet<>(english.stringPropertyNames()));
		for (String key : arabic.stringPropertyNames())
			assertThat(values(arabic.getProperty(key))).as(key).isEqualTo(values(english.getProperty(key)));
	}

	@Test
	void every_cause_and_every_caveat_has_its_sentence_and_no_sentence_is_left_over() throws IOException {
		Set<String> wanted = new TreeSet<>(Set.of("usage", "unusable"));
		Arrays.stream(Cause.values()).map(cause -> "cause." + cause.key()).forEach(wanted::add);
		Arrays.stream(Caveat.Kind.values()).map(kind -> "caveat." + kind.key()).forEach(wanted::add);
		assertThat(new TreeSet<>(sentences("en").stringPropertyNames())).isEqualTo(wanted);
	}

	@Test
	void english_has_no_arabic_letters_and_arabic_no_english_sentence() throws IOException {
		sentences("en").forEach((key, text) -> assertThat((String) text).as((String) key).doesNotContainPattern("\\p{IsArabic}"));
		sentences("ar").forEach((key, text) -> assertThat((String) text).as((String) key).containsPattern("\\p{IsArabic}"));
	}

	@Test
	void values_cannot_break_the_line_or_turn_the_direction() {
		String said = new Texts("en").say("cause.number-unknown", Map.of("number", "A\u202E1\n2\u001B[31m"));
		assertThat(said).isEqualTo("Unknown: the centre's register holds no document A\uFFFD1\uFFFD2\uFFFD[31m.");
	}

	private static Set<String> values(String sentence) {
		return VALUE.matcher(sentence).results().map(java.util.regex.MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
	}

	private static Properties sentences(String language) throws IOException {
		Properties properties = new Properties();
		try (var in = new InputStreamReader(Texts.class.getResourceAsStream("texts_" + language + ".properties"), StandardCharsets.UTF_8)) {
			properties.load(in);
		}
		return properties;
	}
}
