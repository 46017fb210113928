package org.nafidha.agencies.sim;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How the agencies behave.
 *
 * @param port 0 for any that is free
 * @param folder where keys are left for the centre, and where it leaves its own
 * @param seed everything invented follows from it
 * @param delayFactor 1 for the delays of real bodies, 0 for none
 * @param faults whether bodies fail now and then: one question in fifty, and one body a minute in every ten
 * @param people a JSON file with invented people whom the centre knows ({@code nationalNumber, given, father, family, mother, male, born}): they bear the same names here
 */
public record Options(int port, Path folder, long seed, double delayFactor, boolean faults, @Nullable Path people) {

	static Options of(String... arguments) {
		int port = 8085;
		Path folder = Path.of("data", "agencies");
		long seed = 2026;
		double delayFactor = 1;
		boolean faults = false;
		Path people = null;
		for (int i = 0; i < arguments.length; i++) {
			switch (arguments[i]) {
				case "--port" -> port = Integer.parseInt(arguments[++i]);
				case "--folder" -> folder = Path.of(arguments[++i]);
				case "--seed" -> seed = Long.parseLong(arguments[++i]);
				case "--delay-factor" -> delayFactor = Double.parseDouble(arguments[++i]);
				case "--faults" -> faults = true;
				case "--people" -> people = Path.of(arguments[++i]);
				default -> throw new IllegalArgumentException(
						"unknown option " + arguments[i] + "; there are --port, --folder, --seed, --delay-factor, --people and --faults");
			}
		}
		return new Options(port, folder, seed, delayFactor, faults, people);
	}
}
