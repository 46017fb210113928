package org.nafidha.documents.paper;

import static org.nafidha.documents.paper.Look.MM;

import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import org.nafidha.documents.paper.Page.Drawing;

/**
 * A table, mirrored as Arabic reads it: the first column at the right. It breaks between rows, with its head repeated; a
 * row higher than {@value #ROW_LINES} lines continues as a further piece.
 */
final class TableSetting {

	private static final int ROW_LINES = 30;
	private static final double SIDE = 2 * MM;
	private static final double ROW_ABOVE = 1.35 * MM;
	private static final double HEAD_ABOVE = 0.8 * MM;

	private final Block.Table table;
	private final LineBreaker breaker;
	private final Tag tag;
	private final double[] rights;
	private final double[] widths;

	TableSetting(Block.Table table, LineBreaker breaker, Tag document) {
		this.table = table;
		this.breaker = breaker;
		this.tag = document.child("Table");
		int columns = table.weights().size();
		this.rights = new double[columns];
		this.widths = new double[columns];
		double sum = table.weights().stream().mapToDouble(Double::doubleValue).sum();
		double right = Look.RIGHT;
		for (int i = 0; i < columns; i++) {
			rights[i] = right;
			widths[i] = Look.WIDTH * table.weights().get(i) / sum;
			right -= widths[i];
		}
	}

	List<Piece> pieces() {
		List<List<Line>> headLines = lines(table.head());
		Tag headRow = tag.child("THead").child("TR");
		List<Tag> headTags = headLines.stream().map(cell -> headRow.child("TH").scope("Column")).toList();
		List<Piece> pieces = new ArrayList<>();
		pieces.add(head(headLines, headTags, true));
		Piece repeated = head(headLines, List.of(), false);
		Tag body = tag.child("TBody");
		for (int i = 0; i < table.rows().size(); i++) {
			Block.Row row = table.rows().get(i);
			boolean beforeTotal = i + 1 < table.rows().size() && table.rows().get(i + 1).total();
			pieces.addAll(row(row, body.child("TR"), repeated, beforeTotal));
		}
		return pieces;
	}

	private Piece head(List<List<Line>> cells, List<Tag> tags, boolean first) {
		double height = highest(cells) + 2 * HEAD_ABOVE;
		return Piece.of(height, 0, true, (page, top) -> {
			for (int i = 0; i < cells.size(); i++) {
				List<Drawing> words = Typesetting.atStart(cells.get(i), rights[i] - SIDE, top + HEAD_ABOVE);
				if (first) {
					page.write(tags.get(i), words);
				} else {
					page.paginate(words);
				}
			}
			page.decorate(rule(top + height, 0.4 * MM, Colour.INK));
		});
	}

	private List<Piece> row(Block.Row row, Tag rowTag, Piece repeated, boolean beforeTotal) {
		List<List<Line>> cells = lines(row.cells());
		List<Tag> tags = cells.stream().map(cell -> rowTag.child("TD")).toList();
		int highest = cells.stream().mapToInt(List::size).max().orElse(0);
		List<Piece> pieces = new ArrayList<>();
		for (int from = 0; from < Math.max(1, highest); from += ROW_LINES) {
			int start = from;
			List<List<Line>> part = cells.stream()
					.map(cell -> cell.subList(Math.min(start, cell.size()), Math.min(start + ROW_LINES, cell.size()))).toList();
			boolean last = from + ROW_LINES >= highest;
			pieces.add(part(row, part, tags, last, repeated, beforeTotal));
		}
		return pieces;
	}

	private Piece part(Block.Row row, List<List<Line>> cells, List<Tag> tags, boolean last, Piece repeated, boolean beforeTotal) {
		double height = highest(cells) + 2 * ROW_ABOVE;
		return new Piece.Fixed(height, 0, last && beforeTotal, repeated, (page, top) -> {
			for (int i = 0; i < cells.size(); i++) {
				if (!cells.get(i).isEmpty()) {
					page.write(tags.get(i), Typesetting.atStart(cells.get(i), rights[i] - SIDE, top + ROW_ABOVE));
				}
			}
			if (last) {
				page.decorate(row.total()
						? rule(top + height, 0.4 * MM, Colour.INK)
						: rule(top + height, beforeTotal ? 0.4 * MM : Look.HAIRLINE, beforeTotal ? Colour.INK : Colour.LINE));
			}
		});
	}

	private static Drawing rule(double y, double width, Colour colour) {
		return new Drawing.Stroke(new Line2D.Double(Look.LEFT, y, Look.RIGHT, y), colour, width);
	}

	private List<List<Line>> lines(List<List<Span>> cells) {
		List<List<Line>> lines = new ArrayList<>();
		for (int i = 0; i < cells.size(); i++) {
			lines.add(breaker.lines(cells.get(i), widths[i] - 2 * SIDE));
		}
		return lines;
	}

	private static double highest(List<List<Line>> cells) {
		return cells.stream().mapToDouble(Typesetting::height).max().orElse(0);
	}
}
