package org.nafidha.procedures.internal;

import java.util.BitSet;
import java.util.Optional;

/** Which signs one place of a regular expression takes: a sign, a dot, an escape such as {@code \d}, a class such as {@code [0-9A-F]}. */
final class PatternSigns {

	private static final int SIGNS = Character.MAX_VALUE + 1;
	private static final String SPECIAL = "()[]{}|*+?^$";

	/** @param end where the place ends */
	record Read(BitSet signs, int end) {
	}

	private final String pattern;
	private int at;

	private PatternSigns(String pattern, int at) {
		this.pattern = pattern;
		this.at = at;
	}

	/** Empty for what is not read here: nothing, half signs, and escapes that stand for no plain sign. */
	static Optional<Read> at(String pattern, int at) {
		PatternSigns place = new PatternSigns(pattern, at);
		BitSet signs = new BitSet(SIGNS);
		boolean read = place.one(signs);
		return read ? Optional.of(new Read(signs, place.at)) : Optional.empty();
	}

	private boolean one(BitSet signs) {
		if (at >= pattern.length()) {
			return false;
		}
		char sign = pattern.charAt(at++);
		if (sign == '.') {
			signs.set(0, SIGNS);
			return true;
		}
		if (sign == '[') {
			return several(signs);
		}
		return sign == '\\' ? escaped(signs) : SPECIAL.indexOf(sign) < 0 && plain(sign, signs);
	}

	private static boolean plain(char sign, BitSet signs) {
		signs.set(sign);
		return !Character.isSurrogate(sign);
	}

	private boolean escaped(BitSet signs) {
		if (at >= pattern.length()) {
			return false;
		}
		char sign = pattern.charAt(at++);
		boolean others = Character.isUpperCase(sign);
		switch (Character.toLowerCase(sign)) {
			case 'd' -> signs.set('0', '9' + 1);
			case 'w' -> {
				signs.set('0', '9' + 1);
				signs.set('a', 'z' + 1);
				signs.set('A', 'Z' + 1);
				signs.set('_');
			}
			case 's' -> " \t\n\u000B\f\r".chars().forEach(signs::set);
			default -> {
				return !Character.isLetterOrDigit(sign) && plain(sign, signs);
			}
		}
		if (others) {
			signs.flip(0, SIGNS);
		}
		return true;
	}

	/** A class up to its bracket; classes within classes and their intersections are not read. */
	private boolean several(BitSet signs) {
		boolean others = at < pattern.length() && pattern.charAt(at) == '^';
		at += others ? 1 : 0;
		int start = at;
		while (at < pattern.length() && pattern.charAt(at) != ']') {
			if (!range(signs)) {
				return false;
			}
		}
		boolean closed = at < pattern.length() && at > start;
		at++;
		if (others) {
			signs.flip(0, SIGNS);
		}
		return closed;
	}

	private boolean range(BitSet signs) {
		BitSet one = new BitSet();
		if (!member(one)) {
			return false;
		}
		signs.or(one);
		boolean to = at + 1 < pattern.length() && pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']';
		if (!to) {
			return true;
		}
		at++;
		BitSet last = new BitSet();
		if (!member(last) || one.cardinality() != 1 || last.cardinality() != 1 || last.nextSetBit(0) < one.nextSetBit(0)) {
			return false;
		}
		signs.set(one.nextSetBit(0), last.nextSetBit(0) + 1);
		return true;
	}

	private boolean member(BitSet signs) {
		char sign = pattern.charAt(at++);
		if (sign == '\\') {
			return escaped(signs);
		}
		return sign != '[' && sign != '&' && plain(sign, signs);
	}
}
