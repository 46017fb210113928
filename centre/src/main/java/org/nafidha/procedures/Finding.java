package org.nafidha.procedures;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.platform.Texts;

/**
 * Something wrong with a procedure, as a value. Its sentence stands in the message files under {@code finding.<code>}.
 *
 * @param code such as {@code step.unreachable}
 * @param path where in the file, as a JSON pointer such as {@code /steps/check/then/matches}
 * @param line line of the file, from 1; 0 when it is not known
 * @param values what the sentence needs: names, and the shortest counter-example in words
 */
public record Finding(String code, Kind kind, String path, int line, Map<String, LocalizedText> values) {

	private static final Pattern LATIN = Pattern.compile("[A-Za-z]");

	/** What a finding keeps from happening. */
	public enum Kind {
		/** The file cannot be read as a procedure. */
		LANGUAGE,
		/** It can be read, but must not be published: some case would go wrong. */
		DEFINITION,
		/** The definition is sound, but the present staff cannot carry it. */
		STAFFING
	}

	public Finding {
		values = Map.copyOf(values);
	}

	/** The sentence, in the reader's language. */
	public String text(Texts texts, Locale locale) {
		Map<String, String> named = values.entrySet().stream()
				.collect(Collectors.toMap(Map.Entry::getKey, e -> apart(e.getValue().in(locale), locale)));
		return texts.text(locale, "finding." + code, named);
	}

	/** A formula or a name in the midst of an Arabic sentence keeps its own direction; without that its brackets and signs change sides. */
	private static String apart(String value, Locale locale) {
		return "ar".equals(locale.getLanguage()) && LATIN.matcher(value).find() ? "\u2068" + value + "\u2069" : value;
	}

	/** The sentence with file and line before it, as a terminal or an editor wants it. */
	public String text(Texts texts, Locale locale, String fileName) {
		return line == 0 ? fileName + ": " + text(texts, locale) : fileName + ":" + line + ": " + text(texts, locale);
	}

	public Finding atLine(int lineOfFile) {
		return new Finding(code, kind, path, lineOfFile, values);
	}
}
