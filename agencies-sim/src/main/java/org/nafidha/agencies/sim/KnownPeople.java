package org.nafidha.agencies.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demonstration's citizens, so that the registries call them by the names that the centre knows. */
final class KnownPeople {

	private KnownPeople() {
	}

	/** Every object of the file with a national number, however deep. */
	static Map<String, Map<String, Object>> read(@Nullable Path file) {
		Map<String, Map<String, Object>> people = new HashMap<>();
		if (file != null) {
			try {
				collect(JsonMapper.builder().build().readTree(Files.readAllBytes(file)), people);
			} catch (IOException e) {
				throw new UncheckedIOException("the people cannot be read from " + file, e);
			}
		}
		return people;
	}

	private static void collect(JsonNode node, Map<String, Map<String, Object>> people) {
		if (node.has("nationalNumber") && node.has("given")) {
			String first = node.path("given").asString("");
			String father = node.path("father").asString("");
			String family = node.path("family").asString("");
			Map<String, Object> person = new HashMap<>(Map.of("firstName", first, "father", father, "familyName", family, "fullName",
					first + " " + father + " " + family, "mother", node.path("mother").asString(""), "sex",
					node.path("male").asBoolean(true) ? "male" : "female", "birthDate", node.path("born").asString("")));
			// what is not told is invented
			person.values().removeIf(""::equals);
			people.put(node.path("nationalNumber").asString(""), person);
		}
		node.forEach(inner -> collect(inner, people));
	}
}
