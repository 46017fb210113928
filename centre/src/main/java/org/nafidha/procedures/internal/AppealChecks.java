package org.nafidha.procedures.internal;

import static org.nafidha.procedures.internal.Findings.definition;
import static org.nafidha.procedures.internal.YamlSource.child;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nafidha.procedures.Finding;
import org.nafidha.procedures.Procedure.Appeal;
import org.nafidha.procedures.Procedure.End;
import org.nafidha.procedures.Step;
import org.nafidha.procedures.internal.Flow.Edge;

/** Appeals: whoever is refused can appeal, others decide it, and a case that is taken up again skips nothing and pays nothing twice. */
record AppealChecks(Flow flow) {

	private static final String UPHELD = "/appeal/upheld";

	List<Finding> check() {
		List<Finding> findings = new ArrayList<>();
		flow.reviews().forEach(review -> about(review, findings));
		Appeal appeal = flow.procedure().appeal();
		if (appeal != null && appeal.upheld() != null) {
			if (flow.procedure().aboutRefusal()) {
				findings.add(definition("appeal.of-appeal", UPHELD));
			}
			reasons(findings);
			if (!appeal.upheld().equals(Appeal.SAME_STEP)) {
				takenUpAt(appeal.upheld(), findings);
			}
		}
		return findings;
	}

	/** Only an appeal has a case that it is about, and nobody of a unit that decided that case may decide on it again. */
	private void about(Step.Review review, List<Finding> findings) {
		boolean appeals = flow.procedure().aboutRefusal();
		for (String clause : List.of("notBy", "differentUnit")) {
			Set<String> others = clause.equals("notBy") ? review.notBy() : review.by().differentUnit();
			if (!appeals && others.contains(Step.Assignment.ABOUT)) {
				findings.add(definition("about.none", Flow.path(review) + "/" + clause, "clause", clause, "step", review.title()));
			}
		}
		if (appeals && !review.by().differentUnit().contains(Step.Assignment.ABOUT)) {
			findings.add(definition("about.same-unit", Flow.path(review), "step", review.title()));
		}
	}

	/** What an officer refuses must be an end that can be appealed against. */
	private void reasons(List<Finding> findings) {
		if (flow.procedure().ends().values().stream().noneMatch(End::refusedByDecision)) {
			findings.add(definition("appeal.no-refusal", UPHELD));
		}
		for (Step.Review review : flow.reviews()) {
			for (Step.Outcome outcome : review.outcomes()) {
				End end = flow.procedure().ends().get(outcome.to());
				if (outcome.refusal() && end != null && !end.refusedByDecision()) {
					findings.add(definition("appeal.other-reason", child(child("/ends", end.id()), "reason"), "step", review.title(), "outcome",
							outcome.label(), "end", end.title(), "reason", String.valueOf(end.reason())));
				}
			}
		}
	}

	private void takenUpAt(String step, List<Finding> findings) {
		Set<String> reviews = flow.procedure().steps().values().stream().filter(Step.Review.class::isInstance).map(Step::id)
				.collect(Collectors.toSet());
		if (!reviews.contains(step)) {
			Optional<String> near = Nearest.of(step, reviews);
			findings.add(near.isPresent()
					? definition("appeal.unknown-near", UPHELD, "name", step, "near", near.get())
					: definition("appeal.unknown", UPHELD, "name", step));
			return;
		}
		List<String> refusing = flow.edges().stream().filter(edge -> refuses(edge) && !edge.from().equals(step)).map(Edge::from).distinct().toList();
		refusing.stream().flatMap(at -> flow.shortest(at::equals, edge -> !edge.from().equals(step)).stream()).findFirst()
				.ifPresent(way -> findings.add(definition("appeal.skips", UPHELD, "step", flow.title(step), "way", flow.words(way))));
		flow.procedure().steps().values().stream().filter(AppealChecks::pays).filter(pay -> flow.reachableFrom(step).contains(pay.id()))
				.filter(pay -> refusing.stream().anyMatch(flow.reachableFrom(pay.id())::contains)).findFirst()
				.ifPresent(pay -> findings.add(definition("appeal.pays-again", UPHELD, "step", flow.title(step), "payment", pay.title())));
	}

	private boolean refuses(Edge edge) {
		End end = flow.procedure().ends().get(edge.to());
		return end != null && end.refusedByDecision();
	}

	private static boolean pays(Step step) {
		return step instanceof Step.Automated automated && automated.kind() == Step.Automated.Kind.PAYMENT;
	}
}
