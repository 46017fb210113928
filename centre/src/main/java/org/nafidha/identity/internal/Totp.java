package org.nafidha.identity.internal;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.nafidha.kernel.Digits;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Codes of authenticator apps: RFC 6238 with SHA-1, six digits, 30 seconds; one step early or late is accepted, no step twice. */
@Component
class Totp {

	private static final int SECRET_BYTES = 20;
	private static final int STEP_SECONDS = 30;

	private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
	private final SecureRandom random = new SecureRandom();
	private final JdbcClient db;
	private final InstantSource clock;

	Totp(JdbcClient db, InstantSource clock) {
		this.db = db;
		this.clock = clock;
	}

	byte[] newSecret() {
		byte[] secret = new byte[SECRET_BYTES];
		random.nextBytes(secret);
		return secret;
	}

	/** Whether the code is one of now; it is accepted once only, also when it is sent twice at the same moment. */
	boolean accept(String officerId, byte[] secret, String typed) {
		OptionalLong step = step(secret, Digits.clean(typed));
		return step.isPresent() && db.sql("""
				update identity.officer set totp_last_step = :step where id = :id and coalesce(totp_last_step, -1) < :step
				""").param("step", step.getAsLong()).param("id", officerId).update() == 1;
	}

	/** The step whose code this is. All three are compared, so that the time taken tells nothing. */
	OptionalLong step(byte[] secret, String code) {
		SecretKey key = new SecretKeySpec(secret, generator.getAlgorithm());
		long now = clock.instant().getEpochSecond() / STEP_SECONDS;
		OptionalLong found = OptionalLong.empty();
		for (long step = now - 1; step <= now + 1; step++) {
			if (MessageDigest.isEqual(code(key, step).getBytes(StandardCharsets.US_ASCII), code.getBytes(StandardCharsets.UTF_8))) {
				found = OptionalLong.of(step);
			}
		}
		return found;
	}

	private String code(SecretKey key, long step) {
		try {
			return generator.generateOneTimePasswordString(key, Instant.ofEpochSecond(step * STEP_SECONDS), Locale.ROOT);
		} catch (InvalidKeyException e) {
			throw new IllegalStateException("a TOTP secret that is no key", e);
		}
	}
}
