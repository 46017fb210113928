package org.nafidha.testing;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app. */
public final class Totp {

	private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

	private Totp() {
	}

	/** The code of now for a secret in Base32. */
	public static String now(String secret) {
		byte[] key = new byte[secret.length() * 5 / 8];
		int held = 0;
		int bits = 0;
		int at = 0;
		for (char c : secret.toCharArray()) {
			held = held << 5 | BASE32.indexOf(c);
			bits += 5;
			if (bits >= 8) {
				bits -= 8;
				key[at++] = (byte) (held >> bits);
				held &= (1 << bits) - 1;
			}
		}
		try {
			return new TimeBasedOneTimePasswordGenerator().generateOneTimePasswordString(new SecretKeySpec(key, "HmacSHA1"), Instant.now(),
					Locale.ROOT);
		} catch (InvalidKeyException e) {
			throw new IllegalStateException(e);
		}
	}
}
