package org.nafidha.journal.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.nafidha.journal.Entry;
import org.nafidha.kernel.CanonicalJson;

/** An entry as the canonical JSON that is committed to: docs/formats.md section 3. */
final class EntryText {

	/** PostgreSQL keeps microseconds: times are cut to them before they are hashed. */
	private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
			.withZone(ZoneOffset.UTC);

	private EntryText() {
	}

	static String of(Entry entry) {
		return of(entry.id().value(), entry.kind(), entry.subject(), entry.actor(), entry.at(), entry.facts());
	}

	/** The facts are canonical already; the keys stand in canonical order. */
	static String of(long id, String kind, String subject, String actor, Instant at, String facts) {
		return "{\"actor\":" + CanonicalJson.write(actor) + ",\"at\":\"" + AT.format(at) + "\",\"facts\":" + facts + ",\"id\":" + id + ",\"kind\":"
				+ CanonicalJson.write(kind) + ",\"subject\":" + CanonicalJson.write(subject) + "}";
	}

	/** SHA-256(salt || text). */
	static byte[] commitment(byte[] salt, String text) {
		return Sha256.of(salt, text.getBytes(StandardCharsets.UTF_8));
	}
}
