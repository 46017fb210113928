package org.nafidha.verifier;

import java.util.Arrays;

/** Base45 as in RFC 9285, decoding only; strict: no white space around, no lower case, no value out of range. */
final class Base45 {
	private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
	private static final byte[] VALUES = new byte[128];

	static {
		Arrays.fill(VALUES, (byte) -1);
		for (int i = 0; i < ALPHABET.length(); i++)
			VALUES[ALPHABET.charAt(i)] = (byte) i;
	}

	private Base45() {
	}

	static byte[] decode(String text) throws Rejected {
		int rest = text.length() % 3;
		if (rest == 1)
			throw new Rejected(Cause.CODE_BROKEN);
		byte[] out = new byte[text.length() / 3 * 2 + (rest == 2 ? 1 : 0)];
		int at = 0;
		for (int i = 0; i + 3 <= text.length(); i += 3) {
			int value = value(text, i) + 45 * value(text, i + 1) + 2025 * value(text, i + 2);
			if (value > 0xFFFF)
				throw new Rejected(Cause.CODE_BROKEN);
			out[at++] = (byte) (value >> 8);
			out[at++] = (byte) value;
		}
		if (rest == 2) {
			int value = value(text, text.length() - 2) + 45 * value(text, text.length() - 1);
			if (value > 0xFF)
				throw new Rejected(Cause.CODE_BROKEN);
			out[at] = (byte) value;
		}
		return out;
	}

	private static int value(String text, int index) throws Rejected {
		char c = text.charAt(index);
		int value = c < 128 ? VALUES[c] : -1;
		if (value < 0)
			throw new Rejected(Cause.CODE_BROKEN);
		return value;
	}
}
