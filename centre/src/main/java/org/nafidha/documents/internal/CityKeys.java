package org.nafidha.documents.internal;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one city: the seal signs files, the code key signs QR codes and the list of revoked documents, the CA vouches
 * for the seal.
 *
 * @param authorityKey null when the CA's key is kept elsewhere
 * @param former keys that were replaced; they finish what they have begun and begin nothing new
 */
record CityKeys(Pair seal, Pair code, X509Certificate authority, @Nullable PrivateKey authorityKey, Former former) {

	/** Stands in the subject of every certificate that a demonstration makes. */
	static final String DEMO_MARK = "DEMONSTRATION - NO LEGAL VALUE";

	record Former(List<Pair> seals, List<Pair> codes) {

		static final Former NONE = new Former(List.of(), List.of());

		Former {
			seals = List.copyOf(seals);
			codes = List.copyOf(codes);
		}
	}

	record Pair(PrivateKey key, X509Certificate certificate) {

		PublicKey publicKey() {
			return certificate.getPublicKey();
		}

		/** First eight bytes of SHA-256 over the SubjectPublicKeyInfo. */
		byte[] kid() {
			return Arrays.copyOf(sha256(publicKey().getEncoded()), 8);
		}

		/** The kid as tables have it. */
		String name() {
			return Base64.getEncoder().encodeToString(kid());
		}

		/** ES256 as COSE writes it, r and s one after the other. The key may be any provider's, also one that never leaves its device. */
		byte[] es256(byte[] content) {
			return sign("SHA256withECDSAinP1363Format", content);
		}

		/** The same as CMS writes it, in DER. */
		byte[] es256Der(byte[] content) {
			return sign("SHA256withECDSA", content);
		}

		private byte[] sign(String algorithm, byte[] content) {
			try {
				Signature signature = Signature.getInstance(algorithm);
				signature.initSign(key);
				signature.update(content);
				return signature.sign();
			} catch (GeneralSecurityException e) {
				throw new IllegalStateException("the key " + name() + " does not sign", e);
			}
		}

		/** Whether what is dated so may be signed with it. */
		boolean covers(Instant at) {
			return !at.isBefore(certificate.getNotBefore().toInstant()) && !at.isAfter(certificate.getNotAfter().toInstant());
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
