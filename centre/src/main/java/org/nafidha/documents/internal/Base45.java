package org.nafidha.documents.internal;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** RFC 9285: bytes in the 45 characters that a QR code packs best. */
final class Base45 {

	private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

	private Base45() {
	}

	static String encode(byte[] bytes) {
		StringBuilder text = new StringBuilder(bytes.length * 3 / 2 + 2);
		for (int i = 0; i < bytes.length; i += 2) {
			boolean pair = i + 1 < bytes.length;
			int value = pair ? (bytes[i] & 0xff) * 256 + (bytes[i + 1] & 0xff) : bytes[i] & 0xff;
			text.append(ALPHABET.charAt(value % 45)).append(ALPHABET.charAt(value / 45 % 45));
			if (pair) {
				text.append(ALPHABET.charAt(value / 2025));
			}
		}
		return text.toString();
	}

	/** Empty for a text that no bytes encode to. */
	static Optional<byte[]> decode(String text) {
		if (text.length() % 3 == 1) {
			return Optional.empty();
		}
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() * 2 / 3);
		for (int i = 0; i < text.length(); i += 3) {
			int low = ALPHABET.indexOf(text.charAt(i));
			int middle = ALPHABET.indexOf(text.charAt(i + 1));
			boolean pair = i + 2 < text.length();
			int high = pair ? ALPHABET.indexOf(text.charAt(i + 2)) : 0;
			int value = low + 45 * middle + 2025 * high;
			if (low < 0 || middle < 0 || high < 0 || value > (pair ? 0xffff : 0xff)) {
				return Optional.empty();
			}
			if (pair) {
				bytes.write(value >> 8);
			}
			bytes.write(value & 0xff);
		}
		return Optional.of(bytes.toByteArray());
	}
}
