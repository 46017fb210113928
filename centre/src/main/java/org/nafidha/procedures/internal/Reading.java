package org.nafidha.procedures.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.procedures.Finding;
import org.nafidha.procedures.Formula;
import tools.jackson.databind.JsonNode;

/** One file being read whose form the schema has already approved: typed access to its parts, and what is found wrong on the way. */
final class Reading {

	/** Stands for a formula that could not be parsed, so that reading can go on and find more; never leaves the loader. */
	private static final Formula BROKEN = new Formula() {
		@Override
		public String text() {
			return "";
		}

		@Override
		public @Nullable Object evaluate(Map<String, ?> data) {
			throw new IllegalStateException("a formula that could not be parsed");
		}
	};

	private final JsonNode root;
	private final List<Finding> findings = new ArrayList<>();

	Reading(JsonNode root) {
		this.root = root;
	}

	JsonNode root() {
		return root;
	}

	List<Finding> findings() {
		return findings;
	}

	void wrong(String code, String path, Object... values) {
		findings.add(Findings.language(code, path, values));
	}

	JsonNode at(String path) {
		return root.at(path);
	}

	static LocalizedText text(JsonNode node) {
		return new LocalizedText(node.path("ar").asString(), node.path("en").asString());
	}

	static @Nullable LocalizedText optionalText(JsonNode node) {
		return node.isMissingNode() ? null : text(node);
	}

	static @Nullable String optional(JsonNode node) {
		return node.isMissingNode() ? null : node.asString();
	}

	static List<String> strings(JsonNode array) {
		List<String> strings = new ArrayList<>();
		array.forEach(item -> strings.add(item.asString()));
		return strings;
	}

	static Map<String, String> stringMap(JsonNode object) {
		Map<String, String> map = new LinkedHashMap<>();
		object.properties().forEach(entry -> map.put(entry.getKey(), entry.getValue().asString()));
		return map;
	}

	/** The number in front of "working days", "days" or "years"; 0 for "same working day" and for nothing. */
	static int count(JsonNode term) {
		String text = term.asString("");
		return text.isEmpty() || text.startsWith("same") ? 0 : Integer.parseInt(text.substring(0, text.indexOf(' ')));
	}

	/** The formula at the path; one that is not FEEL, or might not end, is reported. */
	Formula formula(String path) {
		String text = at(path).asString();
		try {
			return FeelFormula.parse(text);
		} catch (FeelFormula.NotFeel e) {
			wrong(e.code(), path, "formula", text, "rest", String.valueOf(e.getMessage()));
			return BROKEN;
		}
	}

	@Nullable
	Formula optionalFormula(String path) {
		return at(path).isMissingNode() ? null : formula(path);
	}

	Map<String, Formula> formulas(String path) {
		Map<String, Formula> formulas = new LinkedHashMap<>();
		at(path).propertyNames().forEach(name -> formulas.put(name, formula(YamlSource.child(path, name))));
		return formulas;
	}

	/** The id of a law that stands under {@code legal}; one that does not is reported with what was likely meant. */
	@Nullable
	String legal(String path) {
		String id = optional(at(path));
		if (id != null && !root.path("legal").has(id)) {
			unknown("legal", path, id, root.path("legal").propertyNames());
		}
		return id;
	}

	/** Reports a name that stands nowhere: {@code <what>.unknown}, or with the likely one {@code <what>.unknown-near}. */
	void unknown(String what, String path, String name, java.util.Collection<String> known) {
		Nearest.of(name, known).ifPresentOrElse(near -> wrong(what + ".unknown-near", path, "name", name, "near", near),
				() -> wrong(what + ".unknown", path, "name", name, "known", String.join(", ", known)));
	}
}
