package org.nafidha.verifier;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the command was asked.
 *
 * @param language {@code ar} or {@code en}
 */
record Options(List<Path> files, Optional<Path> keys, Optional<Path> revoked, Optional<String> online, boolean json, boolean strict, boolean help,
		String language) {

	/** A command line that cannot be followed. */
	static final class Unusable extends Exception {
		@java.io.Serial
		private static final long serialVersionUID = 1L;
		private final String argument;

		Unusable(String argument) {
			super(argument);
			this.argument = argument;
		}

		String argument() {
			return argument;
		}
	}

	static Options parse(List<String> arguments, Map<String, String> environment) throws Unusable {
		List<Path> files = new ArrayList<>();
		Optional<Path> keys = Optional.empty();
		Optional<Path> revoked = Optional.empty();
		Optional<String> online = Optional.empty();
		boolean json = false;
		boolean strict = false;
		boolean help = false;
		String language = defaultLanguage(environment);
		var rest = arguments.iterator();
		while (rest.hasNext()) {
			String argument = rest.next();
			switch (argument) {
				case "--keys" -> keys = Optional.of(Path.of(value(argument, rest)));
				case "--revoked" -> revoked = Optional.of(Path.of(value(argument, rest)));
				case "--online" -> online = Optional.of(address(value(argument, rest)));
				case "--lang" -> language = language(value(argument, rest));
				case "--json" -> json = true;
				case "--strict" -> strict = true;
				case "--help", "-h" -> help = true;
				case "--" -> rest.forEachRemaining(file -> files.add(Path.of(file)));
				default -> {
					if (argument.startsWith("-"))
						throw new Unusable(argument);
					files.add(Path.of(argument));
				}
			}
		}
		return new Options(List.copyOf(files), keys, revoked, online, json, strict, help, language);
	}

	/** The language of the environment, Arabic or English; English where it says neither. */
	static String defaultLanguage(Map<String, String> environment) {
		for (String name : List.of("LC_ALL", "LC_MESSAGES", "LANG")) {
			String value = environment.getOrDefault(name, "");
			if (!value.isEmpty())
				return value.toLowerCase(Locale.ROOT).startsWith("ar") ? "ar" : "en";
		}
		return "en";
	}

	private static String value(String option, java.util.Iterator<String> rest) throws Unusable {
		if (!rest.hasNext())
			throw new Unusable(option);
		return rest.next();
	}

	private static String address(String text) throws Unusable {
		if (!text.matches("https?://[^\\s?#]+"))
			throw new Unusable("--online " + text);
		return text;
	}

	private static String language(String text) throws Unusable {
		if (!text.equals("ar") && !text.equals("en"))
			throw new Unusable("--lang " + text);
		return text;
	}
}
