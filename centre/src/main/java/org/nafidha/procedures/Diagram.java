package org.nafidha.procedures;

import java.util.List;
import org.nafidha.kernel.LocalizedText;

/** A procedure as a drawing: boxes in rows, in the order of the shortest ways to them, and arrows between them. Units are pixels from the upper left. */
public record Diagram(int width, int height, List<Box> boxes, List<Arrow> arrows) {

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

	/**
	 * @param path as SVG writes it
	 * @param x where its words stand
	 * @param back leads to an earlier row
	 */
	public record Arrow(String from, String to, LocalizedText words, String path, int x, int y, boolean back) {
	}
}
