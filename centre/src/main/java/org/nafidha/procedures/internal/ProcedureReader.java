package org.nafidha.procedures.internal;

import static org.nafidha.procedures.internal.YamlSource.child;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedure.Appeal;
import org.nafidha.procedures.Procedure.Bounds;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.procedures.Procedure.Eligibility;
import org.nafidha.procedures.Procedure.End;
import org.nafidha.procedures.Procedure.Evidence;
import org.nafidha.procedures.Procedure.Fee;
import org.nafidha.procedures.Procedure.Input;
import org.nafidha.procedures.Procedure.InputType;
import org.nafidha.procedures.Procedure.IssuedDocument;
import org.nafidha.procedures.Procedure.Legal;
import org.nafidha.procedures.Step;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns a file of the right form into a {@link Procedure}. */
final class ProcedureReader {

	private static final String CITIZEN = "citizen";
	private static final String UNIT = "unit";
	private static final int DEFAULT_LENGTH = 200;
	/** As many digits as an answer may have. */
	private static final BigDecimal MOST = new BigDecimal("999999999999999");
	private static final BigDecimal LEAST = MOST.negate();

	private final Reading reading;
	private final DefaultTitles titles;

	ProcedureReader(Reading reading, DefaultTitles titles) {
		this.reading = reading;
		this.titles = titles;
	}

	Procedure read(String text) {
		JsonNode root = reading.root();
		Map<String, End> ends = ends();
		List<Evidence> evidence = evidence();
		Map<String, Step> steps = new StepReader(reading, titles, evidence).steps(ends);
		List<Input> inputs = inputs();
		clashes(inputs, evidence, steps, ends);
		return new Procedure(root.path("procedure").asString(), root.path("version").asInt(), Reading.text(root.path("name")),
				Reading.text(root.path("summary")), root.path("owner").asString(), channels(), legal(), Reading.count(root.path("statutoryTerm")),
				inputs, eligibility(), evidence, fees(), root.path("start").asString(), steps, ends, appeal(), document(),
				List.copyOf(Reading.strings(root.path("keywords"))), Reading.optional(root.path("withdrawal")), root.has("about"), placeholder(),
				text);
	}

	private Set<Channel> channels() {
		Set<Channel> channels = new LinkedHashSet<>();
		Reading.strings(reading.at("/channels")).forEach(name -> channels.add(Channel.valueOf(name.toUpperCase(Locale.ROOT))));
		return Set.copyOf(channels);
	}

	private List<Legal> legal() {
		return reading.at("/legal").properties().stream().map(e -> new Legal(e.getKey(), Reading.text(e.getValue()))).toList();
	}

	private List<Input> inputs() {
		List<Input> inputs = new ArrayList<>();
		for (var entry : reading.at("/inputs").properties()) {
			JsonNode node = entry.getValue();
			InputType type = InputType.valueOf(node.path("type").asString().toUpperCase(Locale.ROOT).replace('-', '_'));
			Map<String, LocalizedText> options = new LinkedHashMap<>();
			node.path("of").properties().forEach(option -> options.put(option.getKey(), Reading.text(option.getValue())));
			if (node.has("list")) {
				options.putAll(listed(entry.getKey(), node.path("list").asString()));
			}
			if (type != InputType.CHOICE && !options.isEmpty()) {
				reading.wrong("input.options", child("/inputs", entry.getKey()) + "/of", "input", entry.getKey());
			}
			inputs.add(new Input(entry.getKey(), type, Reading.text(node.path("label")), Reading.optionalText(node.path("help")),
					!node.path("optional").asBoolean(false), node.path("maxLength").asInt(DEFAULT_LENGTH), ordered(options),
					bounds(entry.getKey(), type, node)));
		}
		return List.copyOf(inputs);
	}

	private @Nullable Bounds bounds(String input, InputType type, JsonNode node) {
		if (!node.has("min") && !node.has("max") && !node.has("whole")) {
			return null;
		}
		Bounds bounds = new Bounds(node.path("min").decimalValue(LEAST), node.path("max").decimalValue(MOST), node.path("whole").asBoolean(false));
		if (type != InputType.NUMBER) {
			reading.wrong("input.bounds", child("/inputs", input), "input", input);
		} else if (bounds.least().compareTo(bounds.most()) > 0) {
			reading.wrong("input.bounds-crossed", child("/inputs", input) + "/min", "input", input, "min", bounds.least(), "max", bounds.most());
		}
		return bounds;
	}

	private Map<String, LocalizedText> listed(String input, String list) {
		Map<String, LocalizedText> options = new LinkedHashMap<>();
		BundledRules.bundled().list(list).ifPresentOrElse(found -> found.items().forEach((code, item) -> options.put(code, item.text())),
				() -> reading.wrong("input.list-unknown", child("/inputs", input) + "/list", "name", list));
		return options;
	}

	private @Nullable Eligibility eligibility() {
		JsonNode node = reading.at("/eligibility");
		return node.isMissingNode()
				? null
				: new Eligibility(reading.formula("/eligibility/mayAsk"), node.path("otherwise").asString(),
						Reading.text(node.path("text")), reading.legal("/eligibility/legal"));
	}

	private List<Evidence> evidence() {
		List<Evidence> evidence = new ArrayList<>();
		for (var entry : reading.at("/evidence").properties()) {
			JsonNode node = entry.getValue();
			String path = child("/evidence", entry.getKey());
			String from = node.path("from").asString();
			boolean nothingFetchesIt = CITIZEN.equals(from) || UNIT.equals(from);
			if (nothingFetchesIt && node.has("given")) {
				reading.wrong("evidence.given", path + "/given", "evidence", entry.getKey());
			}
			if (UNIT.equals(from) != node.has("by")) {
				reading.wrong("evidence.by", path, "evidence", entry.getKey());
			}
			evidence.add(new Evidence(entry.getKey(), Reading.text(node.path("title")), Reading.text(node.path("holder")),
					nothingFetchesIt ? null : from, ordered(reading.formulas(path + "/given")), reading.optionalFormula(path + "/when"),
					Reading.count(node.path("validFor")), Reading.optional(node.path("by")), node.has("else")));
		}
		return List.copyOf(evidence);
	}

	private List<Fee> fees() {
		List<Fee> fees = new ArrayList<>();
		for (var entry : reading.at("/fees").properties()) {
			String path = child("/fees", entry.getKey());
			fees.add(new Fee(entry.getKey(), Reading.text(entry.getValue().path("title")), reading.formula(path + "/amount"),
					entry.getValue().path("to").asString(), reading.legal(path + "/legal")));
		}
		return List.copyOf(fees);
	}

	private Map<String, End> ends() {
		Map<String, End> ends = new LinkedHashMap<>();
		for (var entry : reading.at("/ends").properties()) {
			JsonNode node = entry.getValue();
			ends.put(entry.getKey(), new End(entry.getKey(), node.path("granted").asBoolean(), Reading.optional(node.path("reason")),
					Reading.text(node.path("title"))));
		}
		return ordered(ends);
	}

	private Appeal appeal() {
		JsonNode node = reading.at("/appeal");
		return new Appeal(Reading.count(node.path("within")), Reading.text(node.path("to")), Reading.optional(node.path("upheld")));
	}

	private @Nullable IssuedDocument document() {
		JsonNode node = reading.at("/document");
		if (node.isMissingNode()) {
			return null;
		}
		Map<String, LocalizedText> inCode = new LinkedHashMap<>();
		for (var entry : node.path("inCode").properties()) {
			if (!node.path("fields").has(entry.getKey())) {
				reading.unknown("document.field", child("/document/inCode", entry.getKey()), entry.getKey(), node.path("fields").propertyNames());
			}
			inCode.put(entry.getKey(), Reading.text(entry.getValue()));
		}
		return new IssuedDocument(node.path("code").asString(), node.path("template").asString(), Reading.text(node.path("title")),
				Reading.text(node.path("signatory")), ordered(reading.formulas("/document/fields")), ordered(inCode),
				node.has("validMonths") ? reading.formula("/document/validMonths") : null);
	}

	/** The file says so of itself or of any fee or law in it. */
	private boolean placeholder() {
		return reading.root().findValues("source").stream().anyMatch(said -> said.isString() && said.asString().equals("placeholder"));
	}

	/**
	 * A formula reads inputs, evidence and outputs by one name each. Only a step that runs the automation of an evidence
	 * item again may bear that item's name: it then fetches it afresh.
	 */
	private void clashes(List<Input> inputs, List<Evidence> evidence, Map<String, Step> steps, Map<String, End> ends) {
		Set<String> inputNames = new LinkedHashSet<>(inputs.stream().map(Input::id).toList());
		for (Evidence item : evidence) {
			if (inputNames.contains(item.id())) {
				reading.wrong("name.twice", child("/evidence", item.id()), "name", item.id());
			}
			boolean again = steps.get(item.id()) instanceof Step.Automated step && step.automation().equals(item.automation());
			if (steps.containsKey(item.id()) && !again) {
				reading.wrong("name.twice", child("/steps", item.id()), "name", item.id());
			}
		}
		for (String step : steps.keySet()) {
			if (inputNames.contains(step) || step.equals("applicant") || step.equals(Step.Assignment.ABOUT)) {
				reading.wrong("name.twice", child("/steps", step), "name", step);
			}
			if (ends.containsKey(step)) {
				reading.wrong("name.twice", child("/ends", step), "name", step);
			}
		}
	}

	static <V> Map<String, V> ordered(Map<String, V> map) {
		return java.util.Collections.unmodifiableMap(new LinkedHashMap<>(map));
	}
}
