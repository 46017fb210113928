package org.nafidha.documents.paper;

import static org.nafidha.documents.paper.Look.MM;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.nafidha.documents.paper.Block.Paragraph.Kind;
import org.nafidha.documents.paper.Page.Drawing;

/** Turns blocks into pieces: breaks their text into lines, gives them their tags, and knows how each is drawn. */
final class Typesetting {

	private static final double BOX_SIDE = 4 * MM;

	private final LineBreaker breaker;
	private final Tag document;

	Typesetting(LineBreaker breaker, Tag document) {
		this.breaker = breaker;
		this.document = document;
	}

	/** @param before the block above it */
	List<Piece> pieces(Block block, @Nullable Block before) {
		return switch (block) {
			case Block.Letterhead letterhead -> List.of(new LetterheadPiece(letterhead, breaker, document));
			case Block.Heading heading when heading.level() == 1 -> title(heading);
			case Block.Heading heading -> section(heading);
			case Block.Paragraph paragraph -> paragraph(paragraph, before instanceof Block.Heading);
			case Block.Facts facts -> List.of(new FactsPiece(facts, breaker, document));
			case Block.Table table -> new TableSetting(table, breaker, document).pieces();
			case Block.Bullets bullets -> bullets(bullets);
			case Block.Foot foot -> throw new IllegalStateException("the foot is set after everything else: " + foot);
		};
	}

	private List<Piece> title(Block.Heading heading) {
		List<Line> lines = breaker.lines(heading.text(), Look.WIDTH);
		Tag tag = document.child("H1");
		double ornament = 5 * MM;
		return List.of(Piece.of(height(lines) + ornament, 7 * MM, true, (page, top) -> {
			page.write(tag, centred(lines, top));
			page.decorate(Ornaments.divider(Look.PAGE_WIDTH / 2, top + height(lines) + 2 * MM));
		}));
	}

	private List<Piece> section(Block.Heading heading) {
		List<Line> lines = breaker.lines(heading.text(), Look.WIDTH);
		Tag tag = document.child("H2");
		return List.of(Piece.of(height(lines) + 1 * MM, 5.5 * MM, true, (page, top) -> page.write(tag, atStart(lines, Look.RIGHT, top))));
	}

	private List<Piece> paragraph(Block.Paragraph paragraph, boolean afterHeading) {
		Tag tag = document.child("P");
		if (paragraph.kind() == Kind.BODY) {
			return lineByLine(breaker.lines(paragraph.text(), Look.WIDTH), tag);
		}
		if (paragraph.kind() == Kind.LEAD) {
			List<Line> lines = breaker.lines(paragraph.text(), Look.WIDTH);
			return List.of(Piece.of(height(lines), 1 * MM, true, (page, top) -> page.write(tag, centred(lines, top))));
		}
		return List.of(boxed(breaker.lines(paragraph.text(), Look.WIDTH - 2 * BOX_SIDE), paragraph.kind() == Kind.WARNING, afterHeading, tag));
	}

	private static List<Piece> lineByLine(List<Line> lines, Tag tag) {
		List<Piece> pieces = new ArrayList<>();
		for (int i = 0; i < lines.size(); i++) {
			List<Line> line = List.of(lines.get(i));
			boolean lonely = i == 0 && lines.size() > 1 || i == lines.size() - 2;
			pieces.add(Piece.of(height(line), i == 0 ? 2 * MM : 0, lonely, (page, top) -> page.write(tag, atStart(line, Look.RIGHT, top))));
		}
		return pieces;
	}

	private static Piece boxed(List<Line> lines, boolean warning, boolean afterHeading, Tag tag) {
		double above = 2.2 * MM;
		double height = height(lines) + 2 * above;
		return Piece.of(height, afterHeading ? 1 * MM : 3.5 * MM, false, (page, top) -> {
			var box = new RoundRectangle2D.Double(Look.LEFT, top, Look.WIDTH, height, 3 * MM, 3 * MM);
			if (warning) {
				page.decorate(new Drawing.Stroke(box, Colour.WARNING, 0.3 * MM));
			} else {
				page.decorate(new Drawing.Fill(box, Colour.STONE), new Drawing.Fill(
						new Rectangle2D.Double(Look.RIGHT - 0.9 * MM, top + 1.5 * MM, 0.9 * MM, height - 3 * MM), Colour.LAUREL));
			}
			page.write(tag, warning ? centred(lines, top + above) : atStart(lines, Look.RIGHT - BOX_SIDE, top + above));
		});
	}

	private List<Piece> bullets(Block.Bullets bullets) {
		Tag list = document.child("L");
		double indent = 5 * MM;
		List<Piece> pieces = new ArrayList<>();
		for (List<Span> item : bullets.items()) {
			List<Line> lines = breaker.lines(item, Look.WIDTH - indent);
			Tag body = list.child("LI").child("LBody");
			pieces.add(Piece.of(height(lines), 1 * MM, false, (page, top) -> {
				double middle = top + lines.getFirst().height() / 2;
				page.decorate(
						new Drawing.Stroke(new Line2D.Double(Look.RIGHT - 3 * MM, middle, Look.RIGHT - 1 * MM, middle), Colour.LAUREL, 0.5 * MM));
				page.write(body, atStart(lines, Look.RIGHT - indent, top));
			}));
		}
		return pieces;
	}

	static double height(List<Line> lines) {
		return lines.stream().mapToDouble(Line::height).sum();
	}

	/** Lines that begin at the right edge given. */
	static List<Drawing> atStart(List<Line> lines, double right, double top) {
		return drawn(lines, top, line -> right - line.width());
	}

	/** Lines that end at the left edge given. */
	static List<Drawing> atEnd(List<Line> lines, double left, double top) {
		return drawn(lines, top, line -> left);
	}

	static List<Drawing> centred(List<Line> lines, double top) {
		return centred(lines, Look.PAGE_WIDTH / 2, top);
	}

	static List<Drawing> centred(List<Line> lines, double middle, double top) {
		return drawn(lines, top, line -> middle - line.width() / 2);
	}

	private static List<Drawing> drawn(List<Line> lines, double top, ToDoubleFunction<Line> left) {
		List<Drawing> drawings = new ArrayList<>();
		double y = top;
		for (Line line : lines) {
			drawings.add(new Drawing.Words(line, left.applyAsDouble(line), y + line.baseline()));
			y += line.height();
		}
		return drawings;
	}
}
