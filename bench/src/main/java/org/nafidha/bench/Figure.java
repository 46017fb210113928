package org.nafidha.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One measured figure: every repeat, and what it is of.
 *
 * @param group the measurement it belongs to: engine, http, ...
 * @param unit with the direction that is better, such as {@code lifecycles/s (more)}
 */
public record Figure(String group, String name, String unit, List<Double> repeats) {

	public Figure {
		repeats = List.copyOf(repeats);
		if (repeats.isEmpty()) {
			throw new IllegalArgumentException("a figure without a measurement: " + name);
		}
	}

	static Figure of(String group, String name, String unit, double... repeats) {
		return new Figure(group, name, unit, Arrays.stream(repeats).boxed().toList());
	}

	/** The middle repeat, or the mean of the two in the middle. */
	public double median() {
		double[] sorted = sorted();
		int middle = sorted.length / 2;
		return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
	}

	double least() {
		return sorted()[0];
	}

	double most() {
		return sorted()[repeats.size() - 1];
	}

	/** One line of the table. */
	String line() {
		String spread = repeats.size() == 1 ? "" : "   (" + number(least()) + " to " + number(most()) + ", " + repeats.size() + " repeats)";
		return String.format(Locale.ROOT, "  %-64s %12s %s%s", name, number(median()), unit, spread);
	}

	private double[] sorted() {
		return repeats.stream().mapToDouble(Double::doubleValue).sorted().toArray();
	}

	private static String number(double value) {
		return Math.abs(value) >= 100 ? String.format(Locale.ROOT, "%,.0f", value) : String.format(Locale.ROOT, "%.2f", value);
	}
}
