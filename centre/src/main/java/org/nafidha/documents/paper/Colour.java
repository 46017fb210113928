package org.nafidha.documents.paper;

/** A colour of the page, in sRGB, each part 0 to 255. */
record Colour(int red, int green, int blue) {

	static final Colour INK = of(0x1c211e);
	static final Colour SOFT = of(0x525a54);
	static final Colour LINE = of(0xcfc5b1);
	static final Colour LAUREL = of(0x1b5744);
	static final Colour STONE = of(0xf6f2ea);
	static final Colour BASALT = of(0x23282b);
	static final Colour CREAM = of(0xebe4d6);
	static final Colour WARNING = of(0x9a3412);

	static Colour of(int rgb) {
		return new Colour(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
	}
}
