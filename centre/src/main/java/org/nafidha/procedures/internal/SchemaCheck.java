package org.nafidha.procedures.internal;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.procedures.Finding;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The form of a procedure file against {@code procedures/procedure.schema.json}, each error told in words. Thread-safe. */
final class SchemaCheck {

	private static final List<String> KINDS = List.of("review", "inspection", "consultation", "payment", "automation", "choice", "correction",
			"fetch", "wait",
			"issue");

	private final Words words;
	private final JsonNode document;
	private final Schema schema;

	SchemaCheck(Words words) {
		this.words = words;
		try (InputStream in = Objects.requireNonNull(SchemaCheck.class.getResourceAsStream("/procedures/procedure.schema.json"))) {
			document = JsonMapper.shared().readTree(in);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		Dialect dialect = Dialect.builder(Dialects.getDraft202012()).keyword(new NonValidationKeyword("x-form")).build();
		schema = SchemaRegistry.withDefaultDialect(dialect).getSchema(document);
		schema.initializeValidators();
	}

	List<Finding> check(JsonNode procedure) {
		List<Finding> findings = new ArrayList<>(kinds(procedure.path("steps")));
		for (Error error : schema.validate(procedure)) {
			Finding finding = finding(error, procedure);
			if (findings.stream().noneMatch(f -> f.path().equals(finding.path()))) {
				findings.add(finding);
			}
		}
		return findings;
	}

	/** Every step says by exactly one key what kind of step it is; told apart here, since a schema's oneOf explains nothing. */
	private static List<Finding> kinds(JsonNode steps) {
		List<Finding> findings = new ArrayList<>();
		steps.properties().forEach(step -> {
			String path = YamlSource.child("/steps", step.getKey());
			List<String> keys = new ArrayList<>(step.getValue().propertyNames());
			List<String> found = keys.stream().filter(KINDS::contains).toList();
			if (found.size() > 1) {
				findings.add(Findings.language("step.kinds", path, "step", step.getKey(), "kinds", String.join(", ", found)));
			} else if (found.isEmpty() && step.getValue().isObject()) {
				findings.add(unknownKind(path, step.getKey(), keys));
			}
		});
		return findings;
	}

	private static Finding unknownKind(String path, String step, List<String> keys) {
		for (String key : keys) {
			Optional<String> near = Nearest.of(key, KINDS);
			if (near.isPresent()) {
				return Findings.language("key.unknown-near", YamlSource.child(path, key), "key", key, "near", near.get());
			}
		}
		return Findings.language("step.no-kind", path, "step", step, "kinds", String.join(", ", KINDS));
	}

	private Finding finding(Error error, JsonNode procedure) {
		String path = path(error);
		JsonNode at = procedure.at(path);
		return switch (error.getKeyword()) {
			case "additionalProperties" -> unknownKey(YamlSource.child(path, error.getProperty()), error);
			case "required" -> Findings.language("key.missing", path, "key", error.getProperty());
			case "enum" -> notOneOf(path, at.asString(""), texts(around(error, 1).path("enum")));
			case "type" -> Findings.language("value.type", path, "key", lastKey(path), "expected", type(error));
			case "propertyNames" -> name(path, error);
			case "pattern", "minLength", "anyOf", "const" -> form(path, at, error);
			case "minimum", "maximum", "minItems", "maxItems", "minProperties", "maxProperties", "maxLength", "uniqueItems" ->
				Findings.language("value.bound", path, "key", lastKey(path), "rule", error.getMessage());
			default -> Findings.language("value.other", path, "key", lastKey(path), "rule", error.getMessage());
		};
	}

	private Finding unknownKey(String path, Error error) {
		Collection<String> known = around(error, 1).path("properties").propertyNames();
		String key = error.getProperty();
		return Nearest.of(key, known).map(near -> Findings.language("key.unknown-near", path, "key", key, "near", near)).orElseGet(
				() -> Findings.language("key.unknown", path, "key", key, "known", String.join(", ", new TreeSet<>(known))));
	}

	private static Finding notOneOf(String path, String value, List<String> allowed) {
		return Nearest.of(value, allowed).map(near -> Findings.language("value.near", path, "value", value, "near", near))
				.orElseGet(() -> Findings.language("value.not-one-of", path, "value", value, "allowed", String.join(", ", allowed)));
	}

	/** A text of the wrong form; the schema's {@code x-form} names the sentence that says how it should look. */
	private Finding form(String path, JsonNode at, Error error) {
		String form = around(error, 1).path("x-form").asString("");
		return form.isEmpty()
				? Findings.language("value.other", path, "key", lastKey(path), "rule", error.getMessage())
				: Findings.language("form." + form, path, "value", at.asString(""));
	}

	/** A key of the wrong form: the schema of keys is a reference to the definition whose {@code x-form} is wanted. */
	private Finding name(String path, Error error) {
		String definition = around(error, 0).path("$ref").asString("#").substring(1);
		return Findings.language("form." + document.at(definition).path("x-form").asString(), YamlSource.child(path, error.getProperty()), "value",
				error.getProperty());
	}

	private LocalizedText type(Error error) {
		JsonNode expected = error.getSchemaNode();
		return words.of("procedures.form." + (expected.isArray() ? expected.get(0).asString() : expected.asString("")));
	}

	private static String path(Error error) {
		return error.getInstanceLocation().toString();
	}

	private static String lastKey(String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}

	private static List<String> texts(JsonNode array) {
		List<String> texts = new ArrayList<>();
		array.forEach(item -> texts.add(item.asString()));
		return texts;
	}

	/** The schema node so many levels above the keyword that failed. */
	private JsonNode around(Error error, int levels) {
		String pointer = error.getSchemaLocation().getFragment().toString();
		for (int i = 0; i < levels; i++) {
			pointer = pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
		}
		return document.at(pointer);
	}
}
