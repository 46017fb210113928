package org.nafidha.procedures.internal;

import static org.nafidha.procedures.internal.YamlSource.child;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.procedures.Formula;
import org.nafidha.procedures.Procedure.End;
import org.nafidha.procedures.Procedure.Evidence;
import org.nafidha.procedures.Step;
import org.nafidha.procedures.Step.Assignment;
import org.nafidha.procedures.Step.Automated;
import org.nafidha.procedures.Step.Choice;
import org.nafidha.procedures.Step.Consultation;
import org.nafidha.procedures.Step.Correction;
import org.nafidha.procedures.Step.Deemed;
import org.nafidha.procedures.Step.Fetch;
import org.nafidha.procedures.Step.OnSite;
import org.nafidha.procedures.Step.Outcome;
import org.nafidha.procedures.Step.Reason;
import org.nafidha.procedures.Step.Review;
import org.nafidha.procedures.Step.Wait;
import tools.jackson.databind.JsonNode;

/** Reads the steps, and joins each review's outcomes with their words from the section {@code decisions}. */
final class StepReader {

	private static final String CHARGE = "payments.charge";
	private static final String ISSUE = "documents.issue";

	private final Reading reading;
	private final DefaultTitles titles;
	private final List<Evidence> evidence;

	StepReader(Reading reading, DefaultTitles titles, List<Evidence> evidence) {
		this.reading = reading;
		this.titles = titles;
		this.evidence = evidence;
	}

	Map<String, Step> steps(Map<String, End> ends) {
		Map<String, Step> steps = new LinkedHashMap<>();
		for (var entry : reading.at("/steps").properties()) {
			steps.put(entry.getKey(), step(entry.getKey(), entry.getValue(), ends));
		}
		for (String decided : reading.at("/decisions").propertyNames()) {
			if (!(steps.get(decided) instanceof Review || steps.get(decided) instanceof Consultation)) {
				reading.wrong("decision.no-review", child("/decisions", decided), "step", decided);
			}
		}
		return ProcedureReader.ordered(steps);
	}

	private Step step(String id, JsonNode node, Map<String, End> ends) {
		if (node.has("review") || node.has("inspection")) {
			return review(id, node, ends);
		}
		if (node.has("consultation")) {
			return consultation(id, node);
		}
		if (node.has("fetch")) {
			return fetch(id, node);
		}
		if (node.has("wait")) {
			return wait(id, node);
		}
		if (node.has("payment")) {
			return payment(id, node);
		}
		if (node.has("automation")) {
			return new Automated(id, Reading.text(node.path("title")), Automated.Kind.AUTOMATION, node.path("automation").asString(),
					ProcedureReader.ordered(reading.formulas(child("/steps", id) + "/given")), Reading.count(node.path("within")),
					"stops".equals(node.path("clock").asString("")), targets(node));
		}
		if (node.has("choice")) {
			return choice(id, node);
		}
		if (node.has("correction")) {
			JsonNode then = node.path("then");
			return new Correction(id, Reading.text(node.path("correction")), node.path("of").asString(), Reading.count(node.path("within")),
					node.path("atMost").asInt(), then.path("corrected").asString(), then.path("lapsed").asString());
		}
		return new Automated(id, title(node, titles.issue()), Automated.Kind.ISSUE, ISSUE,
				Map.of("template", constant(quoted(node.path("issue").asString()))), 0, false, targets(node));
	}

	private Review review(String id, JsonNode node, Map<String, End> ends) {
		String words = child("/decisions", id);
		List<Outcome> outcomes = new ArrayList<>();
		for (var entry : node.path("then").properties()) {
			String path = child(words, entry.getKey());
			if (reading.at(path).isMissingNode()) {
				reading.wrong("decision.missing", child(child("/steps", id) + "/then", entry.getKey()), "step", id, "outcome", entry.getKey());
			} else {
				End end = ends.get(entry.getValue().asString());
				outcomes.add(new Outcome(entry.getKey(), Reading.text(reading.at(path)), entry.getValue().asString(), reasons(path + "/reasons"),
						end != null && !end.granted()));
			}
		}
		for (String outcome : reading.at(words).propertyNames()) {
			if (!node.path("then").has(outcome)) {
				reading.unknown("decision.outcome", child(words, outcome), outcome, node.path("then").propertyNames());
			}
		}
		return new Review(id, Reading.text(node.path(node.has("review") ? "review" : "inspection")), assignment(node),
				Reading.count(node.path("deadline")),
				node.path("atMost").asInt(0), List.copyOf(outcomes), deemed(child("/steps", id), node), onSite(node));
	}

	private static Assignment assignment(JsonNode node) {
		return new Assignment(node.path("by").asString(), node.path("unit").asString(), Set.copyOf(Reading.strings(node.path("notBy"))),
				Set.copyOf(Reading.strings(node.path("differentUnit"))), node.path("needsIdentity").asBoolean(false));
	}

	private @Nullable Deemed deemed(String path, JsonNode node) {
		JsonNode breach = node.path("onBreach");
		return breach.isObject() ? new Deemed(breach.path("deemed").asString(), String.valueOf(reading.legal(path + "/onBreach/legal"))) : null;
	}

	private static @Nullable OnSite onSite(JsonNode node) {
		if (!node.has("inspection")) {
			return null;
		}
		String[] photos = node.path("photos").asString("0..12").split("\\.\\.");
		return new OnSite(Integer.parseInt(photos[0]), Integer.parseInt(photos[1]));
	}

	private Consultation consultation(String id, JsonNode node) {
		String words = child("/decisions", id);
		List<Outcome> outcomes = new ArrayList<>();
		for (String outcome : List.of(Consultation.CONSENT, Consultation.OBJECTION)) {
			String path = child(words, outcome);
			if (reading.at(path).isMissingNode()) {
				reading.wrong("decision.missing", child("/steps", id), "step", id, "outcome", outcome);
			} else {
				outcomes.add(new Outcome(outcome, Reading.text(reading.at(path)), outcome, reasons(path + "/reasons"), false));
			}
		}
		List<Consultation.Opinion> opinions = new ArrayList<>();
		for (var entry : node.path("of").properties()) {
			String path = child(child("/steps", id) + "/of", entry.getKey());
			JsonNode asked = entry.getValue();
			Review review = new Review(id + "." + entry.getKey(), Reading.text(asked), assignment(asked), Reading.count(asked.path("deadline")), 0,
					List.copyOf(outcomes), deemed(path, asked), null);
			opinions.add(new Consultation.Opinion(review, reading.optionalFormula(path + "/when")));
		}
		JsonNode then = node.path("then");
		return new Consultation(id, Reading.text(node.path("consultation")), join(node.path("join")), List.copyOf(opinions),
				then.path(Consultation.CONSENT).asString(), then.path(Consultation.OBJECTION).asString());
	}

	private static Consultation.Join join(JsonNode node) {
		return switch (node.asString()) {
			case "all" -> new Consultation.Join.All();
			case "any" -> new Consultation.Join.Any();
			default -> new Consultation.Join.Quorum(node.asInt());
		};
	}

	private Fetch fetch(String id, JsonNode node) {
		List<Fetch.Item> items = new ArrayList<>();
		List<String> wanted = Reading.strings(node.path("of"));
		List<String> fetchable = evidence.stream().filter(item -> item.automation() != null).map(Evidence::id).toList();
		for (int i = 0; i < wanted.size(); i++) {
			String name = wanted.get(i);
			Evidence item = evidence.stream().filter(one -> one.id().equals(name)).findFirst().orElse(null);
			if (item == null || item.automation() == null) {
				reading.unknown("fetch.evidence", child("/steps", id) + "/of/" + i, name, fetchable);
			} else {
				Automated call = new Automated(id + "." + name, item.title(), Automated.Kind.AUTOMATION, item.automation(), item.inputs(), 0, true,
						Map.of());
				items.add(new Fetch.Item(name, call, item.when()));
			}
		}
		JsonNode then = node.path("then");
		return new Fetch(id, Reading.text(node.path("fetch")), List.copyOf(items), Reading.count(node.path("within")),
				then.path(Fetch.FETCHED).asString(), then.path(Fetch.MISSING).asString());
	}

	private Wait wait(String id, JsonNode node) {
		return new Wait(id, Reading.text(node.path("wait")), reading.optionalFormula(child("/steps", id) + "/until"),
				Reading.optional(node.path("event")), Reading.count(node.path("within")), "stops".equals(node.path("clock").asString("")),
				targets(node));
	}

	private List<Reason> reasons(String path) {
		List<Reason> reasons = new ArrayList<>();
		for (var entry : reading.at(path).properties()) {
			reasons.add(new Reason(entry.getKey(), Reading.text(entry.getValue()), reading.legal(child(path, entry.getKey()) + "/legal")));
		}
		return List.copyOf(reasons);
	}

	/** The applicant owes the money, so the clock stops. */
	private Automated payment(String id, JsonNode node) {
		List<String> fees = Reading.strings(node.path("payment"));
		for (int i = 0; i < fees.size(); i++) {
			if (!reading.at("/fees").has(fees.get(i))) {
				reading.unknown("fee", child("/steps", id) + "/payment/" + i, fees.get(i), reading.at("/fees").propertyNames());
			}
		}
		return new Automated(id, title(node, titles.payment()), Automated.Kind.PAYMENT, CHARGE,
				Map.of("fees", constant("[" + String.join(", ", fees.stream().map(StepReader::quoted).toList()) + "]")),
				Reading.count(node.path("within")), true, targets(node));
	}

	private Choice choice(String id, JsonNode node) {
		String path = child("/steps", id) + "/choice";
		List<Choice.Branch> branches = new ArrayList<>();
		String otherwise = "";
		int last = node.path("choice").size() - 1;
		for (int i = 0; i <= last; i++) {
			JsonNode branch = node.path("choice").path(i);
			if (branch.has("otherwise") != (i == last)) {
				reading.wrong(i == last ? "choice.no-otherwise" : "choice.otherwise-early", path + "/" + i, "step", id);
			} else if (i == last) {
				otherwise = branch.path("otherwise").asString();
			} else {
				branches.add(new Choice.Branch(reading.formula(path + "/" + i + "/when"), branch.path("then").asString()));
			}
		}
		return new Choice(id, title(node, titles.choice()), List.copyOf(branches), otherwise);
	}

	private static Map<String, String> targets(JsonNode node) {
		return ProcedureReader.ordered(Reading.stringMap(node.path("then")));
	}

	private static LocalizedText title(JsonNode node, LocalizedText otherwise) {
		LocalizedText own = Reading.optionalText(node.path("title"));
		return own == null ? otherwise : own;
	}

	private static String quoted(String id) {
		return '"' + id + '"';
	}

	private static Formula constant(String feel) {
		try {
			return FeelFormula.parse(feel);
		} catch (FeelFormula.NotFeel e) {
			throw new IllegalStateException("'" + feel + "' was meant to be a constant", e);
		}
	}
}
