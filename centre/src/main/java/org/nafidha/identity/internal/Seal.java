package org.nafidha.identity.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.nafidha.platform.Secrets;
import org.springframework.stereotype.Component;

/**
 * Keeps TOTP secrets unreadable in the database: AES-256-GCM under the key file {@code identity-totp}, bound to the
 * officer's id so that a sealed secret cannot be moved to another row. Form: 12 bytes nonce, then ciphertext with its tag.
 */
@Component
class Seal {

	private static final int NONCE_BYTES = 12;
	private static final int TAG_BITS = 128;

	private final SecretKeySpec key;
	private final SecureRandom random = new SecureRandom();

	Seal(Secrets secrets) {
		this.key = new SecretKeySpec(Base64.getUrlDecoder().decode(secrets.text("identity-totp")), "AES");
	}

	byte[] seal(byte[] secret, String officerId) {
		byte[] nonce = new byte[NONCE_BYTES];
		random.nextBytes(nonce);
		byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, secret, officerId);
		return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
	}

	/** Throws {@link IllegalStateException} when the bytes were altered, moved, or sealed under another key. */
	byte[] open(byte[] sealed, String officerId) {
		return run(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES), Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length), officerId);
	}

	private byte[] run(int mode, byte[] nonce, byte[] input, String officerId) {
		try {
			Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
			cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
			cipher.updateAAD(officerId.getBytes(StandardCharsets.UTF_8));
			return cipher.doFinal(input);
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("a second factor can be neither sealed nor opened with this centre's key", e);
		}
	}
}
