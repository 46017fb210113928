package org.nafidha.documents.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of text ready to be drawn.
 *
 * @param words in reading order
 * @param width in points, without the space at its end
 * @param last true when its paragraph, or the part of it before a line feed, ends here
 */
record Line(List<Placed> words, double width, boolean last) {

	/** @param x left edge of the word from the line's left edge, in points */
	record Placed(Word word, Style style, @Nullable String language, double x) {
	}

	double height() {
		return words.stream().mapToDouble(placed -> placed.style().lineHeight()).max().orElse(0);
	}

	double baseline() {
		return words.stream().mapToDouble(placed -> placed.style().baseline()).max().orElse(0);
	}

	/** In reading order. */
	String text() {
		StringBuilder text = new StringBuilder();
		words.forEach(placed -> text.append(placed.word().text()));
		return text.toString();
	}
}
