package org.nafidha.agencies.sim;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the agencies behave.
 *
 * @param port 0 for any that is free
 * @param folder where keys are left for the centre, and where it leaves its own
 * @param seed everything invented follows from it, and what goes wrong
 * @param delayFactor 1 for the delays of real bodies, 0 for none
 * @param people a JSON file with invented people whom the centre knows ({@code nationalNumber, given, father, family, mother, male, born}): they bear the same names here
 */
public record Options(int port, Path folder, long seed, double delayFactor, Faults faults, @Nullable Path people) {

	private static final String KNOWN = "there are --port N, --folder DIR, --seed N, --delay-factor N, --people FILE, --faults none|mild|wild and "
			+ "--behaviour BODY=WAY[,BODY=WAY]...";

	public Options {
		if (port < 0 || port > 65_535) {
			throw new IllegalArgumentException("--port is between 0 and 65535, not " + port);
		}
		if (!(delayFactor >= 0 && delayFactor <= 1_000)) {
			throw new IllegalArgumentException("--delay-factor is between 0 and 1000, not " + delayFactor);
		}
		if (people != null && !Files.isReadable(people)) {
			throw new IllegalArgumentException("the people cannot be read from " + people);
		}
	}

	/** For tests: any free port, no delays. */
	public static Options quick(Path folder, long seed, Faults faults) {
		return new Options(0, folder, seed, 0, faults, null);
	}

	static Options of(String... arguments) {
		Map<String, String> given = new HashMap<>();
		for (int i = 0; i < arguments.length; i += 2) {
			if (i + 1 == arguments.length) {
				throw new IllegalArgumentException(arguments[i] + " needs a value, or is no option; " + KNOWN);
			}
			given.put(arguments[i], arguments[i + 1]);
		}
		String people = given.remove("--people");
		Options options = new Options((int) number(given, "--port", "8085"), Path.of(taken(given, "--folder", "data/agencies")),
				(long) number(given, "--seed", "2026"),
				number(given, "--delay-factor", "1"),
				new Faults(Faults.Mixture.of(taken(given, "--faults", "none")), behaviours(taken(given, "--behaviour", ""))),
				people == null ? null : Path.of(people));
		if (!given.isEmpty()) {
			throw new IllegalArgumentException("unknown option " + given.keySet().iterator().next() + "; " + KNOWN);
		}
		return options;
	}

	private static Map<String, Behaviour> behaviours(String list) {
		Map<String, Behaviour> behaviours = new HashMap<>();
		for (String one : list.isEmpty() ? new String[0] : list.split(",")) {
			String[] parts = one.split("=", 2);
			if (parts.length < 2) {
				throw new IllegalArgumentException("--behaviour is BODY=WAY, such as interior=slow, not '" + one + "'");
			}
			behaviours.put(parts[0], Behaviour.of(parts[1]));
		}
		return behaviours;
	}

	private static String taken(Map<String, String> given, String option, String otherwise) {
		String value = given.remove(option);
		return value == null ? otherwise : value;
	}

	private static double number(Map<String, String> given, String option, String otherwise) {
		String value = taken(given, option, otherwise);
		try {
			return Double.parseDouble(value);
		} catch (NumberFormatException none) {
			throw new IllegalArgumentException(option + " needs a number, not '" + value + "'", none);
		}
	}
}
