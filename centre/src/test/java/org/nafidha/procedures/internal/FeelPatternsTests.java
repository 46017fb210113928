package org.nafidha.procedures.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A formula is refused when it is read if a search of its could go on for years. */
class FeelPatternsTests {

	private static final int LENGTH = 60;

	@ParameterizedTest
	@ValueSource(strings = {"^([ -]*[0-9٠-٩]){11}[ -]*$", "^[0-9]{3}-?[0-9]+$", "[A-Z]+/[0-9]+", "^(a|b)+c$", ".*", "^\\d{2,4}\\.$", "^(?:ab?)*$",
			"[^/]+/", "", "$", "^$", "a{3,}b", "x{0,2}y"})
	void aPatternThatReadsAnyTextInOneWayIsRead(String pattern) {
		String written = pattern.replace("\\", "\\\\");
		assertThatCode(() -> FeelFormula.parse("matches(name, \"" + written + "\")")).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@ValueSource(strings = {"(a+)+b", "(a*)*b", "(a|a)*b", "(a|ab)*c", ".*x", "(a?|b?)(a?|c?)d", "a*a*a*a*b", "(x+x+)+y", "(?=a)a", "(a)b\\1", "[a",
			"((a{9}){9}){9}", "(\\w|_)+!", "[0-9]*[0-9]{11}", "(a?){40}b", "a{1000}", "(?i)a", "[a&&b]", "\\pL+", "a**", "()", "a||b"})
	void aPatternThatMayBeTriedInManyWaysIsRefused(String pattern) {
		refused("matches(name, \"" + pattern.replace("\\", "\\\\") + "\")", "formula.pattern", pattern);
	}

	@ParameterizedTest
	@ValueSource(strings = {"matches(name, kind)", "matches(name, \"a\", \"i\")", "matches(pattern: kind, input: name)", "split(name, kind) = []",
			"replace(name, kind, \"\") = \"\"", "extract(name, kind) = []", "if x then matches(name, a + b) else false",
			"[1, 2][matches(name, string(item))] = []"})
	void aPatternThatIsNotWrittenOutIsRefused(String formula) {
		refused(formula, "formula.pattern", "");
	}

	@ParameterizedTest
	@ValueSource(strings = {"{a: name, b: a + a, c: b + b}.c = \"\"", "count(for o in owners return concatenate(partial, partial)) > 1",
			"replace(replace(replace(name, \"a\", name), \"a\", name), \"a\", name) = \"\""})
	void whatIsMadeOfItselfAgainAndAgainIsRefused(String formula) {
		refused(formula, "formula.endless", "");
	}

	@ParameterizedTest
	@ValueSource(strings = {"for o in owners return {name: o.name, shares: o.shares}", "{a: name, b: kind}.b = \"x\"",
			"replace(replace(name, \"-\", \"\"), \"/\", \" \") = \"\""})
	void whatIsMadeOfOtherThingsIsRead(String formula) {
		assertThatCode(() -> FeelFormula.parse(formula)).doesNotThrowAnyException();
	}

	private static void refused(String formula, String code, String part) {
		assertThatExceptionOfType(FeelFormula.NotFeel.class).as(formula).isThrownBy(() -> FeelFormula.parse(formula))
				.withMessageContaining(part).satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
	}

	@Test
	void noPatternThatIsReadKeepsASearchBusyWhateverItIsMadeOf() {
		long seed = new Random().nextLong();
		System.out.println("seed " + seed);
		Random random = new Random(seed);
		int read = 0;
		for (int i = 0; i < 200_000; i++) {
			String pattern = pattern(random, 3);
			if (pattern.length() <= FeelPatterns.LONGEST && PatternReading.oneWay(pattern)) {
				read++;
				CountedText text = new CountedText(text(random), 200L * LENGTH * LENGTH);
				assertThatCode(() -> Pattern.compile(pattern).matcher(text).find()).as("seed %d: %s in %s", seed, pattern, text)
						.doesNotThrowAnyException();
			}
		}
		assertThat(read).as("patterns that were read").isGreaterThan(1_000);
	}

	private static String pattern(Random random, int depth) {
		StringBuilder pattern = new StringBuilder();
		int parts = 1 + random.nextInt(4);
		for (int part = 0; part < parts; part++) {
			String one = depth > 0 && random.nextInt(3) == 0
					? "(" + pattern(random, depth - 1) + ")"
					: new String[]{"a", "b", "c", "[ab]", "[^a]", "."}[random.nextInt(6)];
			pattern.append(one).append(new String[]{"", "", "*", "+", "?", "{2,3}", "{3}", "{1,}"}[random.nextInt(8)]);
			if (random.nextInt(8) == 0 && part < parts - 1) {
				pattern.append('|');
			}
		}
		return pattern.toString();
	}

	/** Mostly one letter, which is what a bad pattern falls for, and an end that does not fit. */
	private static String text(Random random) {
		StringBuilder text = new StringBuilder();
		char often = (char) ('a' + random.nextInt(3));
		while (text.length() < LENGTH - 1) {
			text.append(random.nextInt(6) == 0 ? (char) ('a' + random.nextInt(3)) : often);
		}
		return text.append('!').toString();
	}

	/** Says stop when it has been looked at too often. */
	private static final class CountedText implements CharSequence {
		private final String text;
		private long left;

		CountedText(String text, long most) {
			this.text = text;
			this.left = most;
		}

		@Override
		public int length() {
			return text.length();
		}

		@Override
		public char charAt(int index) {
			if (left-- == 0) {
				throw new IllegalStateException("too many looks at " + text);
			}
			return text.charAt(index);
		}

		@Override
		public CharSequence subSequence(int start, int end) {
			return text.subSequence(start, end);
		}

		@Override
		public String toString() {
			return text;
		}
	}
}
