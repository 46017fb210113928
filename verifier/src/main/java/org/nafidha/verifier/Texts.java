package org.nafidha.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.StringJoiner;

/** The sentences of one language, with named values. */
final class Texts {
	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

	private final Properties sentences = new Properties();

	/** @param language {@code ar} or {@code en} */
	Texts(String language) {
		try (InputStream in = Objects.requireNonNull(Texts.class.getResourceAsStream("texts_" + language + ".properties"), language)) {
			sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	String say(String key, Map<String, String> values) {
		String sentence = sentences.getProperty(key);
		if (sentence == null)
			throw new IllegalStateException("no sentence for " + key);
		for (var value : values.entrySet())
			sentence = sentence.replace("{" + value.getKey() + "}", printable(value.getValue()));
		return sentence.replaceAll(" ?\\{[a-zA-Z]+\\}", "").strip();
	}

	/** The finding in one line: verdict and reason, then what a reader must know beside it. */
	String say(Finding finding) {
		StringJoiner line = new StringJoiner(" ");
		line.add(say("cause." + finding.cause().key(), finding.values()));
		for (Caveat caveat : finding.caveats())
			if (finding.verdict() == Verdict.GENUINE || finding.cause() == Cause.NOT_CHECKED)
				line.add(say("caveat." + caveat.kind().key(), caveat.values()));
		return line.toString();
	}

	static Map<String, String> values(Claims claims) {
		return Map.of("number", claims.number(), "procedure", claims.procedure(), "issuer", claims.issuer(), "issuedAt", moment(claims.issuedAt()));
	}

	static Map<String, String> values(Receipt receipt) {
		return Map.of("entry", Long.toString(receipt.entryId()), "kind", receipt.kind(), "subject", receipt.subject(), "at", moment(receipt.at()),
				"position", Long.toString(receipt.position()), "treeSize", Long.toString(receipt.treeSize()));
	}

	static String moment(Instant instant) {
		return MOMENT.format(instant);
	}

	/** Values come from files and may not move the cursor, break the line or turn the writing direction around. */
	static String printable(String text) {
		return text.replaceAll("[\\p{Cc}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\u061c\\u2028\\u2029]", "\uFFFD");
	}
}
