package org.nafidha.procedures.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nafidha.procedures.internal.Flow.Edge;

/**
 * The places of a drawing: rows of boxes, and between them rows of the words on arrows; an arrow that passes a row has a place of its own there.
 * So nothing ever stands on anything else.
 */
final class Slots {

	static final int BOX_WIDTH = 190;
	static final int BOX_HEIGHT = 58;
	private static final int PASSING = 14;
	private static final int WIDEST_WORDS = 150;
	private static final double LETTER = 6.6;
	private static final int LINE = 15;
	private static final int MOST_LINES = 5;
	private static final int BETWEEN = 26;
	private static final int SWEEPS = 12;
	/** How often each row settles before the rows agree. */
	private static final int SETTLINGS = 120;
	/** How much an arrow minds to bend, in comparison with a box that would stand right beneath another. */
	private static final double STIFF = 8;

	/** One place. @param node the step or end in it; @param words the arrow whose words stand in it; neither where an arrow only passes */
	static final class Slot {
		final int row;
		final @Nullable String node;
		final @Nullable Edge words;
		final int width;
		final int height;
		final List<Link> down = new ArrayList<>();
		final List<Link> up = new ArrayList<>();
		double x;

		Slot(int row, @Nullable String node, @Nullable Edge words, int width, int height) {
			this.row = row;
			this.node = node;
			this.words = words;
			this.width = width;
			this.height = height;
		}

		/** The places of the same arrow, if it has several: they want to stand in one line. */
		List<Slot> line = List.of();
	}

	/** A piece of an arrow from one row to the next; to or from the lane at the side of the drawing where an end is null. */
	static final class Link {
		final @Nullable Slot from;
		final @Nullable Slot to;
		final int channel;
		double startX;
		double endX;
		int track;

		Link(@Nullable Slot from, @Nullable Slot to, int channel) {
			this.from = from;
			this.to = to;
			this.channel = channel;
			if (from != null) {
				from.down.add(this);
			}
			if (to != null) {
				to.up.add(this);
			}
		}
	}

	final List<List<Slot>> rows = new ArrayList<>();
	final Map<String, Slot> boxes = new LinkedHashMap<>();
	/** The pieces of each arrow, in order. */
	final Map<Edge, List<Link>> ways = new LinkedHashMap<>();

	static Slots of(Flow flow, Ranks ranks) {
		Slots slots = new Slots();
		int last = ranks.rows().values().stream().mapToInt(Integer::intValue).max().orElse(0);
		for (int row = 0; row <= 2 * last; row++) {
			slots.rows.add(new ArrayList<>());
		}
		Stream.concat(flow.procedure().steps().keySet().stream(), flow.procedure().ends().keySet().stream()).filter(ranks.rows()::containsKey)
				.forEach(node -> slots.boxes.put(node,
						slots.add(new Slot(2 * Objects.requireNonNull(ranks.rows().get(node)), node, null, BOX_WIDTH, BOX_HEIGHT))));
		slots.boxes.keySet().forEach(node -> flow.from(node).forEach(edge -> slots.lead(edge, ranks.back(edge))));
		slots.arrange();
		return slots;
	}

	private Slot add(Slot slot) {
		while (rows.size() <= slot.row) {
			rows.add(new ArrayList<>());
		}
		rows.get(slot.row).add(slot);
		return slot;
	}

	private void lead(Edge edge, boolean back) {
		Slot from = Objects.requireNonNull(boxes.get(edge.from()));
		Slot to = Objects.requireNonNull(boxes.get(edge.to()));
		Slot words = add(words(from.row + 1, edge));
		List<Link> way = new ArrayList<>(List.of(new Link(from, words, from.row)));
		if (back) {
			way.add(new Link(words, null, words.row));
			way.add(new Link(null, to, to.row - 1));
		} else {
			Slot at = words;
			List<Slot> line = new ArrayList<>(List.of(words));
			while (at.row < to.row - 1) {
				Slot next = add(new Slot(at.row + 1, null, null, PASSING, 0));
				way.add(new Link(at, next, at.row));
				line.add(next);
				at = next;
			}
			way.add(new Link(at, to, at.row));
			line.forEach(slot -> slot.line = line);
		}
		ways.put(edge, way);
	}

	/** As wide as its words in the longer language, on as many lines as that takes. */
	private static Slot words(int row, Edge edge) {
		int letters = Math.max(edge.words().ar().length(), edge.words().en().length());
		int wide = (int) Math.ceil(letters * LETTER) + 8;
		int lines = Math.min(MOST_LINES, (int) Math.ceil(wide * 1.15 / WIDEST_WORDS));
		return new Slot(row, null, edge, Math.min(wide, WIDEST_WORDS), Math.max(1, lines) * LINE + 4);
	}

	/** Orders each row by where its neighbours stand, to and fro, and keeps the order with the fewest crossings. */
	private void arrange() {
		List<List<Slot>> best = copy();
		int fewest = crossings();
		for (int sweep = 0; sweep < SWEEPS; sweep++) {
			boolean downwards = sweep % 2 == 0;
			for (int i = 0; i < rows.size(); i++) {
				order(rows.get(downwards ? i : rows.size() - 1 - i), downwards);
			}
			int now = crossings();
			if (now < fewest) {
				fewest = now;
				best = copy();
			}
		}
		rows.clear();
		rows.addAll(best);
	}

	private List<List<Slot>> copy() {
		List<List<Slot>> copy = new ArrayList<>();
		rows.forEach(row -> copy.add(new ArrayList<>(row)));
		return copy;
	}

	private void order(List<Slot> row, boolean downwards) {
		Map<Slot, Integer> places = places();
		Map<Slot, Double> wanted = new HashMap<>();
		for (Slot slot : row) {
			wanted.put(slot, neighbours(slot, downwards).mapToInt(other -> Objects.requireNonNull(places.get(other))).average()
					.orElse(Objects.requireNonNull(places.get(slot))));
		}
		row.sort(Comparator.comparingDouble(slot -> wanted.getOrDefault(slot, 0.0)));
	}

	private Map<Slot, Integer> places() {
		Map<Slot, Integer> places = new HashMap<>();
		for (List<Slot> row : rows) {
			for (int i = 0; i < row.size(); i++) {
				places.put(row.get(i), 2 * i - row.size());
			}
		}
		return places;
	}

	private static Stream<Slot> neighbours(Slot slot, boolean above) {
		return (above ? slot.up.stream().map(link -> link.from) : slot.down.stream().map(link -> link.to)).filter(Objects::nonNull);
	}

	private int crossings() {
		Map<Slot, Integer> places = places();
		int crossings = 0;
		for (List<Slot> row : rows) {
			List<Link> links = row.stream().flatMap(slot -> slot.down.stream()).filter(link -> link.to != null).toList();
			for (Link one : links) {
				for (Link other : links) {
					crossings += place(places, one.from) < place(places, other.from) && place(places, one.to) > place(places, other.to) ? 1 : 0;
				}
			}
		}
		return crossings;
	}

	private static int place(Map<Slot, Integer> places, @Nullable Slot slot) {
		return places.getOrDefault(Objects.requireNonNull(slot), 0);
	}

	/** Moves every place to where its neighbours are, as far as those beside it let it; to the right of the margin. */
	void place(int margin) {
		for (List<Slot> row : rows) {
			double[] wanted = new double[row.size()];
			settle(row, wanted);
		}
		for (int sweep = 0; sweep < SETTLINGS; sweep++) {
			for (int i = 0; i < rows.size(); i++) {
				List<Slot> row = rows.get(sweep % 2 == 0 ? i : rows.size() - 1 - i);
				settle(row, row.stream().mapToDouble(Slots::wanted).toArray());
			}
		}
		rows.stream().flatMap(List::stream).filter(slot -> slot.line.size() > 1 && slot == slot.line.getFirst()).forEach(Slots::straighten);
		double least = rows.stream().flatMap(List::stream).mapToDouble(slot -> slot.x - slot.width / 2.0).min().orElse(0);
		rows.forEach(row -> row.forEach(slot -> slot.x = Math.round(slot.x - least + margin)));
	}

	/** What is nearly in a line shall be in a line. */
	private static void straighten(Slot first) {
		double mean = first.line.stream().mapToDouble(slot -> slot.x).average().orElse(first.x);
		for (Slot slot : first.line) {
			if (Math.abs(slot.x - mean) < BETWEEN / 4.0) {
				slot.x = mean;
			}
		}
	}

	/** Boxes and words stand near what they belong to; the places of one arrow in a line between the two boxes. */
	private static double wanted(Slot slot) {
		if (slot.line.size() > 1) {
			Slot first = slot.line.getFirst();
			Slot last = slot.line.getLast();
			double ends = Stream.concat(neighbours(first, true), neighbours(last, false)).mapToDouble(other -> other.x).sum();
			double own = slot.line.stream().mapToDouble(other -> other.x).sum();
			return (STIFF * own + ends) / (STIFF * slot.line.size() + 2);
		}
		return Stream.concat(neighbours(slot, true), neighbours(slot, false)).mapToDouble(other -> other.x).average().orElse(slot.x);
	}

	private static void settle(List<Slot> row, double[] wanted) {
		double[] gaps = new double[row.size()];
		double[] weights = row.stream().mapToDouble(slot -> slot.line.size() > 1 ? STIFF : 1).toArray();
		for (int i = 1; i < row.size(); i++) {
			gaps[i] = (row.get(i - 1).width + row.get(i).width) / 2.0 + BETWEEN;
		}
		double[] x = Spacing.apart(wanted, gaps, weights);
		for (int i = 0; i < x.length; i++) {
			row.get(i).x = x[i];
		}
	}
}
