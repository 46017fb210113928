package org.nafidha.identity.internal;

import java.util.List;
import java.util.Locale;

/**
 * Passwords that are long enough and yet among the first that anybody tries (NIST SP 800-63B, 5.1.1.2: repetitive, sequential and context-specific
 * ones): what is left of them without runs, repetitions and the words that everybody uses is too little to guess at.
 */
final class Guessable {

	/** Signs that must remain. */
	private static final int FEWEST = 6;
	private static final int FEWEST_KINDS = 5;

	/** Rows that fingers run along. */
	private static final List<String> ROWS = List.of("01234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm",
			"1qaz2wsx3edc4rfv5tgb",
			"ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "ضصثقفغعهخحجد", "شسيبلاتنمكط");
	private static final int SHORTEST_RUN = 3;

	private static final List<String> WORDS = List.of("password", "passw0rd", "welcome", "letmein", "iloveyou", "administrator", "admin", "nafidha",
			"window",
			"aleppo", "halab", "syria", "council", "citizen", "service", "centre", "center", "login", "secret", "monkey", "dragon", "football",
			"qwerty",
			"كلمةالمرور", "كلمةالسر", "مرحبا", "نافذة", "نافذه", "حلب", "سوريا", "سورية", "مجلس", "مدينة", "بسمالله", "محمد", "اللهاكبر");

	private Guessable() {
	}

	static boolean is(String password) {
		String text = password.toLowerCase(Locale.ROOT).replaceAll("[\\s._-]", "");
		if (text.codePoints().distinct().count() < FEWEST_KINDS) {
			return true;
		}
		for (String word : WORDS) {
			text = text.replace(word, "");
		}
		return withoutRepetition(withoutRuns(text)).length() < FEWEST;
	}

	/** Every run of three or more along a row, in either direction, taken away. */
	private static String withoutRuns(String text) {
		StringBuilder rest = new StringBuilder();
		int at = 0;
		while (at < text.length()) {
			int run = longestRun(text, at);
			if (run < SHORTEST_RUN) {
				rest.append(text.charAt(at));
				at++;
			} else {
				at += run;
			}
		}
		return rest.toString();
	}

	private static int longestRun(String text, int from) {
		int longest = 0;
		for (String row : ROWS) {
			String back = new StringBuilder(row).reverse().toString();
			longest = Math.max(longest, Math.max(run(text, from, row), run(text, from, back)));
		}
		return longest;
	}

	private static int run(String text, int from, String row) {
		int length = 0;
		while (from + length < text.length() && row.contains(text.substring(from, from + length + 1))) {
			length++;
		}
		return length;
	}

	/** A text that is one part again and again, as that part. */
	private static String withoutRepetition(String text) {
		for (int part = 1; part <= text.length() / 2; part++) {
			if (text.length() % part == 0 && text.substring(0, part).repeat(text.length() / part).equals(text)) {
				return text.substring(0, part);
			}
		}
		return text;
	}
}
