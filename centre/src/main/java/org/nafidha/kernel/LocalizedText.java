package org.nafidha.kernel;

import java.util.Locale;

/** A text in both languages of the product; neither may be blank. */
public record LocalizedText(String ar, String en) {

	public LocalizedText {
		if (ar.isBlank() || en.isBlank()) {
			throw new IllegalArgumentException("a text needs both languages: ar='" + ar + "', en='" + en + "'");
		}
	}

	/** English for English readers, Arabic for everybody else. */
	public String in(Locale locale) {
		return "en".equals(locale.getLanguage()) ? en : ar;
	}
}
