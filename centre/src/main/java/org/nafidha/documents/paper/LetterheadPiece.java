package org.nafidha.documents.paper;

import static org.nafidha.documents.paper.Look.MM;

import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import org.nafidha.documents.paper.Page.Drawing;

/** Head of the first page: authority, mark, particulars, over a line. */
final class LetterheadPiece implements Piece {

	private static final double MARK_WIDTH = 15 * MM;
	private static final double MARK_HEIGHT = MARK_WIDTH * 38 / 30;
	private static final double COLUMN = (Look.WIDTH - MARK_WIDTH) / 2 - 5 * MM;

	private final List<Line> authority = new ArrayList<>();
	private final Tag authorityTag;
	private final List<Particular> particulars = new ArrayList<>();

	private record Particular(Tag label, List<Line> labelLines, Tag value, List<Line> valueLines) {

		double height() {
			return Math.max(Typesetting.height(labelLines), Typesetting.height(valueLines));
		}
	}

	LetterheadPiece(Block.Letterhead head, LineBreaker breaker, Tag document) {
		this.authorityTag = document.child("P");
		head.authority().forEach(line -> authority.addAll(breaker.lines(line, COLUMN)));
		Tag list = document.child("L");
		for (Block.Fact fact : head.particulars()) {
			Tag item = list.child("LI");
			List<Span> value = fact.value().stream().map(span -> span.with(new Style(Typeface.SEMIBOLD, 9.5, 1.65, Colour.INK))).toList();
			particulars.add(new Particular(item.child("Lbl"), breaker.lines(fact.label(), COLUMN * 0.4), item.child("LBody"),
					breaker.lines(value, COLUMN * 0.75)));
		}
	}

	@Override
	public double height() {
		double right = Typesetting.height(authority);
		double left = particulars.stream().mapToDouble(Particular::height).sum();
		return Math.max(MARK_HEIGHT, Math.max(right, left)) + 4.5 * MM;
	}

	@Override
	public double before() {
		return 0;
	}

	@Override
	public boolean keepsWithNext() {
		return true;
	}

	@Override
	public void draw(Page page, double top) {
		double bottom = top + height();
		double middle = top + (height() - 4.5 * MM) / 2;
		page.write(authorityTag, Typesetting.atStart(authority, Look.RIGHT, middle - Typesetting.height(authority) / 2));
		page.decorate(Ornaments.window(Look.PAGE_WIDTH / 2, middle - MARK_HEIGHT / 2, MARK_WIDTH));
		drawParticulars(page, middle);
		page.decorate(new Drawing.Stroke(new Line2D.Double(Look.LEFT, bottom, Look.RIGHT, bottom), Colour.LAUREL, 0.6 * MM));
	}

	/** Two columns that both begin at their right edge; the values' column is as wide as its widest value and ends at the margin. */
	private void drawParticulars(Page page, double middle) {
		double widest = particulars.stream().flatMap(p -> p.valueLines().stream()).mapToDouble(Line::width).max().orElse(0);
		double valueRight = Look.LEFT + widest;
		double widestLabel = particulars.stream().flatMap(p -> p.labelLines().stream()).mapToDouble(Line::width).max().orElse(0);
		double labelRight = valueRight + 3 * MM + widestLabel;
		double y = middle - particulars.stream().mapToDouble(Particular::height).sum() / 2;
		for (Particular particular : particulars) {
			double lower = particular.valueLines().getFirst().baseline() - particular.labelLines().getFirst().baseline();
			page.write(particular.label(), Typesetting.atStart(particular.labelLines(), labelRight, y + lower));
			page.write(particular.value(), Typesetting.atStart(particular.valueLines(), valueRight, y));
			y += particular.height();
		}
	}
}
