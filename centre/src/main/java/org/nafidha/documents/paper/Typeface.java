package org.nafidha.documents.paper;

import java.util.List;

/** The faces of the page, each with those that stand in for characters it lacks: Arabic first, then Latin. */
enum Typeface {

	REGULAR("IBMPlexSansArabic-Regular"), SEMIBOLD("IBMPlexSansArabic-SemiBold"), DISPLAY("Amiri-Bold");

	private static final List<Face> STAND_INS = List.of(new Face("NotoNaskhArabic-Regular"), new Face("Amiri-Regular"));

	private final Face face;

	Typeface(String file) {
		this.face = new Face(file);
	}

	Face face() {
		return face;
	}

	/** The first face that draws the character; throws {@link MissingGlyph} when there is none. */
	Face faceFor(int codePoint) {
		if (face.covers(codePoint)) {
			return face;
		}
		if (REGULAR.face.covers(codePoint)) {
			return REGULAR.face;
		}
		for (Face standIn : STAND_INS) {
			if (standIn.covers(codePoint)) {
				return standIn;
			}
		}
		throw new MissingGlyph(codePoint);
	}
}
