package org.nafidha.documents.paper;

/**
 * How a piece of text looks.
 *
 * @param size in points
 * @param leading height of a line as a multiple of the size
 */
record Style(Typeface typeface, double size, double leading, Colour colour) {

	Style strong() {
		return typeface == Typeface.REGULAR ? new Style(Typeface.SEMIBOLD, size, leading, colour) : this;
	}

	Style in(Colour other) {
		return new Style(typeface, size, leading, other);
	}

	double lineHeight() {
		return size * leading;
	}

	/** Where the baseline stands below the top of a line: the face's own box, centred in the line. */
	double baseline() {
		double ascent = typeface.face().embedding().ascent() * size / Face.EM;
		double descent = typeface.face().embedding().descent() * size / Face.EM;
		return (lineHeight() - ascent - descent) / 2 + ascent;
	}
}
