package org.nafidha.platform.internal;

import java.util.regex.Pattern;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * The last net below the log file: no code writes personal data into a line, but the words of an exception may quote what it
 * choked on. National numbers, mobile numbers and mail addresses become {@code ***}, in Latin and Arabic digits.
 */
final class PersonalDataMask implements StructuredLoggingJsonMembersCustomizer<Object> {

	private static final Pattern PERSONAL = Pattern
			.compile("(?<![\\p{Nd}.-])(?:\\+?963|00963)?\\p{Nd}{9,11}(?![\\p{Nd}.-])|[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+\\.[\\p{L}\\p{N}.-]+");

	@Override
	public void customize(JsonWriter.Members<Object> members) {
		members.applyingValueProcessor(JsonWriter.ValueProcessor.of(String.class, PersonalDataMask::masked));
	}

	static String masked(String text) {
		return PERSONAL.matcher(text).replaceAll("***");
	}
}
