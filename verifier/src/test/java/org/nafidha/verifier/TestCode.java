package org.nafidha.verifier;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Optional;

/** Writes codes: CBOR, COSE_Sign1 and Base45 from the standards, for the reader to read. */
final class TestCode {
	private static final String BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

	private TestCode() {
	}

	static byte[] claims(String issuer, Instant issuedAt, String number, Hash data, long entry, boolean demonstration) {
		return claims(issuer, Optional.empty(), issuedAt, number, data, entry, demonstration);
	}

	static byte[] claims(String issuer, Optional<Instant> expiresAt, Instant issuedAt, String number, Hash data, long entry,
			boolean demonstration) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		head(out, 5, 7 + (demonstration ? 1 : 0) + (expiresAt.isPresent() ? 1 : 0));
		head(out, 0, 1);
		text(out, issuer);
		expiresAt.ifPresent(at -> {
			head(out, 0, 4);
			head(out, 0, at.getEpochSecond());
		});
		head(out, 0, 6);
		head(out, 0, issuedAt.getEpochSecond());
		head(out, 0, 7);
		bytes(out, number.getBytes(StandardCharsets.UTF_8));
		head(out, 1, 70000);
		text(out, "temporary-register-statement");
		head(out, 1, 70001);
		bytes(out, data.bytes());
		head(out, 1, 70002);
		head(out, 0, entry);
		head(out, 1, 70003);
		head(out, 4, 2);
		pair(out, "العقار", "الثانية /2533/ /1+9/");
		pair(out, "الصحيفة", "SM-004127");
		if (demonstration) {
			head(out, 1, 70004);
			head(out, 0, 1);
		}
		return out.toByteArray();
	}

	static String sign(byte[] payload, byte[] kid, PrivateKey key) {
		ByteArrayOutputStream toSign = new ByteArrayOutputStream();
		head(toSign, 4, 4);
		text(toSign, "Signature1");
		bytes(toSign, new byte[]{(byte) 0xA1, 1, 0x26});
		bytes(toSign, new byte[0]);
		bytes(toSign, payload);
		byte[] signature = TestCity.sign("SHA256withECDSAinP1363Format", key, toSign.toByteArray());
		return CodeReader.PREFIX + base45(cose(payload, kid, signature));
	}

	static byte[] cose(byte[] payload, byte[] kid, byte[] signature) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		head(out, 6, 18);
		head(out, 4, 4);
		bytes(out, new byte[]{(byte) 0xA1, 1, 0x26});
		head(out, 5, 1);
		head(out, 0, 4);
		bytes(out, kid);
		bytes(out, payload);
		bytes(out, signature);
		return out.toByteArray();
	}

	static String base45(byte[] data) {
		StringBuilder out = new StringBuilder();
		for (int i = 0; i < data.length; i += 2) {
			boolean pair = i + 1 < data.length;
			int value = pair ? (data[i] & 0xFF) << 8 | data[i + 1] & 0xFF : data[i] & 0xFF;
			out.append(BASE45.charAt(value % 45)).append(BASE45.charAt(value / 45 % 45));
			if (pair)
				out.append(BASE45.charAt(value / 2025));
		}
		return out.toString();
	}

	static void text(ByteArrayOutputStream out, String text) {
		byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
		head(out, 3, utf8.length);
		out.writeBytes(utf8);
	}

	static void bytes(ByteArrayOutputStream out, byte[] bytes) {
		head(out, 2, bytes.length);
		out.writeBytes(bytes);
	}

	private static void pair(ByteArrayOutputStream out, String label, String value) {
		head(out, 4, 2);
		text(out, label);
		text(out, value);
	}

	static void head(ByteArrayOutputStream out, int major, long value) {
		int top = major << 5;
		if (value < 24) {
			out.write(top | (int) value);
		} else if (value < 1L << 8) {
			out.write(top | 24);
			out.write((int) value);
		} else if (value < 1L << 16) {
			out.write(top | 25);
			out.writeBytes(ByteBuffer.allocate(2).putShort((short) value).array());
		} else if (value < 1L << 32) {
			out.write(top | 26);
			out.writeBytes(ByteBuffer.allocate(4).putInt((int) value).array());
		} else {
			out.write(top | 27);
			out.writeBytes(ByteBuffer.allocate(8).putLong(value).array());
		}
	}
}
