package org.nafidha.documents.paper;

import static org.nafidha.documents.paper.Look.MM;

import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.nafidha.documents.paper.Page.Drawing;

/** Labels over their values in a ruled grid, filled from the right, row by row. */
final class FactsPiece implements Piece {

	private static final double SIDE = 3.5 * MM;
	private static final double ABOVE = 1.6 * MM;

	private final int columns;
	private final double cellWidth;
	private final List<Cell> cells = new ArrayList<>();
	private final List<Double> rowHeights = new ArrayList<>();

	private record Cell(Tag label, List<Line> labelLines, Tag value, List<Line> valueLines) {

		double height() {
			return Typesetting.height(labelLines) + Typesetting.height(valueLines) + 2 * ABOVE;
		}
	}

	FactsPiece(Block.Facts facts, LineBreaker breaker, Tag document) {
		this.columns = facts.columns();
		this.cellWidth = Look.WIDTH / columns;
		Tag list = document.child("L");
		for (Block.Fact fact : facts.facts()) {
			Tag item = list.child("LI");
			cells.add(new Cell(item.child("Lbl"), breaker.lines(fact.label(), cellWidth - 2 * SIDE), item.child("LBody"),
					breaker.lines(fact.value(), cellWidth - 2 * SIDE)));
		}
		for (int row = 0; row * columns < cells.size(); row++) {
			rowHeights.add(
					cells.subList(row * columns, Math.min(cells.size(), (row + 1) * columns)).stream().mapToDouble(Cell::height).max().orElse(0));
		}
	}

	@Override
	public double height() {
		return rowHeights.stream().mapToDouble(Double::doubleValue).sum();
	}

	@Override
	public double before() {
		return 5 * MM;
	}

	@Override
	public boolean keepsWithNext() {
		return false;
	}

	@Override
	public void draw(Page page, double top) {
		page.decorate(rules(top));
		double y = top;
		for (int i = 0; i < cells.size(); i++) {
			if (i > 0 && i % columns == 0) {
				y += rowHeights.get(i / columns - 1);
			}
			Cell cell = cells.get(i);
			double right = Look.RIGHT - i % columns * cellWidth - SIDE;
			page.write(cell.label(), Typesetting.atStart(cell.labelLines(), right, y + ABOVE));
			page.write(cell.value(), Typesetting.atStart(cell.valueLines(), right, y + ABOVE + Typesetting.height(cell.labelLines())));
		}
	}

	private Drawing[] rules(double top) {
		List<Drawing> rules = new ArrayList<>();
		rules.add(stroke(new RoundRectangle2D.Double(Look.LEFT, top, Look.WIDTH, height(), 3 * MM, 3 * MM)));
		double y = top;
		for (int row = 0; row + 1 < rowHeights.size(); row++) {
			y += rowHeights.get(row);
			rules.add(stroke(new Line2D.Double(Look.LEFT, y, Look.RIGHT, y)));
		}
		for (int column = 1; column < columns; column++) {
			double x = Look.RIGHT - column * cellWidth;
			int lastFull = (cells.size() - 1) % columns >= column - 1 ? rowHeights.size() : rowHeights.size() - 1;
			double bottom = top + rowHeights.subList(0, lastFull).stream().mapToDouble(Double::doubleValue).sum();
			rules.add(stroke(new Line2D.Double(x, top, x, bottom)));
		}
		return rules.toArray(Drawing[]::new);
	}

	private static Drawing stroke(java.awt.Shape shape) {
		return new Drawing.Stroke(shape, Colour.LINE, Look.HAIRLINE);
	}
}
