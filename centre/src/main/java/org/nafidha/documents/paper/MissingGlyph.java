package org.nafidha.documents.paper;

/** A character that none of the fonts can draw. The document is not made: a name with a letter left out is another name. */
public final class MissingGlyph extends RuntimeException {

	private static final long serialVersionUID = 1L;

	MissingGlyph(int codePoint) {
		super(String.format("no font draws U+%04X %s", codePoint, Character.getName(codePoint)));
	}
}
