package org.nafidha.documents.paper;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.TextAttribute;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Map;

/**
 * One font file, read once: by the JDK for shaping (HarfBuzz), and for embedding. Lengths are in thousandths of an em.
 * Thread-safe.
 */
final class Face {

	/** Thousandths of an em: the unit of shaping, of the fonts, and of the PDF's widths. */
	static final int EM = 1000;

	private static final FontRenderContext UNHINTED = new FontRenderContext(null, true, true);

	private final String name;
	private final Font shaping;
	private final TrueType embedding;
	private final BitSet covered = new BitSet();

	/** @param file name in {@code /fonts} without {@code .ttf}, which is also the font's PostScript name */
	Face(String file) {
		this.name = file;
		try (InputStream in = Face.class.getResourceAsStream("/fonts/" + file + ".ttf")) {
			if (in == null) {
				throw new IllegalStateException("the font " + file + " is not in this build");
			}
			byte[] bytes = in.readAllBytes();
			this.shaping = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes)).deriveFont((float) EM).deriveFont(
					Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON, TextAttribute.LIGATURES, TextAttribute.LIGATURES_ON));
			this.embedding = new TrueType(bytes);
			for (int c = ' '; c <= Character.MAX_VALUE; c++) {
				covered.set(c, shaping.canDisplay(c));
			}
		} catch (IOException e) {
			throw new UncheckedIOException("the font " + file + " cannot be read", e);
		} catch (FontFormatException e) {
			throw new IllegalStateException("the font " + file + " is damaged", e);
		}
	}

	String name() {
		return name;
	}

	TrueType embedding() {
		return embedding;
	}

	/** Whether the font draws this character, or it is one that shapes others and draws nothing. */
	boolean covers(int codePoint) {
		return covered.get(codePoint) || codePoint == 0x200C || codePoint == 0x200D;
	}

	GlyphVector shape(String text, boolean rightToLeft) {
		int direction = rightToLeft ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT;
		return shaping.layoutGlyphVector(UNHINTED, text.toCharArray(), 0, text.length(), direction);
	}
}
