package org.nafidha.procedures.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.platform.Texts;

/** Texts of the message files in both languages at once, as findings carry them. */
record Words(Texts texts) {

	LocalizedText of(String key) {
		return new LocalizedText(texts.text(Texts.ARABIC, key), texts.text(Texts.ENGLISH, key));
	}

	/** @param values name, value, name, value …; a value is a {@link LocalizedText} or reads the same in both languages */
	LocalizedText of(String key, Object... values) {
		Map<String, String> arabic = new LinkedHashMap<>();
		Map<String, String> english = new LinkedHashMap<>();
		for (int i = 0; i < values.length; i += 2) {
			LocalizedText value = both(values[i + 1]);
			arabic.put((String) values[i], value.ar());
			english.put((String) values[i], value.en());
		}
		return new LocalizedText(texts.text(Texts.ARABIC, key, arabic), texts.text(Texts.ENGLISH, key, english));
	}

	/** The text under the key if there is one, otherwise the plain word. */
	LocalizedText orPlain(String key, String plain) {
		return texts.has(Texts.ARABIC, key) ? of(key) : both(plain);
	}

	static LocalizedText both(Object value) {
		if (value instanceof LocalizedText text) {
			return text;
		}
		String same = String.valueOf(value);
		return same.isBlank() ? new LocalizedText("(-)", "(-)") : new LocalizedText(same, same);
	}
}
