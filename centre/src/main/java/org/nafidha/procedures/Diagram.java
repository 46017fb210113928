package org.nafidha.procedures;

import java.util.List;
import org.nafidha.kernel.LocalizedText;

/**
 * A procedure as a drawing: boxes in rows, in the order of the ways to them, and arrows between them, which run between boxes and never behind
 * one. Units are pixels from the upper left.
 */
public record Diagram(int width, int height, List<Box> boxes, List<Arrow> arrows) {

	/** Corners of arrows are round. */
	private static final int RADIUS = 7;

	/** What a box is, for its shape. */
	public enum Shape {
		REVIEW, INSPECTION, CONSULTATION, CORRECTION, PAYMENT, AUTOMATION, CHOICE, WAIT, ISSUE, GRANTED, REFUSED;

		/** End of its message key and class. */
		public String key() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}
	}

	/** Its middle stands at {@code x, y}. */
	public record Box(String id, LocalizedText title, Shape shape, int x, int y, int width, int height) {
	}

	public record Point(int x, int y) {
	}

	/** Words on an arrow; their middle stands at {@code x, y}, and nothing else stands there. */
	public record Label(LocalizedText words, int x, int y, int width, int height) {
	}

	/**
	 * @param points its corners, from one box to the other
	 * @param back leads to an earlier row
	 */
	public record Arrow(String from, String to, Label label, List<Point> points, boolean back) {

		public LocalizedText words() {
			return label.words();
		}

		/** As SVG writes it. */
		public String path() {
			StringBuilder path = new StringBuilder("M").append(points.getFirst().x()).append(' ').append(points.getFirst().y());
			for (int i = 1; i < points.size() - 1; i++) {
				Point corner = points.get(i);
				Point in = towards(corner, points.get(i - 1));
				Point out = towards(corner, points.get(i + 1));
				path.append("L%d %dQ%d %d %d %d".formatted(in.x(), in.y(), corner.x(), corner.y(), out.x(), out.y()));
			}
			return path.append('L').append(points.getLast().x()).append(' ').append(points.getLast().y()).toString();
		}

		private static Point towards(Point corner, Point other) {
			int dx = other.x() - corner.x();
			int dy = other.y() - corner.y();
			int radius = Math.min(RADIUS, (Math.abs(dx) + Math.abs(dy)) / 2);
			return new Point(corner.x() + Integer.signum(dx) * radius, corner.y() + Integer.signum(dy) * radius);
		}
	}

	/** For readers from right to left. */
	public Diagram mirrored() {
		return new Diagram(width, height,
				boxes.stream().map(box -> new Box(box.id(), box.title(), box.shape(), width - box.x(), box.y(), box.width(), box.height())).toList(),
				arrows.stream().map(this::mirrored).toList());
	}

	private Arrow mirrored(Arrow arrow) {
		Label label = arrow.label();
		return new Arrow(arrow.from(), arrow.to(), new Label(label.words(), width - label.x(), label.y(), label.width(), label.height()),
				arrow.points().stream().map(point -> new Point(width - point.x(), point.y())).toList(), arrow.back());
	}
}
