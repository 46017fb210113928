package org.nafidha.documents.paper;

import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.nafidha.documents.paper.Units.Unit;

/** Sets paragraphs into lines of a given width, right to left. Thread-safe. */
final class LineBreaker {

	private static final BreakIterator LETTERS = BreakIterator.getCharacterInstance(Locale.ROOT);

	private final Shaper shaper = new Shaper();
	private final Units units = new Units(shaper);

	/** The lines, at least one unless the text is empty. */
	List<Line> lines(List<Span> paragraph, double width) {
		List<Line> lines = new ArrayList<>();
		for (List<Span> part : atLineFeeds(paragraph)) {
			Filling filling = new Filling(width, lines);
			List<Unit> chunk = new ArrayList<>();
			for (Unit unit : units.of(part)) {
				chunk.add(unit);
				if (unit.mayEndLine()) {
					filling.add(chunk);
					chunk = new ArrayList<>();
				}
			}
			filling.add(chunk);
			filling.endLine(true);
		}
		return lines;
	}

	private static List<List<Span>> atLineFeeds(List<Span> paragraph) {
		List<List<Span>> parts = new ArrayList<>();
		List<Span> part = new ArrayList<>();
		for (Span span : paragraph) {
			String[] pieces = span.text().split("\n", -1);
			for (int i = 0; i < pieces.length; i++) {
				if (i > 0) {
					parts.add(part);
					part = new ArrayList<>();
				}
				if (!pieces[i].isEmpty()) {
					part.add(new Span(pieces[i], span.style(), span.isolated(), span.whole(), span.language()));
				}
			}
		}
		parts.add(part);
		return parts;
	}

	/** One paragraph being filled into lines. */
	private final class Filling {

		private final double width;
		private final List<Line> lines;
		private List<Unit> line = new ArrayList<>();
		private double used;

		Filling(double width, List<Line> lines) {
			this.width = width;
			this.lines = lines;
		}

		void add(List<Unit> chunk) {
			double needed = visibleWidth(chunk);
			if (used + needed > width && !line.isEmpty()) {
				endLine(false);
			}
			if (needed > width) {
				addLetterByLetter(chunk);
				return;
			}
			chunk.forEach(this::put);
		}

		/** A word longer than the line: cut where it fills the line, rather than running over the edge. */
		private void addLetterByLetter(List<Unit> chunk) {
			for (Unit unit : chunk) {
				String rest = unit.word().text();
				while (!rest.isEmpty()) {
					Unit piece = fitting(unit, rest);
					if (used + piece.width() > width && !line.isEmpty()) {
						endLine(false);
						piece = fitting(unit, rest);
					}
					put(piece);
					rest = rest.substring(piece.word().text().length());
				}
			}
		}

		private Unit fitting(Unit unit, String text) {
			BreakIterator letters = (BreakIterator) LETTERS.clone();
			letters.setText(text);
			Unit best = piece(unit, text.substring(0, letters.following(0)));
			for (int end = letters.next(); end != BreakIterator.DONE; end = letters.next()) {
				Unit longer = piece(unit, text.substring(0, end));
				if (used + longer.width() > width) {
					return best;
				}
				best = longer;
			}
			return best;
		}

		private Unit piece(Unit unit, String text) {
			return new Unit(shaper.shape(unit.word().face(), text, unit.word().rightToLeft()), unit.style(), unit.language(), unit.level(), true);
		}

		private void put(Unit unit) {
			if (line.isEmpty() && unit.word().isSpace()) {
				return;
			}
			line.add(unit);
			used += unit.width();
		}

		void endLine(boolean last) {
			if (!line.isEmpty()) {
				lines.add(placed(line, last));
			}
			line = new ArrayList<>();
			used = 0;
		}
	}

	private static double visibleWidth(List<Unit> chunk) {
		int end = chunk.size();
		while (end > 0 && chunk.get(end - 1).word().isSpace()) {
			end--;
		}
		return chunk.subList(0, end).stream().mapToDouble(Unit::width).sum();
	}

	/** Reorders the line for the eye (UAX 9, rules L1 and L2); the words keep their reading order in the list. */
	private static Line placed(List<Unit> line, boolean last) {
		double visible = visibleWidth(line);
		byte[] levels = new byte[line.size()];
		boolean trailing = true;
		for (int i = line.size() - 1; i >= 0; i--) {
			trailing &= line.get(i).word().isSpace();
			levels[i] = trailing ? 1 : line.get(i).level();
		}
		int[] visual = Bidi.reorderVisual(levels);
		double total = line.stream().mapToDouble(Unit::width).sum();
		double[] x = new double[line.size()];
		double at = visible - total;
		for (int index : visual) {
			x[index] = at;
			at += line.get(index).width();
		}
		List<Line.Placed> words = new ArrayList<>(line.size());
		for (int i = 0; i < line.size(); i++) {
			Unit unit = line.get(i);
			words.add(new Line.Placed(unit.word(), unit.style(), unit.language(), x[i]));
		}
		return new Line(List.copyOf(words), visible, last);
	}
}
