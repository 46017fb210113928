package org.nafidha.procedures.internal;

import static org.nafidha.procedures.internal.Findings.definition;
import static org.nafidha.procedures.internal.YamlSource.child;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.procedures.Finding;
import org.nafidha.procedures.Procedure.Fee;
import org.nafidha.procedures.Step;
import org.nafidha.procedures.internal.Flow.Edge;

/** What administrative law asks: terms kept, four eyes that have something to look at, refusals with a basis, fees that are asked for. */
record RuleChecks(Flow flow, Words words) {

	List<Finding> check() {
		List<Finding> findings = new ArrayList<>();
		for (Step.Review review : flow.reviews()) {
			earlier(review, "notBy", review.notBy(), findings);
			earlier(review, "differentUnit", review.by().differentUnit(), findings);
			refusals(review, findings);
			deemed(review, findings);
		}
		for (Step step : flow.procedure().steps().values()) {
			switch (step) {
				case Step.Consultation consultation -> join(consultation, findings);
				case Step.Wait wait -> waits(wait, findings);
				default -> {
				}
			}
		}
		fees(findings);
		return findings;
	}

	/** {@code notBy} and {@code differentUnit} name reviews, at least one way through which leads here. */
	private void earlier(Step.Review review, String clause, Set<String> others, List<Finding> findings) {
		String path = Flow.path(review) + "/" + clause;
		for (String other : others) {
			if (other.equals(Step.Assignment.ABOUT)) {
				continue; // see AppealChecks
			}
			if (!(flow.procedure().steps().get(other) instanceof Step.Review)) {
				Optional<String> near = Nearest.of(other, reviews());
				findings.add(near.isPresent()
						? definition("not-by.unknown-near", path, "clause", clause, "step", review.title(), "name", other, "near", near.get())
						: definition("not-by.unknown", path, "clause", clause, "step", review.title(), "name", other));
			} else if (flow.from(other).stream().noneMatch(edge -> flow.reachableFrom(edge.to()).contains(Flow.node(review)))) {
				findings.add(definition(clause.equals("notBy") ? "not-by.never-before" : "different-unit.never-before", path, "step", review.title(),
						"other", flow.title(other), "way",
						flow.words(flow.shortest(Flow.node(review)::equals, edge -> true).orElse(List.of()))));
			}
		}
	}

	private Set<String> reviews() {
		return flow.procedure().steps().values().stream().filter(Step.Review.class::isInstance).map(Step::id).collect(Collectors.toSet());
	}

	private static void deemed(Step.Review review, List<Finding> findings) {
		Step.Deemed deemed = review.deemed();
		if (deemed != null && review.outcome(deemed.outcome()).isEmpty()) {
			findings.add(definition("deemed.unknown", Flow.path(review) + "/onBreach/deemed", "step", review.title(), "outcome", deemed.outcome(),
					"known", review.outcomes().stream().map(Step.Outcome::id).collect(Collectors.joining(", "))));
		}
	}

	private static void join(Step.Consultation consultation, List<Finding> findings) {
		int most = consultation.opinions().size();
		if (consultation.join() instanceof Step.Consultation.Join.Quorum(int needed) && needed > most) {
			findings.add(
					definition("join.too-many", child("/steps", consultation.id()) + "/join", "step", consultation.title(), "needed", needed, "most",
							most));
		}
	}

	/** A date stops the clock, since nobody knows how far it is; an event has a term, since it may never come. */
	private static void waits(Step.Wait wait, List<Finding> findings) {
		String path = child("/steps", wait.id());
		Set<String> outcomes = wait.until() != null ? Set.of(Step.Wait.OVER) : Set.of(Step.Wait.HAPPENED, Step.Wait.LAPSED);
		if ((wait.until() == null) == (wait.event() == null)) {
			findings.add(definition("wait.one-of", path, "step", wait.title()));
		} else if (!wait.then().keySet().equals(outcomes)) {
			findings.add(definition("wait.outcomes", path + "/then", "step", wait.title(), "outcomes",
					outcomes.stream().sorted().collect(Collectors.joining(", "))));
		} else if (wait.until() != null && !wait.clockStops()) {
			findings.add(definition("wait.clock", path, "step", wait.title()));
		} else if (wait.event() != null && wait.withinDays() == 0) {
			findings.add(definition("wait.no-term", path, "step", wait.title()));
		}
	}

	private static void refusals(Step.Review review, List<Finding> findings) {
		for (Step.Outcome outcome : review.outcomes()) {
			outcome.reasons().stream().filter(reason -> outcome.refusal() && reason.legalBasis() == null).findFirst()
					.ifPresent(reason -> findings.add(definition("refusal.no-basis",
							child(child(child("/decisions", review.id()), outcome.id()) + "/reasons", reason.code()), "outcome", outcome.label(),
							"reason", reason.text())));
		}
	}

	private void fees(List<Finding> findings) {
		Set<String> charged = flow.procedure().steps().values().stream().flatMap(step -> Knowledge.feesOf(step).stream()).collect(Collectors.toSet());
		for (Fee fee : flow.procedure().fees()) {
			if (!charged.contains(fee.id())) {
				findings.add(definition("fee.never-charged", child("/fees", fee.id()), "fee", fee.title()));
			}
		}
	}

	/** The longest journey against the statutory term; only for a procedure whose every journey ends. */
	List<Finding> term(Journeys journeys) {
		List<Edge> longest = journeys.heaviest(this::days).stream().filter(edge -> days(edge) > 0).toList();
		int total = longest.stream().mapToInt(this::days).sum();
		if (total <= flow.procedure().statutoryDays()) {
			return List.of();
		}
		LocalizedText sum = null;
		for (Edge edge : longest) {
			LocalizedText part = words.of("procedures.term.part", "step", flow.title(edge.from()), "days", days(edge));
			sum = sum == null ? part : words.of("procedures.term.sum", "before", sum, "next", part);
		}
		return List.of(definition("term.exceeded", "/statutoryTerm", "days", total, "term", flow.procedure().statutoryDays(), "sum",
				sum == null ? "0" : sum));
	}

	/**
	 * Working days that the office may use up before this outcome. None while the clock stands still, and none for a review that
	 * sends the file back for correction: the term runs from the complete file.
	 */
	int days(Edge edge) {
		return switch (flow.procedure().steps().get(edge.from())) {
			case Step.Review review -> sendsBack(review, edge) ? 0 : review.deadlineDays();
			case Step.Consultation consultation ->
				consultation.opinions().stream().mapToInt(opinion -> opinion.review().deadlineDays()).max().orElse(0);
			case Step.Automated automated -> automated.clockStops() ? 0 : automated.withinDays();
			case Step.Wait wait -> wait.clockStops() ? 0 : wait.withinDays();
			case null, default -> 0;
		};
	}

	private boolean sendsBack(Step.Review review, Edge edge) {
		return flow.procedure().steps().get(edge.to()) instanceof Step.Correction correction && correction.of().equals(review.id());
	}
}
