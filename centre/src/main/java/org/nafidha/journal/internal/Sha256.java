package org.nafidha.journal.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 over parts put one after the other. */
final class Sha256 {

	static final int LENGTH = 32;

	private Sha256() {
	}

	static byte[] of(byte[]... parts) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			for (byte[] part : parts) {
				digest.update(part);
			}
			return digest.digest();
		} catch (NoSuchAlgorithmException e) {
			throw new AssertionError("every Java platform has SHA-256", e);
		}
	}
}
