package org.nafidha.kernel;

import java.util.Locale;

/**
 * Numbers that people read to each other: {@code 2026-041587-9} for a case, {@code TRS-2026-018442-9} for a document.
 * The last digit is a Damm check digit, which catches every single wrong digit and every swap of neighbours.
 */
public final class Reference {

	private static final int[][] DAMM = {{0, 3, 1, 7, 5, 9, 8, 6, 4, 2}, {7, 0, 9, 2, 1, 5, 4, 8, 6, 3}, {4, 2, 0, 6, 8, 7, 1, 3, 5, 9},
			{1, 7, 5, 0, 9, 8, 3, 4, 2, 6}, {6, 1, 2, 3, 0, 4, 5, 9, 7, 8}, {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
			{5, 8, 6, 9, 7, 2, 0, 1, 3, 4}, {8, 9, 4, 5, 3, 6, 2, 0, 1, 7}, {9, 4, 3, 8, 6, 1, 7, 2, 0, 5},
			{2, 5, 8, 1, 4, 3, 6, 7, 9, 0}};

	private Reference() {
	}

	/** A new reference; an empty prefix gives {@code year-serial-check}. Serials above six digits simply grow longer. */
	public static String of(String prefix, int year, long serial) {
		String digits = String.format(Locale.ROOT, "%04d%06d", year, serial);
		String body = digits.substring(0, 4) + "-" + digits.substring(4) + "-" + check(digits);
		return prefix.isEmpty() ? body : prefix + "-" + body;
	}

	/** The reference as stored, from what a person typed: any digits, any case, spaces ignored; refused if its check digit is wrong. */
	public static Result<String> parse(String typed) {
		String text = Digits.clean(typed).toUpperCase(Locale.ROOT);
		if (!text.matches("([A-Z]{2,5}-)?[0-9]{4}-[0-9]{6,12}-[0-9]")) {
			return Refusal.of("reference.form").asResult();
		}
		String digits = text.replaceAll("[^0-9]", "");
		if (check(digits) != 0) {
			return Refusal.of("reference.check-digit").asResult();
		}
		return Result.ok(text);
	}

	private static int check(String digits) {
		int interim = 0;
		for (int i = 0; i < digits.length(); i++) {
			interim = DAMM[interim][digits.charAt(i) - '0'];
		}
		return interim;
	}
}
