package org.nafidha.documents.paper;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a paragraph in one style.
 *
 * @param text {@code \n} begins a new line
 * @param isolated true for a value put into the text: its direction neither follows nor disturbs what stands around it
 * @param whole true when no line may end inside it
 * @param language BCP 47, when it differs from the document's
 */
record Span(String text, Style style, boolean isolated, boolean whole, @Nullable String language) {

	static Span of(String text, Style style) {
		return new Span(text, style, false, false, null);
	}

	static Span whole(String text, Style style) {
		return new Span(text, style, true, true, null);
	}

	Span with(Style other) {
		return new Span(text, other, isolated, whole, language);
	}
}
