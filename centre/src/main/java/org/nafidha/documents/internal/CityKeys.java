package org.nafidha.documents.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one city: the seal signs files, the code key signs QR codes and the list of revoked documents, the CA vouches
 * for the seal.
 *
 * @param authorityKey null when the CA's key is kept elsewhere
 */
record CityKeys(Pair seal, Pair code, X509Certificate authority, @Nullable PrivateKey authorityKey) {

	/** Stands in the subject of every certificate that a demonstration makes. */
	static final String DEMO_MARK = "DEMONSTRATION - NO LEGAL VALUE";

	record Pair(PrivateKey key, X509Certificate certificate) {

		PublicKey publicKey() {
			return certificate.getPublicKey();
		}

		/** First eight bytes of SHA-256 over the SubjectPublicKeyInfo. */
		byte[] kid() {
			return Arrays.copyOf(sha256(publicKey().getEncoded()), 8);
		}
	}

	boolean isDemo() {
		return authority.getSubjectX500Principal().getName().contains(DEMO_MARK);
	}

	static byte[] sha256(byte[] bytes) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(bytes);
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("SHA-256 is part of every Java platform", e);
		}
	}

	static String hex(byte[] bytes) {
		return HexFormat.of().formatHex(bytes);
	}
}
