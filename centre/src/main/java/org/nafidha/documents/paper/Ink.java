package org.nafidha.documents.paper;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Writes one page's content stream: PDF operators from drawings, with the y axis turned upward. */
final class Ink {

	private static final AffineTransform UPWARD = new AffineTransform(1, 0, 0, -1, 0, Look.PAGE_HEIGHT);

	private final StringBuilder out = new StringBuilder(16_384);
	private final EmbeddedFonts fonts;
	private @Nullable Colour fill;
	private @Nullable Colour stroke;
	private double width = -1;

	Ink(EmbeddedFonts fonts) {
		this.fonts = fonts;
	}

	byte[] bytes() {
		return out.toString().getBytes(StandardCharsets.US_ASCII);
	}

	void beginTagged(String type, int number) {
		out.append('/').append(type).append(" <</MCID ").append(number).append(">> BDC\n");
	}

	void beginArtifact(boolean pagination) {
		out.append(pagination ? "/Artifact <</Type /Pagination>> BDC\n" : "/Artifact <</Type /Layout>> BDC\n");
	}

	void end() {
		out.append("EMC\n");
	}

	void draw(Page.Drawing drawing) {
		switch (drawing) {
			case Page.Drawing.Words(Line line, double x, double baseline) -> line(line, x, baseline);
			case Page.Drawing.Fill(Shape shape, Colour colour) -> {
				fill(colour);
				path(shape);
				out.append("f\n");
			}
			case Page.Drawing.Stroke(Shape shape, Colour colour, double lineWidth) -> {
				stroke(colour, lineWidth);
				path(shape);
				out.append("S\n");
			}
		}
	}

	/** From left to right, as every reader of PDF expects it; reading order stands in the structure tree. */
	private void line(Line line, double x, double baseline) {
		line.words().stream().sorted(Comparator.comparingDouble(Line.Placed::x)).forEach(placed -> word(placed, x, baseline));
	}

	private void word(Line.Placed placed, double x, double baseline) {
		if (placed.language() != null) {
			out.append("/Span <</Lang (").append(placed.language()).append(")>> BDC\n");
		}
		fill(placed.style().colour());
		EmbeddedFont font = fonts.of(placed.word().face());
		out.append("BT /").append(font.name()).append(' ').append(number(placed.style().size())).append(" Tf 1 0 0 1 ");
		out.append(number(x + placed.x())).append(' ').append(number(Look.PAGE_HEIGHT - baseline)).append(" Tm\n");
		out.append('<');
		placed.word().signs().forEach(sign -> out.append(String.format("%04X", font.code(sign))));
		out.append("> Tj ET\n");
		if (placed.language() != null) {
			end();
		}
	}

	private void path(Shape shape) {
		double[] at = new double[6];
		double[] last = new double[2];
		for (PathIterator path = shape.getPathIterator(UPWARD); !path.isDone(); path.next()) {
			switch (path.currentSegment(at)) {
				case PathIterator.SEG_MOVETO -> operator("m", at, 2);
				case PathIterator.SEG_LINETO -> operator("l", at, 2);
				case PathIterator.SEG_CUBICTO -> operator("c", at, 6);
				case PathIterator.SEG_QUADTO -> {
					double[] cubic = {last[0] + (at[0] - last[0]) * 2 / 3, last[1] + (at[1] - last[1]) * 2 / 3, at[2] + (at[0] - at[2]) * 2 / 3,
							at[3] + (at[1] - at[3]) * 2 / 3, at[2], at[3]};
					System.arraycopy(cubic, 0, at, 0, 6);
					operator("c", at, 6);
				}
				default -> out.append("h\n");
			}
			int end = path.currentSegment(new double[6]) == PathIterator.SEG_CUBICTO ? 4 : 0;
			last[0] = at[end];
			last[1] = at[end + 1];
		}
	}

	private void operator(String name, double[] numbers, int count) {
		for (int i = 0; i < count; i++) {
			out.append(number(numbers[i])).append(' ');
		}
		out.append(name).append('\n');
	}

	private void fill(Colour colour) {
		if (!colour.equals(fill)) {
			fill = colour;
			colour(colour, "rg");
		}
	}

	private void stroke(Colour colour, double lineWidth) {
		if (!colour.equals(stroke)) {
			stroke = colour;
			colour(colour, "RG");
		}
		if (lineWidth != width) {
			width = lineWidth;
			out.append(number(width)).append(" w\n");
		}
	}

	private void colour(Colour colour, String operator) {
		out.append(number(colour.red() / 255.0)).append(' ').append(number(colour.green() / 255.0)).append(' ')
				.append(number(colour.blue() / 255.0)).append(' ').append(operator).append('\n');
	}

	static String hex(String text) {
		StringBuilder hex = new StringBuilder(text.length() * 4);
		text.chars().forEach(c -> hex.append(String.format("%04X", c)));
		return hex.toString();
	}

	/** Three decimals at most, no exponent, no trailing zeros. */
	static String number(double value) {
		long thousandths = Math.round(value * 1000);
		if (thousandths % 1000 == 0) {
			return Long.toString(thousandths / 1000);
		}
		StringBuilder text = new StringBuilder(thousandths < 0 ? "-" : "").append(Math.abs(thousandths / 1000)).append('.');
		String rest = Long.toString(1000 + Math.abs(thousandths % 1000)).substring(1);
		int end = 3;
		while (rest.charAt(end - 1) == '0') {
			end--;
		}
		return text.append(rest, 0, end).toString();
	}
}
