package org.nafidha.procedures.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.procedures.Automation.Signature;
import org.nafidha.procedures.Formula;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedure.Evidence;
import org.nafidha.procedures.Procedure.Input;
import org.nafidha.procedures.Step;
import org.nafidha.procedures.Step.Automated;
import org.nafidha.procedures.internal.Flow.Edge;
import org.nafidha.procedures.internal.FeelType.Fields;
import org.nafidha.procedures.internal.FeelType.Plain;
import org.nafidha.procedures.internal.Scope.Name;

/**
 * What a case knows at each place of a procedure: applicant, channel, inputs, evidence fetched before, and outputs of the steps that
 * lie on every way there.
 */
final class Knowledge {

	/** What the engine puts under {@code applicant} for every case. */
	static final Fields APPLICANT = new Fields(Map.of("personId", Plain.STRING, "kind", Plain.STRING, "actsForAnother", Plain.BOOLEAN));
	static final FeelType CHANNEL = new FeelType.OneOf(Set.of("PORTAL", "COUNTER"));

	private static final String LAPSED = "lapsed";
	/** Before the id of evidence that a step fetches; no step bears such a name. */
	private static final String FETCHED = "fetched:";

	private final Flow flow;
	private final Procedure procedure;
	private final Map<String, Signature> signatures;
	private final Words words;
	private final Map<String, Set<String>> certain;

	Knowledge(Flow flow, Map<String, Signature> signatures, Words words) {
		this.flow = flow;
		this.procedure = flow.procedure();
		this.signatures = signatures;
		this.words = words;
		this.certain = certain();
	}

	/** In sight of an evidence item: what is fetched before it. */
	Scope at(Evidence item) {
		Map<String, Name> names = given();
		boolean before = true;
		for (Evidence other : procedure.evidence()) {
			before &= !other.id().equals(item.id());
			boolean later = !before || procedure.fetchedLater(other.id());
			evidence(other, later ? words.of("procedures.absent.later") : null).ifPresent(name -> names.put(other.id(), name));
		}
		return Scope.of(names);
	}

	/** In sight of the rule of eligibility: all evidence that is fetched at once, no step. */
	Scope atOpening() {
		Map<String, Name> names = given();
		procedure.evidence().forEach(item -> evidence(item, procedure.fetchedLater(item.id()) ? words.of("procedures.absent.fetched") : null)
				.ifPresent(name -> names.put(item.id(), name)));
		return Scope.of(names);
	}

	Scope at(Step step) {
		Map<String, Name> names = new HashMap<>(atOpening().names());
		procedure.evidence().stream().filter(item -> procedure.fetchedLater(item.id()))
				.forEach(item -> evidence(item, howFetched(item.id(), step.id())).ifPresent(name -> names.put(item.id(), name)));
		for (Step other : procedure.steps().values()) {
			if (other instanceof Automated automated && !names.containsKey(other.id())) {
				names.put(other.id(), new Name(outputs(automated.automation()), how(automated.id(), step.id())));
			}
		}
		return Scope.of(names);
	}

	/** Whether it is a paper, which a person reads. */
	boolean broughtByCitizen(String name) {
		return procedure.evidence().stream().anyMatch(item -> item.id().equals(name) && item.automation() == null);
	}

	/** Ids of the fees that a payment step charges. */
	static List<String> feesOf(Step step) {
		if (step instanceof Automated automated && automated.kind() == Automated.Kind.PAYMENT) {
			Formula fees = automated.inputs().get("fees");
			return fees != null && fees.evaluate(Map.of()) instanceof List<?> ids ? ids.stream().map(String::valueOf).toList() : List.of();
		}
		return List.of();
	}

	private Map<String, Name> given() {
		Map<String, Name> names = new LinkedHashMap<>();
		names.put("applicant", Scope.always(APPLICANT));
		names.put("channel", Scope.always(CHANNEL));
		for (Input input : procedure.inputs()) {
			names.put(input.id(), Scope.always(FeelType.of(input)));
		}
		return names;
	}

	private Optional<Name> evidence(Evidence item, @Nullable LocalizedText absent) {
		if (item.automation() == null) {
			return Optional.empty();
		}
		LocalizedText how = absent == null && item.when() != null ? words.of("procedures.absent.when", "formula", item.when().text()) : absent;
		return Optional.of(new Name(outputs(item.automation()), how));
	}

	private FeelType outputs(String automation) {
		Signature signature = signatures.get(automation);
		if (signature == null) {
			return Plain.ANY;
		}
		Map<String, FeelType> fields = new HashMap<>();
		signature.outputs().forEach((name, type) -> fields.put(name, FeelType.named(type)));
		return new Fields(fields);
	}

	/** The shortest way to a step past another; null when every way leads through it. */
	private @Nullable LocalizedText how(String past, String to) {
		if (certain.getOrDefault(to, Set.of()).contains(past)) {
			return null;
		}
		return flow.shortest(to::equals, edge -> !edge.from().equals(past) || edge.outcome().equals(LAPSED))
				.map(way -> words.of("procedures.absent.way", "way", flow.words(way))).orElseGet(() -> words.of("procedures.absent.never"));
	}

	/** The shortest way to a step without the answer; null when it is there on every way. What was corrected since must be fetched again. */
	private @Nullable LocalizedText howFetched(String evidence, String to) {
		if (certain.getOrDefault(to, Set.of()).contains(FETCHED + evidence)) {
			return null;
		}
		return flow.shortest(to::equals, edge -> !brings(edge, evidence)).map(way -> words.of("procedures.absent.way", "way", flow.words(way)))
				.orElseGet(() -> words.of("procedures.absent.corrected"));
	}

	private boolean brings(Edge edge, String evidence) {
		return edge.outcome().equals(Step.Fetch.FETCHED) && procedure.steps().get(edge.from()) instanceof Step.Fetch fetch && fetch.fetches(evidence);
	}

	/** For each node, the automated steps that have ended on every way to it, and the evidence that was fetched and not corrected since. */
	private Map<String, Set<String>> certain() {
		Map<String, Set<String>> known = new HashMap<>();
		known.put(procedure.start(), Set.of());
		boolean changed = true;
		while (changed) {
			changed = false;
			for (Edge edge : flow.edges()) {
				Set<String> before = known.get(edge.from());
				if (before != null && learn(known, edge, before)) {
					changed = true;
				}
			}
		}
		return known;
	}

	private boolean learn(Map<String, Set<String>> known, Edge edge, Set<String> before) {
		Set<String> brought = new HashSet<>(before);
		if (procedure.steps().get(edge.from()) instanceof Automated && !edge.outcome().equals(LAPSED)) {
			brought.add(edge.from());
		}
		switch (procedure.steps().get(edge.from())) {
			case Step.Fetch fetch when edge.outcome().equals(Step.Fetch.FETCHED) ->
				fetch.items().forEach(item -> brought.add(FETCHED + item.evidence()));
			case Step.Correction correction -> brought.removeIf(name -> name.startsWith(FETCHED));
			case null, default -> {
			}
		}
		Set<String> there = known.get(edge.to());
		if (there != null) {
			brought.retainAll(there);
		}
		return !brought.equals(known.put(edge.to(), brought));
	}
}
