package org.nafidha.procedures.internal;

import org.nafidha.kernel.LocalizedText;

/** Titles of steps that look the same in every procedure and need none of their own. */
record DefaultTitles(LocalizedText payment, LocalizedText choice, LocalizedText issue) {

	static DefaultTitles from(Words words) {
		return new DefaultTitles(words.of("procedures.step.payment"), words.of("procedures.step.choice"), words.of("procedures.step.issue"));
	}
}
