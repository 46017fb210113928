package org.nafidha.kernel;

/**
 * Digits as people type them, turned into the digits the product stores. Arabic-Indic (٠-٩), Extended Arabic-Indic
 * (۰-۹) and full-width digits become 0-9; every other character is kept.
 */
public final class Digits {

	private Digits() {
	}

	/** The same text with every decimal digit of Unicode as 0-9. */
	public static String toLatin(String text) {
		StringBuilder latin = new StringBuilder(text.length());
		text.codePoints().forEach(c -> {
			if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
				latin.append((char) ('0' + Character.digit(c, 10)));
			} else {
				latin.appendCodePoint(c);
			}
		});
		return latin.toString();
	}

	/**
	 * A number as typed, ready to parse: Latin digits, without spaces, direction marks (which phones and PDFs put around
	 * numbers unseen) or tatweel.
	 */
	public static String clean(String text) {
		StringBuilder kept = new StringBuilder(text.length());
		toLatin(text).codePoints().filter(
				c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && Character.getType(c) != Character.FORMAT && c != 0x0640)
				.forEach(kept::appendCodePoint);
		return kept.toString();
	}
}
