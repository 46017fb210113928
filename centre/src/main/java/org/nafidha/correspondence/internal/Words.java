package org.nafidha.correspondence.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.nafidha.kernel.Refusal;

/** What people write here, as it is kept and as the journal commits to it. */
final class Words {

	private Words() {
	}

	/** Browsers send lines with CR and LF. */
	static String tidy(String text) {
		return text.replace("\r\n", "\n").strip();
	}

	static Optional<Refusal> faults(String text, int longest) {
		String tidy = tidy(text);
		if (tidy.isEmpty()) {
			return Optional.of(Refusal.of("letter.empty"));
		}
		return tidy.length() > longest ? Optional.of(Refusal.of("letter.too-long", "max", Integer.toString(longest))) : Optional.empty();
	}

	static String sha256(String text) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
