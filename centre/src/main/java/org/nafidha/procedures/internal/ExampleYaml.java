package org.nafidha.procedures.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Example;
import org.nafidha.procedures.Finding;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.procedures.Scenario;
import org.nafidha.procedures.Scenario.Act;
import org.nafidha.procedures.Scenario.Answer;
import org.nafidha.procedures.Trial.Expected;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import tools.jackson.databind.JsonNode;

/** Examples as files; docs/procedure-language.md says how they read. */
final class ExampleYaml {

	private static final Set<String> KEYS = Set.of("example", "title", "opened", "channel", "forAnother", "inputs", "evidence", "acts", "expect");
	private static final Set<String> ACT_KEYS = Set.of("at", "ends", "because", "inputs", "papers", "with", "evidence", "on", "withdraw", "appeal");
	private static final Set<String> EXPECT_KEYS = Set.of("way", "fees", "end");
	private static final String NAME = "[a-z][a-z0-9-]{0,59}";
	private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?(E[+-]?[0-9]{1,3})?");
	private static final int MOST_ACTS = 200;

	private final YamlSource source;

	private ExampleYaml(YamlSource source) {
		this.source = source;
	}

	/** Leaves the reader on the first fault; never leaves this class. */
	private static final class Wrong extends RuntimeException {
		private static final long serialVersionUID = 1;
		private final int line;

		Wrong(int line, String problem) {
			super(problem, null, false, false);
			this.line = line;
		}
	}

	static Result<Example> read(String text) {
		YamlSource source = YamlSource.read(text);
		if (!source.findings().isEmpty()) {
			Finding first = source.findings().getFirst();
			return wrong(first.line(), first.values().values().stream().findFirst().map(LocalizedText::en).orElse(first.code()));
		}
		try {
			return Result.ok(new ExampleYaml(source).example(source.root()));
		} catch (Wrong wrong) {
			return wrong(wrong.line, String.valueOf(wrong.getMessage()));
		}
	}

	private static Result<Example> wrong(int line, String problem) {
		return Refusal.of("example.form", Map.of("line", Integer.toString(line), "problem", problem)).asResult();
	}

	private Example example(JsonNode root) {
		known(root, "", KEYS);
		String name = text(root, "/example");
		if (!name.matches(NAME)) {
			throw wrong("/example", name);
		}
		LocalizedText title = new LocalizedText(text(root, "/title/ar"), text(root, "/title/en"));
		List<Act> acts = new ArrayList<>();
		for (JsonNode act : root.path("acts")) {
			acts.add(act(act, "/acts/" + acts.size()));
		}
		if (acts.size() > MOST_ACTS) {
			throw wrong("/acts", "acts > " + MOST_ACTS);
		}
		Scenario scenario = new Scenario(date(root, "/opened"), channel(root), root.path("forAnother").asBoolean(false), values(root.path("inputs")),
				answers(root.path("evidence")), acts);
		return new Example(name, title, scenario, expected(root.path("expect")));
	}

	private Channel channel(JsonNode root) {
		try {
			return Channel.valueOf(text(root, "/channel").toUpperCase(Locale.ROOT));
		} catch (IllegalArgumentException unknown) {
			throw wrong("/channel", "portal, counter");
		}
	}

	private Act act(JsonNode node, String path) {
		known(node, path, ACT_KEYS);
		LocalDate on = node.has("on") ? date(source.root(), path + "/on") : null;
		if (node.path("withdraw").asBoolean(false)) {
			return new Act("", Act.WITHDRAWN, null, Map.of(), false, Map.of(), answers(node.path("evidence")), on);
		}
		if (node.has("appeal")) {
			if (!text(source.root(), path + "/appeal").equals(Act.UPHELD)) {
				throw wrong(path + "/appeal", Act.UPHELD);
			}
			return new Act("", Act.UPHELD, null, Map.of(), false, Map.of(), answers(node.path("evidence")), on);
		}
		return new Act(text(source.root(), path + "/at"), text(source.root(), path + "/ends"),
				node.has("because") ? node.path("because").asString() : null,
				values(node.path("inputs")), node.path("papers").asBoolean(false), values(node.path("with")), answers(node.path("evidence")), on);
	}

	private Expected expected(JsonNode node) {
		known(node, "/expect", EXPECT_KEYS);
		List<String> way = new ArrayList<>();
		node.path("way").forEach(step -> way.add(step.asString()));
		Map<String, BigDecimal> fees = new LinkedHashMap<>();
		node.path("fees").properties().forEach(fee -> fees.put(fee.getKey(), amount(fee.getKey(), fee.getValue().asString(""))));
		return new Expected(way, fees, text(source.root(), "/expect/end"));
	}

	/** With all its digits, which are no number of the language: the fee of a draft may come to a third of a pound, and must be told so. */
	private BigDecimal amount(String fee, String text) {
		if (!AMOUNT.matcher(text).matches()) {
			throw wrong(YamlSource.child("/expect/fees", fee), fee);
		}
		return new BigDecimal(text);
	}

	private Wrong wrong(String path, String problem) {
		return new Wrong(source.line(path), problem);
	}

	private void known(JsonNode node, String path, Set<String> keys) {
		for (String key : node.propertyNames()) {
			if (!keys.contains(key)) {
				throw wrong(YamlSource.child(path, key), key);
			}
		}
	}

	private String text(JsonNode root, String path) {
		JsonNode node = root.at(path);
		if (!node.isValueNode() || node.asString("").isBlank()) {
			throw wrong(path, path.substring(path.lastIndexOf('/') + 1));
		}
		return node.asString();
	}

	private LocalDate date(JsonNode root, String path) {
		try {
			return LocalDate.parse(text(root, path));
		} catch (DateTimeParseException noDate) {
			throw wrong(path, "2026-03-14");
		}
	}

	private static Map<String, Answer> answers(JsonNode node) {
		Map<String, Answer> answers = new LinkedHashMap<>();
		node.properties().forEach(item -> {
			JsonNode refused = item.getValue().path("refused");
			answers.put(item.getKey(), refused.isString() ? new Answer(Map.of(), refused.asString()) : new Answer(values(item.getValue()), null));
		});
		return answers;
	}

	private static Map<String, Object> values(JsonNode node) {
		Map<String, Object> values = new LinkedHashMap<>();
		node.properties().forEach(entry -> {
			Object value = value(entry.getValue());
			if (value != null) {
				values.put(entry.getKey(), value);
			}
		});
		return values;
	}

	private static @Nullable Object value(JsonNode node) {
		if (node.isObject()) {
			return values(node);
		}
		if (node.isArray()) {
			List<Object> list = new ArrayList<>();
			node.forEach(item -> {
				Object value = value(item);
				if (value != null) {
					list.add(value);
				}
			});
			return list;
		}
		if (node.isNumber()) {
			return node.decimalValue();
		}
		if (node.isBoolean()) {
			return node.booleanValue();
		}
		return node.isNull() ? null : node.asString();
	}

	static String write(Example example) {
		Scenario scenario = example.scenario();
		Map<String, Object> root = new LinkedHashMap<>();
		root.put("example", example.name());
		root.put("title", inOrder("ar", example.title().ar(), "en", example.title().en()));
		root.put("opened", scenario.opened().toString());
		root.put("channel", scenario.channel().name().toLowerCase(Locale.ROOT));
		if (scenario.actsForAnother()) {
			root.put("forAnother", true);
		}
		root.put("inputs", scenario.inputs());
		if (!scenario.evidence().isEmpty()) {
			root.put("evidence", written(scenario.evidence()));
		}
		root.put("acts", scenario.acts().stream().map(ExampleYaml::written).toList());
		root.put("expect", inOrder("way", example.expected().way(), "fees", example.expected().fees(), "end", example.expected().end()));
		return new Dump(DumpSettings.builder().setDefaultFlowStyle(FlowStyle.AUTO).setWidth(140).build()).dumpToString(root);
	}

	private static Map<String, Object> written(Act act) {
		Map<String, Object> map = new LinkedHashMap<>();
		if (act.upheld()) {
			map.put("appeal", Act.UPHELD);
		} else if (act.at().isEmpty()) {
			map.put("withdraw", true);
		} else {
			map.put("at", act.at());
			map.put("ends", act.outcome());
		}
		put(map, "because", act.reason());
		put(map, "on", act.on() == null ? null : act.on().toString());
		put(map, "papers", act.papers() ? true : null);
		put(map, "inputs", act.inputs().isEmpty() ? null : act.inputs());
		put(map, "with", act.outputs().isEmpty() ? null : act.outputs());
		put(map, "evidence", act.evidence().isEmpty() ? null : written(act.evidence()));
		return map;
	}

	private static Map<String, Object> written(Map<String, Answer> answers) {
		Map<String, Object> map = new LinkedHashMap<>();
		answers.forEach((id, answer) -> map.put(id, answer.refused() == null ? answer.values() : Map.of("refused", answer.refused())));
		return map;
	}

	private static void put(Map<String, Object> map, String key, @Nullable Object value) {
		if (value != null) {
			map.put(key, value);
		}
	}

	private static Map<String, Object> inOrder(Object... namesAndValues) {
		Map<String, Object> map = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			map.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
		}
		return map;
	}
}
