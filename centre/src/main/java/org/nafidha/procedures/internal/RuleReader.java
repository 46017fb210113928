package org.nafidha.procedures.internal;

import static org.nafidha.procedures.internal.YamlSource.child;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.procedures.CodeList;
import org.nafidha.procedures.DecisionTable;
import org.nafidha.procedures.DecisionTable.Rule;
import org.nafidha.procedures.Finding;
import tools.jackson.databind.JsonNode;

/** Turns a file into a list or a table, and says of each thing wrong in it where it stands. */
final class RuleReader {

	private final JsonNode root;
	private final List<Finding> findings = new ArrayList<>();

	RuleReader(JsonNode root) {
		this.root = root;
	}

	List<Finding> findings() {
		return findings;
	}

	CodeList list() {
		Map<String, String> facts = types("facts");
		Map<String, CodeList.Item> items = new LinkedHashMap<>();
		root.path("items").properties().forEach(entry -> {
			String path = child("/items", entry.getKey());
			items.put(entry.getKey(), new CodeList.Item(text(entry.getValue(), path), values(entry.getValue(), facts, path)));
		});
		JsonNode otherwise = root.path("otherwise");
		return new CodeList(root.path("list").asString(""), text(root.path("title"), "/title"), facts, ProcedureReader.ordered(items),
				otherwise.isMissingNode() ? Map.of() : values(otherwise, facts, "/otherwise"));
	}

	DecisionTable table() {
		Map<String, Map<String, LocalizedText>> inputs = new LinkedHashMap<>();
		root.path("inputs").properties().forEach(entry -> {
			Map<String, LocalizedText> options = new LinkedHashMap<>();
			entry.getValue().properties()
					.forEach(option -> options.put(option.getKey(),
							text(option.getValue(), child(child("/inputs", entry.getKey()), option.getKey()))));
			inputs.put(entry.getKey(), ProcedureReader.ordered(options));
		});
		Map<String, String> outputs = types("outputs");
		List<Rule> rules = new ArrayList<>();
		root.path("rules").properties()
				.forEach(entry -> rules.add(rule(entry.getKey(), entry.getValue(), child("/rules", entry.getKey()), inputs, outputs)));
		if (!root.has("otherwise")) {
			wrong("rules.no-otherwise", "");
		}
		overlaps(rules, inputs);
		return new DecisionTable(root.path("table").asString(""), text(root.path("title"), "/title"), ProcedureReader.ordered(inputs), outputs,
				List.copyOf(rules), rule("otherwise", root.path("otherwise"), "/otherwise", inputs, outputs));
	}

	private Rule rule(String id, JsonNode node, String path, Map<String, Map<String, LocalizedText>> inputs, Map<String, String> outputs) {
		Map<String, Set<String>> when = new LinkedHashMap<>();
		node.path("when").properties().forEach(cell -> {
			Set<String> known = inputs.getOrDefault(cell.getKey(), Map.of()).keySet();
			Set<String> wanted = new LinkedHashSet<>(Reading.strings(cell.getValue()));
			wanted.stream().filter(value -> !known.contains(value)).findFirst()
					.ifPresent(value -> wrong("rules.unknown-value", child(path + "/when", cell.getKey()), "input", cell.getKey(), "value", value,
							"known",
							String.join(", ", known)));
			when.put(cell.getKey(), Set.copyOf(wanted));
		});
		return new Rule(id, Map.copyOf(when), values(node.path("then"), outputs, path + "/then"), text(node.path("text"), path + "/text"),
				legal(node, path));
	}

	private @Nullable LocalizedText legal(JsonNode node, String path) {
		String id = Reading.optional(node.path("legal"));
		if (id == null) {
			return null;
		}
		if (!root.path("legal").has(id)) {
			wrong("rules.unknown-value", path + "/legal", "input", "legal", "value", id, "known",
					String.join(", ", root.path("legal").propertyNames()));
		}
		return text(root.path("legal").path(id), child("/legal", id));
	}

	/** Two rules that fit the same situation would leave it to their order which one decides. */
	private void overlaps(List<Rule> rules, Map<String, Map<String, LocalizedText>> inputs) {
		for (int i = 0; i < rules.size(); i++) {
			for (Rule other : rules.subList(0, i)) {
				Rule rule = rules.get(i);
				List<String> example = new ArrayList<>();
				boolean both = inputs.entrySet().stream().allMatch(input -> {
					Set<String> common = new LinkedHashSet<>(rule.when().getOrDefault(input.getKey(), input.getValue().keySet()));
					common.retainAll(other.when().getOrDefault(input.getKey(), input.getValue().keySet()));
					common.stream().sorted().limit(1).forEach(value -> example.add(input.getKey() + " = " + value));
					return !common.isEmpty();
				});
				if (both) {
					wrong("rules.overlap", child("/rules", rule.id()), "one", other.id(), "other", rule.id(), "example", String.join(", ", example));
				}
			}
		}
	}

	private Map<String, String> types(String key) {
		return ProcedureReader.ordered(Reading.stringMap(root.path(key)));
	}

	private Map<String, Object> values(JsonNode node, Map<String, String> types, String path) {
		Map<String, Object> values = new LinkedHashMap<>();
		types.forEach((name, type) -> {
			JsonNode value = node.path(name);
			boolean fits = switch (type) {
				case "boolean" -> value.isBoolean();
				case "number" -> value.isNumber();
				default -> value.isString();
			};
			if (!fits) {
				wrong("rules.value", child(path, name), "name", name, "type", type);
			} else {
				values.put(name, switch (type) {
					case "boolean" -> value.asBoolean();
					case "number" -> value.decimalValue();
					default -> value.asString();
				});
			}
		});
		return Map.copyOf(values);
	}

	private LocalizedText text(JsonNode node, String path) {
		if (!node.path("ar").isString() || !node.path("en").isString()) {
			wrong("rules.text", path);
			return Words.both("-");
		}
		return Reading.text(node);
	}

	private void wrong(String code, String path, Object... values) {
		findings.add(Findings.language(code, path, values));
	}
}
