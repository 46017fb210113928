package org.nafidha.identity.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.nafidha.platform.Secrets;
import org.springframework.stereotype.Component;

/** HMAC-SHA-256 under the key file {@code identity-codes}; each purpose has marks of its own that no other purpose can use. */
@Component
class Marks {

	private final SecretKeySpec key;

	Marks(Secrets secrets) {
		this.key = new SecretKeySpec(secrets.text("identity-codes").getBytes(StandardCharsets.US_ASCII), "HmacSHA256");
	}

	byte[] of(String purpose, String... parts) {
		try {
			Mac mac = Mac.getInstance(key.getAlgorithm());
			mac.init(key);
			mac.update(purpose.getBytes(StandardCharsets.UTF_8));
			for (String part : parts) {
				mac.update((byte) 0);
				mac.update(part.getBytes(StandardCharsets.UTF_8));
			}
			return mac.doFinal();
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("every Java has HmacSHA256", e);
		}
	}

	/** URL-safe Base64 of the mark. */
	String text(String purpose, String... parts) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(of(purpose, parts));
	}
}
