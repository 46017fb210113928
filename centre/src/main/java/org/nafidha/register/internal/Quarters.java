package org.nafidha.register.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.kernel.NameKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The quarters that lend the cadastral zones their names: well-known ones first, so that a zone's number means the same
 * everywhere, then those that only the file has.
 */
final class Quarters {

	private static final Logger LOG = LoggerFactory.getLogger(Quarters.class);

	private Quarters() {
	}

	static List<City.Zone> zones(@Nullable String file) {
		List<LocalizedText> names = new ArrayList<>(builtIn());
		if (file == null || !Files.isReadable(Path.of(file))) {
			LOG.warn("The file of the city's quarters is absent ({}): the demonstration city has {} well-known quarters only",
					file == null ? "nafidha.quarters-file is not set" : file, names.size());
		} else {
			Set<String> known = new HashSet<>();
			names.forEach(name -> known.add(NameKey.of(name.ar())));
			inFile(Path.of(file)).stream().filter(name -> known.add(NameKey.of(name.ar()))).forEach(names::add);
		}
		List<City.Zone> zones = new ArrayList<>();
		for (LocalizedText name : names) {
			zones.add(new City.Zone(Integer.toString(zones.size() + 1), name));
		}
		return List.copyOf(zones);
	}

	private static List<LocalizedText> builtIn() {
		try (InputStream in = new ClassPathResource("demo/quarters.json").getInputStream()) {
			return List.of(JsonMapper.shared().readValue(in, LocalizedText[].class));
		} catch (IOException e) {
			throw new UncheckedIOException("the built-in quarters cannot be read", e);
		}
	}

	/** Features without an Arabic name are left out; so are repeated ones, by the caller. */
	private static List<LocalizedText> inFile(Path file) {
		try {
			List<LocalizedText> names = new ArrayList<>();
			for (JsonNode feature : JsonMapper.shared().readTree(Files.readAllBytes(file)).path("features")) {
				String arabic = feature.path("properties").path("NAME_A").asString("").strip();
				String english = feature.path("properties").path("NAME").asString("").strip();
				if (!arabic.isEmpty() && !english.isEmpty()) {
					names.add(new LocalizedText(arabic, english));
				}
			}
			return names;
		} catch (IOException e) {
			throw new UncheckedIOException("the file of the city's quarters cannot be read: " + file, e);
		}
	}
}
