package org.nafidha.documents.paper;

import java.util.List;

/**
 * A piece of text shaped in one face and one direction.
 *
 * @param text in logical order
 * @param signs in visual order, left to right; drawn one after the other, each moving the pen by its own advance
 */
record Word(Face face, String text, boolean rightToLeft, List<Sign> signs) {

	/**
	 * What one code of the embedded font draws and means. Kerning, the places of marks and the halves of ligatures are part of
	 * the sign, so that the page needs no moves between letters: many readers take a move for a space.
	 *
	 * @param parts none for a sign that only carries meaning: the further letters of a ligature
	 * @param advance thousandths of an em
	 * @param unicode one character; several only where text runs left to right
	 */
	record Sign(List<Part> parts, int advance, String unicode) {
	}

	/** A glyph of the whole font, moved by thousandths of an em to the right and up. */
	record Part(int glyph, int x, int y) {
	}

	/** Thousandths of an em. */
	int advance() {
		return signs.stream().mapToInt(Sign::advance).sum();
	}

	boolean isSpace() {
		return text.isBlank();
	}
}
