package org.nafidha.insight.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.nafidha.insight.CaseSearch;
import org.nafidha.kernel.Digits;

/**
 * What somebody may mean who says a part of a number such as {@code 2026-041587-9}: ranges of the three indexes over numbers. A range that is
 * empty means nothing.
 */
record NumberPart(String whole, String begin, String beyond, String[] serials, String end, String beyondEnd) {

	private static final Pattern SAID = Pattern.compile("[0-9]{1,20}(-[0-9]{0,20}){0,2}");
	private static final int SERIAL_DIGITS = 6;
	/** A beginning shorter than the year and a dash would be all the cases of a year. */
	private static final int FEWEST_OF_BEGINNING = 6;

	static Optional<NumberPart> of(String typed) {
		String said = Digits.toLatin(typed).replaceAll("[\\s\\u200e\\u200f\\u061c]", "").replace('–', '-').replace('/', '-');
		String digits = said.replace("-", "");
		if (!SAID.matcher(said).matches() || digits.length() < CaseSearch.FEWEST_DIGITS) {
			return Optional.empty();
		}
		String begin = said.contains("-") && said.length() >= FEWEST_OF_BEGINNING ? said : "";
		String end = new StringBuilder(digits).reverse().toString();
		return Optional.of(new NumberPart(said, begin, begin.isEmpty() ? "" : beyond(begin), serials(said), end, beyond(end)));
	}

	/** The serial alone, or with its check digit. */
	private static String[] serials(String said) {
		Set<String> serials = new TreeSet<>();
		if (said.matches("[0-9]+")) {
			serials.add(padded(said));
			serials.add(padded(said.substring(0, said.length() - 1)));
		} else if (said.matches("[0-9]+-[0-9]")) {
			serials.add(padded(said.substring(0, said.length() - 2)));
		}
		return serials.toArray(String[]::new);
	}

	private static String padded(String digits) {
		String plain = digits.replaceFirst("^0+(?=.)", "");
		return plain.length() >= SERIAL_DIGITS ? plain : String.format(Locale.ROOT, "%" + SERIAL_DIGITS + "s", plain).replace(' ', '0');
	}

	/** The first text that does not begin so, in the order of characters: the last one raised by one. */
	private static String beyond(String begin) {
		return begin.substring(0, begin.length() - 1) + (char) (begin.charAt(begin.length() - 1) + 1);
	}
}
