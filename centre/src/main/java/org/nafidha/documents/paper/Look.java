package org.nafidha.documents.paper;

/** Measures and styles of a printed page, in points: the one place to change how documents look. */
final class Look {

	static final double MM = 72 / 25.4;
	static final double PAGE_WIDTH = 210 * MM;
	static final double PAGE_HEIGHT = 297 * MM;
	static final double SIDE = 17 * MM;
	static final double WIDTH = PAGE_WIDTH - 2 * SIDE;
	static final double LEFT = SIDE;
	static final double RIGHT = PAGE_WIDTH - SIDE;
	/** Where text begins on the first page, and on those after it. */
	static final double FIRST_TOP = 11 * MM;
	static final double NEXT_TOP = 24 * MM;
	static final double BOTTOM = PAGE_HEIGHT - 17 * MM;
	static final double PAGE_NUMBER = PAGE_HEIGHT - 12.5 * MM;

	static final double HAIRLINE = 0.25 * MM;
	static final double CODE_SIZE = 30 * MM;

	static final Style BODY = new Style(Typeface.REGULAR, 10.5, 1.65, Colour.INK);
	static final Style TITLE = new Style(Typeface.DISPLAY, 29, 1.5, Colour.INK);
	static final Style LEAD = new Style(Typeface.REGULAR, 11, 1.6, Colour.SOFT);
	static final Style SECTION = new Style(Typeface.SEMIBOLD, 12.5, 1.6, Colour.LAUREL);
	static final Style LABEL = new Style(Typeface.REGULAR, 8.5, 1.55, Colour.SOFT);
	static final Style VALUE = new Style(Typeface.SEMIBOLD, 11, 1.6, Colour.INK);
	static final Style AUTHORITY = new Style(Typeface.REGULAR, 11, 1.55, Colour.INK);
	static final Style FOOT = new Style(Typeface.REGULAR, 8.5, 1.65, Colour.SOFT);
	static final Style SIGNATORY = new Style(Typeface.REGULAR, 9.5, 1.6, Colour.INK);
	static final Style RUNNING = new Style(Typeface.REGULAR, 8, 1.6, Colour.SOFT);
	static final Style WARNING = new Style(Typeface.SEMIBOLD, 9.5, 1.6, Colour.WARNING);

	private Look() {
	}
}
