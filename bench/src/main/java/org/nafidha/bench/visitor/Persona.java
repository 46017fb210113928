package org.nafidha.bench.visitor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One of the invented people whom everybody may sign in as, the same in every demonstration.
 *
 * @param key what their property shows, such as {@code sole-owner}
 * @param name as it stands on papers
 * @param property theirs
 */
public record Persona(String key, String nationalNumber, String name, String property) {

	public static List<Persona> all() {
		try (InputStream in = Objects.requireNonNull(Persona.class.getResourceAsStream("/demo/personas.json"))) {
			return JsonMapper.shared().readTree(in).valueStream().map(Persona::of).toList();
		} catch (IOException e) {
			throw new UncheckedIOException("the program carries no people for its demonstration", e);
		}
	}

	public static Persona named(String key) {
		return all().stream().filter(persona -> persona.key().equals(key)).findFirst()
				.orElseThrow(() -> new IllegalArgumentException("the demonstration has no " + key));
	}

	private static Persona of(JsonNode node) {
		JsonNode person = node.path("person");
		String name = String.join(" ", person.path("given").asString(), person.path("father").asString(), person.path("family").asString());
		return new Persona(node.path("key").asString(), person.path("nationalNumber").asString(), name,
				node.path("sheet").path("property").asString());
	}
}
