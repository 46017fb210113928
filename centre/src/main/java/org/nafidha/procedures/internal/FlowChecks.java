package org.nafidha.procedures.internal;

import static org.nafidha.procedures.internal.Findings.definition;
import static org.nafidha.procedures.internal.YamlSource.child;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.nafidha.procedures.Finding;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Step;
import org.nafidha.procedures.internal.Flow.Edge;
import org.nafidha.procedures.internal.Journeys.Survey;

/** The shape of a procedure: everything leads somewhere, everything is reached, every journey ends. */
record FlowChecks(Flow flow, Journeys journeys) {

	/** Names that stand for nothing; with them, nothing else about the shape can be said. */
	List<Finding> targets() {
		List<Finding> findings = new ArrayList<>();
		Set<String> nodes = new HashSet<>(flow.procedure().steps().keySet());
		if (!nodes.contains(flow.procedure().start())) {
			findings.add(unknown("start", "/start", flow.procedure().start(), nodes, "start"));
		}
		nodes.addAll(flow.procedure().ends().keySet());
		String withdrawal = flow.procedure().withdrawal();
		if (withdrawal != null && !flow.procedure().ends().containsKey(withdrawal)) {
			findings.add(unknown("target", "/withdrawal", withdrawal, flow.procedure().ends().keySet(), "withdrawal"));
		}
		flow.loose().forEach(edge -> findings.add(unknown("target", edge.path(), edge.to(), nodes, edge.from() + " / " + edge.outcome())));
		return findings;
	}

	private static Finding unknown(String what, String path, String name, Set<String> known, String outcome) {
		Optional<String> near = Nearest.of(name, known);
		return near.isPresent()
				? definition(what + ".unknown-near", path, "name", name, "near", near.get(), "outcome", outcome)
				: definition(what + ".unknown", path, "name", name, "outcome", outcome);
	}

	List<Finding> shape() {
		List<Finding> findings = new ArrayList<>();
		Set<String> reachable = flow.reachable();
		unreachable(reachable, findings);
		boolean alive = findings.addAll(withoutEnd(reachable));
		if (!alive) {
			Survey survey = journeys.survey();
			if (survey.loop() != null) {
				String at = survey.loop().getFirst().from();
				findings.add(definition("loop.unbounded", child("/steps", at), "loop", flow.words(at, survey.loop())));
			}
			if (survey.stuck() != null) {
				String at = survey.stuck().isEmpty() ? flow.procedure().start() : survey.stuck().getLast().to();
				findings.add(definition("step.stuck", child("/steps", at), "step", flow.title(at), "way", flow.words(survey.stuck())));
			}
			if (survey.tooMany()) {
				findings.add(definition("journeys.too-many", "/steps"));
			}
		}
		withdrawal(findings);
		corrections(findings);
		documents(reachable, findings);
		return findings;
	}

	private void unreachable(Set<String> reachable, List<Finding> findings) {
		Procedure procedure = flow.procedure();
		for (String node : procedure.steps().keySet()) {
			if (!reachable.contains(node)) {
				findings.add(unreached("step", child("/steps", node), node));
			}
		}
		for (String node : procedure.ends().keySet()) {
			if (!reachable.contains(node)) {
				findings.add(unreached("end", child("/ends", node), node));
			}
		}
	}

	private Finding unreached(String what, String path, String node) {
		Optional<Edge> into = flow.edges().stream().filter(edge -> edge.to().equals(node) && !edge.from().equals(node)).findFirst();
		return into.isPresent()
				? definition(what + ".unreachable-from", path, "step", flow.title(node), "from", flow.title(into.get().from()))
				: definition(what + ".unreachable", path, "step", flow.title(node));
	}

	/** Steps that are reached but from which no end is. */
	private List<Finding> withoutEnd(Set<String> reachable) {
		Set<String> ends = flow.procedure().ends().keySet();
		return flow.procedure().steps().keySet().stream().filter(reachable::contains)
				.filter(step -> flow.reachableFrom(step).stream().noneMatch(ends::contains)).limit(1)
				.map(step -> definition("step.no-end", child("/steps", step), "step", flow.title(step), "way", way(step))).toList();
	}

	private Object way(String node) {
		return flow.words(flow.shortest(node::equals, edge -> true).orElse(List.of()));
	}

	/** Who takes the application back is granted nothing by it. */
	private void withdrawal(List<Finding> findings) {
		Procedure.End end = flow.procedure().withdrawal() == null ? null : flow.procedure().ends().get(flow.procedure().withdrawal());
		if (end != null && end.granted()) {
			findings.add(definition("withdrawal.granted", "/withdrawal", "end", end.title()));
		}
	}

	/** A correction gives back what one review found wanting: it belongs to that review and is entered from nowhere else. */
	private void corrections(List<Finding> findings) {
		for (Step step : flow.procedure().steps().values()) {
			if (step instanceof Step.Correction correction) {
				String path = child("/steps", correction.id());
				if (!(flow.procedure().steps().get(correction.of()) instanceof Step.Review)) {
					findings.add(definition("correction.of", path + "/of", "step", correction.title(), "name", correction.of()));
				} else {
					flow.edges().stream().filter(edge -> edge.to().equals(correction.id()) && !edge.from().equals(correction.of())).findFirst()
							.ifPresent(edge -> findings.add(definition("correction.entered", edge.path(), "step", correction.title(), "from",
									flow.title(edge.from()), "of", flow.title(correction.of()))));
				}
			}
		}
	}

	private void documents(Set<String> reachable, List<Finding> findings) {
		Procedure procedure = flow.procedure();
		Procedure.IssuedDocument document = procedure.document();
		Set<String> issuing = new HashSet<>();
		for (Step step : procedure.steps().values()) {
			if (step instanceof Step.Automated automated && automated.kind() == Step.Automated.Kind.ISSUE) {
				issuing.add(step.id());
				Object template = automated.inputs().get("template") == null ? null : automated.inputs().get("template").evaluate(Map.of());
				if (document == null || !document.template().equals(template)) {
					findings.add(definition("document.template", child("/steps", step.id()) + "/issue", "template", String.valueOf(template), "named",
							document == null ? "-" : document.template()));
				}
			}
		}
		if (document == null || reachable.stream().noneMatch(issuing::contains)) {
			return;
		}
		for (Procedure.End end : procedure.ends().values()) {
			issuedAndGranted(end, issuing, findings);
		}
	}

	/** Who is told "granted" holds the document, and nobody else does. */
	private void issuedAndGranted(Procedure.End end, Set<String> issuing, List<Finding> findings) {
		if (end.granted()) {
			flow.shortest(end.id()::equals, edge -> !issues(edge, issuing)).ifPresent(
					way -> findings.add(definition("end.not-issued", child("/ends", end.id()), "end", end.title(), "way", flow.words(way))));
			return;
		}
		for (Edge issued : flow.edges()) {
			if (issues(issued, issuing)) {
				flow.shortest(issued.to(), end.id()::equals, edge -> true).ifPresent(way -> findings.add(definition("end.issued",
						child("/ends", end.id()), "end", end.title(), "way",
						flow.words(issued.from(), Stream.concat(Stream.of(issued), way.stream()).toList()))));
			}
		}
	}

	private static boolean issues(Edge edge, Set<String> issuing) {
		return issuing.contains(edge.from()) && !edge.outcome().equals(Step.Automated.CHANGED);
	}
}
