package org.nafidha.kernel;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * One spelling for the many of an Arabic name: harakat and tatweel dropped; hamza seats, alef forms, taa marbuta and
 * alef maqsura unified; compounds of عبد, أبو and ابن joined; digits Latin; single spaces. Stable: stored keys are
 * compared with keys made later.
 */
public final class NameKey {

	private static final Pattern COMPOUND = Pattern.compile("(?<=^|\\s)(عبد|ابو|ابن|ام|بن)\\s+(?=\\S)");

	private NameKey() {
	}

	public static String of(String text) {
		StringBuilder key = new StringBuilder(text.length());
		Normalizer.normalize(Digits.toLatin(text), Normalizer.Form.NFKC).codePoints().forEach(c -> append(key, c));
		String spaced = key.toString().strip().replaceAll("\\s+", " ");
		return COMPOUND.matcher(spaced).replaceAll("$1").replace("ء", "");
	}

	private static void append(StringBuilder key, int c) {
		switch (c) {
			case 'أ', 'إ', 'آ', 'ٱ' -> key.append('ا');
			case 'ؤ' -> key.append('و');
			case 'ئ', 'ى' -> key.append('ي');
			case 'ة' -> key.append('ه');
			case 0x0640 -> {
			}
			default -> {
				int type = Character.getType(c);
				if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
					return;
				}
				key.appendCodePoint(Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : ' ');
			}
		}
	}
}
