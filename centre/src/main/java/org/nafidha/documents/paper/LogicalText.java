package org.nafidha.documents.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of one paragraph in reading order, with the isolates that keep values, references and addresses in
 * their own direction ({@code /1+9/} and {@code 2011-09-04} would turn round among Arabic letters otherwise), and for
 * each character the span it came from.
 */
final class LogicalText {

	private static final char FIRST_STRONG_ISOLATE = '\u2068';
	private static final char LEFT_TO_RIGHT_ISOLATE = '\u2066';
	private static final char POP_ISOLATE = '\u2069';

	/** A reference, date, amount or address: Latin letters and digits held together by signs; or a Latin phrase in parentheses. */
	private static final Pattern REFERENCE = Pattern
			.compile("\\(\\p{IsLatin}[^()\\p{IsArabic}]*\\)|/?[\\p{IsLatin}0-9](?:[\\p{IsLatin}0-9/+\\-.:_@#&=?~%]*[\\p{IsLatin}0-9/])?");
	private static final Pattern SIGN = Pattern.compile("[(/+\\-.:_@#&=?~%]");

	private final StringBuilder characters = new StringBuilder();
	private final List<Span> spans = new ArrayList<>();

	LogicalText(List<Span> paragraph) {
		for (Span span : paragraph) {
			if (span.isolated()) {
				append(FIRST_STRONG_ISOLATE, span);
			}
			appendReferencesIsolated(span);
			if (span.isolated()) {
				append(POP_ISOLATE, span);
			}
		}
	}

	String characters() {
		return characters.toString();
	}

	Span spanAt(int index) {
		return spans.get(index);
	}

	/** True for what directs the text and is never drawn. */
	static boolean directs(char c) {
		return c >= '\u2066' && c <= '\u2069' || c >= '\u202A' && c <= '\u202E' || c == '\u200E' || c == '\u200F' || c == '\u061C' || c == '\uFEFF';
	}

	private void appendReferencesIsolated(Span span) {
		String text = undirected(span.text());
		Matcher reference = REFERENCE.matcher(text);
		int done = 0;
		while (reference.find()) {
			if (SIGN.matcher(reference.group()).find()) {
				append(text.substring(done, reference.start()), span);
				append(LEFT_TO_RIGHT_ISOLATE, span);
				append(reference.group(), span);
				append(POP_ISOLATE, span);
				done = reference.end();
			}
		}
		append(text.substring(done), span);
	}

	/** Directions are ours to give: a value that brings its own could make a name or a number read as another. */
	private static String undirected(String text) {
		StringBuilder plain = new StringBuilder(text.length());
		text.chars().filter(c -> !directs((char) c)).forEach(c -> plain.append((char) c));
		return plain.toString();
	}

	private void append(String text, Span span) {
		for (int i = 0; i < text.length(); i++) {
			append(text.charAt(i), span);
		}
	}

	private void append(char c, Span span) {
		characters.append(c);
		spans.add(span);
	}
}
