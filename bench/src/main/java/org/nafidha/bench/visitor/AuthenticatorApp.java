package org.nafidha.bench.visitor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;

/** The codes of an authenticator app (RFC 6238, SHA-1, six digits, 30 seconds). */
final class AuthenticatorApp {

	private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
	private static final int BITS_OF_A_LETTER = 5;
	private static final long STEP_SECONDS = 30;

	private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
	private final SecretKeySpec key;
	private final InstantSource clock;

	AuthenticatorApp(String secret, InstantSource clock) {
		this.key = new SecretKeySpec(bytes(secret), "HmacSHA1");
		this.clock = clock;
	}

	/** The code of now, or that many steps later. */
	String code(int stepsLater) {
		try {
			return generator.generateOneTimePasswordString(key, clock.instant().plusSeconds(stepsLater * STEP_SECONDS), Locale.ROOT);
		} catch (InvalidKeyException e) {
			throw new IllegalStateException("a TOTP secret that is no key", e);
		}
	}

	/** Waits until another code is shown. */
	void awaitAnother() throws InterruptedException {
		Instant now = clock.instant();
		Instant next = Instant.ofEpochSecond((now.getEpochSecond() / STEP_SECONDS + 1) * STEP_SECONDS);
		Thread.sleep(java.time.Duration.between(now, next));
	}

	private static byte[] bytes(String secret) {
		byte[] key = new byte[secret.length() * BITS_OF_A_LETTER / Byte.SIZE];
		int held = 0;
		int bits = 0;
		int at = 0;
		for (char letter : secret.toCharArray()) {
			held = held << BITS_OF_A_LETTER | BASE32.indexOf(letter);
			bits += BITS_OF_A_LETTER;
			if (bits >= Byte.SIZE) {
				bits -= Byte.SIZE;
				key[at++] = (byte) (held >> bits);
				held &= (1 << bits) - 1;
			}
		}
		return key;
	}
}
