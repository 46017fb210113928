package org.nafidha.agencies.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.nafidha.kernel.CanonicalJson;

/**
 * One question, as its bytes go over the wire.
 *
 * @param id {@code X-Road-Id}: the same id again asks nothing new
 * @param subject value of the subject's field
 */
record Question(String id, AgencyService service, String caseNumber, String subject, byte[] body, String signature) {

	static byte[] body(AgencyService service, String subject, String purpose) {
		return CanonicalJson.bytes(Map.of("subject", Map.of(service.subject().field(), subject), "purpose", purpose));
	}

	/** Two questions with the same one ask the same, whatever for. */
	static byte[] sameAs(AgencyService service, String subject) {
		return digest("SHA-256", (service.automation() + "\n" + subject).getBytes(StandardCharsets.UTF_8));
	}

	/** What the city signs of a question. */
	static String signed(AgencyService service, String client, String id, String caseNumber, byte[] body) {
		return String.join("\n", "POST", "/r1/" + service.path(), client, id, caseNumber, hash(body));
	}

	/** What the agency signs of its answer to this question. */
	String signedAnswer(int status, byte[] answer) {
		return String.join("\n", Integer.toString(status), id, hash(body), hash(answer));
	}

	/** X-Road's hash of a message: SHA-512 in base64. */
	static String hash(byte[] bytes) {
		return Base64.getEncoder().encodeToString(digest("SHA-512", bytes));
	}

	private static byte[] digest(String algorithm, byte[] bytes) {
		try {
			return MessageDigest.getInstance(algorithm).digest(bytes);
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
