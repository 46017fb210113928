package org.nafidha.identity.internal;

import java.io.ByteArrayOutputStream;
import java.util.Locale;

/** RFC 4648 Base32 without padding: how authenticator apps take a secret. */
final class Base32 {

	private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

	private Base32() {
	}

	static String encode(byte[] bytes) {
		StringBuilder text = new StringBuilder();
		int bits = 0;
		int held = 0;
		for (byte b : bytes) {
			held = held << 8 | b & 0xff;
			bits += 8;
			while (bits >= 5) {
				bits -= 5;
				text.append(ALPHABET.charAt(held >> bits & 31));
			}
			held &= (1 << bits) - 1;
		}
		if (bits > 0) {
			text.append(ALPHABET.charAt(held << 5 - bits & 31));
		}
		return text.toString();
	}

	static byte[] decode(String text) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		int bits = 0;
		int held = 0;
		for (char c : text.toUpperCase(Locale.ROOT).toCharArray()) {
			int value = ALPHABET.indexOf(c);
			if (value < 0) {
				throw new IllegalArgumentException("not Base32");
			}
			held = held << 5 | value;
			bits += 5;
			if (bits >= 8) {
				bits -= 8;
				bytes.write(held >> bits);
				held &= (1 << bits) - 1;
			}
		}
		return bytes.toByteArray();
	}
}
