package org.nafidha.documents.paper;

import static org.nafidha.documents.paper.Look.MM;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.nafidha.documents.paper.Page.Drawing;

/** What Aleppo's walls lend to the page: the ablaq course, the eight-pointed star, the window; and the rosette of the seal. */
final class Ornaments {

	private Ornaments() {
	}

	/** Courses of dark and light stone along the top edge. */
	static Drawing[] ablaq(double height) {
		Path2D dark = new Path2D.Double();
		Path2D light = new Path2D.Double();
		double stone = Look.PAGE_WIDTH / 27;
		for (int i = 0; i < 27; i++) {
			(i % 2 == 0 ? dark : light).append(new Rectangle2D.Double(i * stone, 0, stone, height), false);
		}
		return new Drawing[]{new Drawing.Fill(dark, Colour.BASALT), new Drawing.Fill(light, Colour.CREAM)};
	}

	/** A hairline with an eight-pointed star in its middle. */
	static Drawing[] divider(double middle, double y) {
		Path2D lines = new Path2D.Double();
		lines.append(new Line2D.Double(middle - 24 * MM, y, middle - 3.2 * MM, y), false);
		lines.append(new Line2D.Double(middle + 3.2 * MM, y, middle + 24 * MM, y), false);
		return new Drawing[]{new Drawing.Stroke(lines, Colour.LAUREL, 0.3 * MM), new Drawing.Fill(star(middle, y, 1.15 * MM), Colour.LAUREL)};
	}

	/** Two squares, one turned by an eighth. */
	private static Shape star(double x, double y, double half) {
		Rectangle2D square = new Rectangle2D.Double(x - half, y - half, 2 * half, 2 * half);
		Area star = new Area(square);
		star.add(new Area(AffineTransform.getRotateInstance(Math.PI / 4, x, y).createTransformedShape(square)));
		return star;
	}

	/** The mark of the window, as ui/mark.svg draws it in a box of 30 by 38. */
	static Drawing[] window(double middle, double top, double width) {
		double scale = width / 30;
		AffineTransform place = new AffineTransform(scale, 0, 0, scale, middle - width / 2, top);
		Path2D frame = new Path2D.Double();
		frame.moveTo(3, 36);
		frame.lineTo(3, 15);
		frame.curveTo(3, 8, 9, 5.5, 15, 1.5);
		frame.curveTo(21, 5.5, 27, 8, 27, 15);
		frame.lineTo(27, 36);
		frame.closePath();
		Path2D lattice = new Path2D.Double();
		polyline(lattice, 15, 8.5, 15, 35.5);
		polyline(lattice, 3.5, 22, 26.5, 22);
		polyline(lattice, 9, 12.5, 21, 22, 9, 31.5);
		polyline(lattice, 21, 12.5, 9, 22, 21, 31.5);
		frame.transform(place);
		lattice.transform(place);
		return new Drawing[]{new Drawing.Stroke(frame, Colour.LAUREL, 2 * scale), new Drawing.Stroke(lattice, Colour.LAUREL, 1.2 * scale)};
	}

	/** The seal: fine lines that turn round a centre, hard to copy by hand and calm to look at, with the window inside. */
	static List<Drawing> seal(double x, double y, double radius) {
		List<Drawing> drawings = new ArrayList<>();
		drawings.add(new Drawing.Stroke(rose(x, y, radius, 0.86, 24), Colour.LAUREL, 0.12 * MM));
		drawings.add(new Drawing.Stroke(rose(x, y, radius * 0.9, 0.8, 16), Colour.LAUREL, 0.12 * MM));
		drawings.addAll(List.of(window(x, y - radius * 0.43, radius * 0.68)));
		return drawings;
	}

	/** A closed wavy line and its turned copies, woven into a band between two radii. */
	private static Path2D rose(double x, double y, double outer, double ratio, int waves) {
		Path2D rose = new Path2D.Double();
		double middle = outer * (1 + ratio) / 2;
		double swing = outer * (1 - ratio) / 2;
		for (int strand = 0; strand < 4; strand++) {
			double phase = strand * Math.PI / 2;
			int steps = waves * 12;
			for (int i = 0; i <= steps; i++) {
				double turn = 2 * Math.PI * i / steps;
				double r = middle + swing * Math.sin(waves * turn + phase);
				double px = x + r * Math.cos(turn);
				double py = y + r * Math.sin(turn);
				if (i == 0) {
					rose.moveTo(px, py);
				} else {
					rose.lineTo(px, py);
				}
			}
			rose.closePath();
		}
		return rose;
	}

	private static void polyline(Path2D path, double... points) {
		path.moveTo(points[0], points[1]);
		for (int i = 2; i < points.length; i += 2) {
			path.lineTo(points[i], points[i + 1]);
		}
	}
}
