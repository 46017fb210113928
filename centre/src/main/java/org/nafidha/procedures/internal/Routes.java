package org.nafidha.procedures.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nafidha.procedures.Diagram.Point;
import org.nafidha.procedures.internal.Slots.Link;
import org.nafidha.procedures.internal.Slots.Slot;

/**
 * The ways of arrows through the channels between rows: in each channel every arrow that turns has a track of its own, and what leads back runs
 * in lanes beside the drawing.
 */
final class Routes {

	private static final int TRACK = 9;
	private static final int LANE = 14;
	private static final int ABOVE = 12;
	private static final int PORT = 18;
	/** Nearer than this, two ends of a piece are in line. */
	private static final double IN_LINE = 0.5;

	private final Slots slots;
	private final int edge;
	/** Middle of each row. */
	private final Map<Integer, Integer> middles = new HashMap<>();
	/** Where the tracks of each channel begin. */
	private final Map<Integer, Integer> channels = new HashMap<>();
	private int lanes;
	private int height;

	Routes(Slots slots, int margin) {
		this.slots = slots;
		this.edge = (int) slots.rows.stream().flatMap(List::stream).mapToDouble(slot -> slot.x + slot.width / 2.0).max().orElse(0) + LANE;
		ports();
		Map<Integer, List<Link>> inChannels = new TreeMap<>();
		slots.ways.values().forEach(way -> way.forEach(link -> inChannels.computeIfAbsent(link.channel, c -> new ArrayList<>()).add(link)));
		Map<Integer, Integer> tracks = new HashMap<>();
		inChannels.forEach((channel, links) -> tracks.put(channel, assign(links)));
		int y = margin / 2;
		for (int row = -1; row < slots.rows.size(); row++) {
			if (row >= 0) {
				int tall = slots.rows.get(row).stream().mapToInt(slot -> slot.height).max().orElse(0);
				middles.put(row, y + tall / 2);
				y += tall;
			}
			channels.put(row, y + ABOVE);
			y += row + 1 < slots.rows.size() && (row >= 0 || tracks.containsKey(row))
					? 2 * ABOVE + Math.max(0, tracks.getOrDefault(row, 0) - 1) * TRACK
					: 0;
		}
		this.height = y + margin / 2;
	}

	int width(int margin) {
		return edge + lanes * LANE + margin / 2;
	}

	int height() {
		return height;
	}

	int middle(Slot slot) {
		return middles.getOrDefault(slot.row, 0);
	}

	/** Where arrows leave and reach a box: across from where they lead, no two at the same place. */
	private void ports() {
		slots.ways.values().forEach(way -> way.forEach(link -> {
			if (link.from == null || link.to == null) {
				double lane = edge + LANE * (lanes + 0.5);
				link.startX = link.from == null ? lane : link.from.x;
				link.endX = link.to == null ? lane : link.to.x;
				lanes += link.from == null ? 1 : 0;
			} else {
				link.startX = link.from.x;
				link.endX = link.to.x;
			}
		}));
		slots.boxes.values().forEach(box -> {
			spread(box, box.down, true);
			spread(box, box.up, false);
		});
	}

	private static void spread(Slot box, List<Link> links, boolean leaving) {
		List<Link> sorted = links.stream().sorted(Comparator.comparingDouble(link -> leaving ? link.endX : link.startX)).toList();
		double room = box.width / 2.0 - PORT;
		double gap = sorted.size() < 2 ? 0 : Math.min(PORT, 2 * room / (sorted.size() - 1));
		double[] gaps = new double[sorted.size()];
		double[] wanted = new double[sorted.size()];
		for (int i = 0; i < gaps.length; i++) {
			gaps[i] = gap;
			double across = leaving ? sorted.get(i).endX : sorted.get(i).startX;
			double least = box.x - room + i * gap;
			double most = box.x + room - (gaps.length - 1 - i) * gap;
			wanted[i] = Math.clamp(across, Math.min(least, most), Math.max(least, most));
		}
		double[] weights = new double[gaps.length];
		java.util.Arrays.fill(weights, 1);
		double[] x = Spacing.apart(wanted, gaps, weights);
		for (int i = 0; i < x.length; i++) {
			if (leaving) {
				sorted.get(i).startX = Math.round(x[i]);
			} else {
				sorted.get(i).endX = Math.round(x[i]);
			}
		}
	}

	private static boolean turns(Link link) {
		return Math.abs(link.startX - link.endX) > IN_LINE;
	}

	/** Gives each turning piece the first track where it meets no other; how many tracks that takes. */
	private static int assign(List<Link> links) {
		List<Link> turning = new ArrayList<>(links.stream().filter(Routes::turns).toList());
		List<Link> placed = new ArrayList<>();
		int most = 0;
		while (!turning.isEmpty()) {
			Link next = turning.stream().filter(link -> turning.stream().noneMatch(other -> other != link && above(other, link))).findFirst()
					.orElse(turning.getFirst());
			turning.remove(next);
			int track = 0;
			for (Link other : placed) {
				if (meets(other, next) || above(other, next)) {
					track = Math.max(track, other.track + 1);
				}
			}
			next.track = track;
			most = Math.max(most, track + 1);
			placed.add(next);
		}
		return most;
	}

	/** One comes down from where the other goes down to: its track must lie above. */
	private static boolean above(Link one, Link other) {
		return Math.abs(one.startX - other.endX) < TRACK && one.from != null && other.to != null;
	}

	private static boolean meets(Link one, Link other) {
		return Math.min(one.startX, one.endX) - TRACK < Math.max(other.startX, other.endX)
				&& Math.min(other.startX, other.endX) - TRACK < Math.max(one.startX, one.endX);
	}

	/** The corners of an arrow, from the lower side of one box to the upper side of the other. */
	List<Point> points(List<Link> way) {
		List<Point> points = new ArrayList<>();
		Slot first = java.util.Objects.requireNonNull(way.getFirst().from);
		Slot last = java.util.Objects.requireNonNull(way.getLast().to);
		add(points, way.getFirst().startX, middle(first) + first.height / 2);
		for (Link link : way) {
			if (turns(link)) {
				int y = channels.getOrDefault(link.channel, 0) + link.track * TRACK;
				add(points, link.startX, y);
				add(points, link.endX, y);
			}
		}
		add(points, way.getLast().endX, middle(last) - last.height / 2);
		return points;
	}

	private static void add(List<Point> points, double x, int y) {
		Point point = new Point((int) Math.round(x), y);
		if (points.isEmpty() || !points.getLast().equals(point)) {
			points.add(point);
		}
	}
}
