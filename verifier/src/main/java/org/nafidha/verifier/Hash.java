package org.nafidha.verifier;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A SHA-256 value that compares by its bytes. */
public final class Hash {
	private final byte[] bytes;

	private Hash(byte[] bytes) {
		this.bytes = bytes;
	}

	static Hash of(byte[] bytes, Cause otherwise) throws Rejected {
		if (bytes.length != 32)
			throw new Rejected(otherwise);
		return new Hash(bytes.clone());
	}

	/** The hash over the parts, one after the other. */
	static Hash over(byte[]... parts) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			for (byte[] part : parts)
				digest.update(part);
			return new Hash(digest.digest());
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java platform has SHA-256", e);
		}
	}

	byte[] bytes() {
		return bytes.clone();
	}

	String base64() {
		return Base64.getEncoder().encodeToString(bytes);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(bytes);
	}

	@Override
	public String toString() {
		return HexFormat.of().formatHex(bytes);
	}
}
