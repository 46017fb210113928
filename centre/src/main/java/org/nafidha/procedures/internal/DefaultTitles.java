package org.nafidha.procedures.internal;

import org.nafidha.kernel.LocalizedText;
import org.nafidha.platform.Texts;

/** Titles of steps that look the same in every procedure and need none of their own. */
record DefaultTitles(LocalizedText payment, LocalizedText choice, LocalizedText issue) {

	static DefaultTitles from(Texts texts) {
		return new DefaultTitles(both(texts, "procedures.step.payment"), both(texts, "procedures.step.choice"), both(texts, "procedures.step.issue"));
	}

	private static LocalizedText both(Texts texts, String key) {
		return new LocalizedText(texts.text(Texts.ARABIC, key), texts.text(Texts.ENGLISH, key));
	}
}
