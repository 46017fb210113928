package org.nafidha.bench.demo;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command was asked.
 *
 * @param out where the results go
 * @param url the centre to visit; null for the one at the usual port, or one of its own
 * @param home folder of the centre that runs, where the accounts of its staff are
 * @param port where a centre usually answers
 */
record Options(Path out, @Nullable String url, Path home, int port) {

	/** {@link IllegalArgumentException} says what is wrong with them. */
	static Options parse(List<String> args) {
		@Nullable
		Path out = null;
		@Nullable
		String url = null;
		Path home = Path.of(System.getProperty("nafidha.home", "data"));
		for (int i = 0; i < args.size(); i += 2) {
			String option = args.get(i);
			switch (option) {
				case "--out" -> out = Path.of(value(args, i));
				case "--url" -> url = address(value(args, i));
				case "--home" -> home = Path.of(value(args, i));
				default -> throw new IllegalArgumentException("demo does not know '" + option + "'");
			}
		}
		if (out == null) {
			throw new IllegalArgumentException("demo needs a folder for its results: --out DIR");
		}
		return new Options(out, url, home, Integer.getInteger("nafidha.port", 8080));
	}

	private static String value(List<String> args, int option) {
		if (option + 1 >= args.size() || args.get(option + 1).isBlank()) {
			throw new IllegalArgumentException(args.get(option) + " needs a value");
		}
		return args.get(option + 1);
	}

	private static String address(String text) {
		if (!text.matches("https?://[^\\s/?#]+/?")) {
			throw new IllegalArgumentException("'" + text + "' is not the address of a centre, such as http://localhost:8080");
		}
		return text;
	}
}
