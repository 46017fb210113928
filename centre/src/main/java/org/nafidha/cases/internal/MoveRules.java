package org.nafidha.cases.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.VersionMoves.Obstacle;
import org.nafidha.cases.VersionMoves.Why;
import org.nafidha.cases.Visit;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.procedures.Formula;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedure.Input;
import org.nafidha.procedures.Procedure.InputType;
import org.nafidha.procedures.Step;

/** What keeps a running case from going on under another version of its procedure: a pure function of the case and the two versions. */
final class MoveRules {

	private final CaseFile file;
	private final Procedure from;
	private final Procedure to;
	private final List<Obstacle> found = new ArrayList<>();

	private MoveRules(CaseFile file, Procedure from, Procedure to) {
		this.file = file;
		this.from = from;
		this.to = to;
	}

	static List<Obstacle> obstacles(CaseFile file, Procedure from, Procedure to) {
		MoveRules rules = new MoveRules(file, from, to);
		file.openVisits().forEach(rules::standsAt);
		file.visits().stream().filter(visit -> !visit.open()).forEach(rules::passed);
		to.inputs().forEach(rules::answered);
		if (rules.found.isEmpty()) {
			Map<String, Obstacle> lacking = LaterReads.lacking(file, to);
			LaterReads.lacking(file, from).keySet().forEach(lacking::remove);
			rules.found.addAll(lacking.values());
		}
		return rules.found.stream().distinct().toList();
	}

	private void add(Why why, LocalizedText what) {
		found.add(new Obstacle(why, what));
	}

	private void standsAt(Visit visit) {
		Step before = Objects.requireNonNull(from.step(visit.step()), () -> visit.key() + " stands at a step that its version does not have");
		Step after = to.step(visit.step());
		if (after == null) {
			add(Why.STEP_GONE, before.title());
			return;
		}
		switch (before) {
			case Step.Review review when after instanceof Step.Review other && (review.onSite() == null) == (other.onSite() == null) ->
				human(review, other);
			case Step.Automated automated when after instanceof Step.Automated other && sameWork(automated, other) -> {
				if (automated.kind() == Step.Automated.Kind.ISSUE) {
					add(Why.BUSY, before.title());
				} else if (!other.then().keySet().containsAll(automated.then().keySet())) {
					add(Why.OUTCOME, before.title());
				}
			}
			case Step.Consultation asked when after instanceof Step.Consultation other && opinions(asked).equals(opinions(other)) -> {
				// each opinion is looked at by itself
			}
			case Step.Fetch asked when after instanceof Step.Fetch other && holders(asked).equals(holders(other)) -> {
				// each answer is looked at by itself
			}
			case Step.Wait wait when after instanceof Step.Wait other && Objects.equals(wait.event(), other.event())
					&& (wait.until() == null) == (other.until() == null) -> {
				// the date or term that was set stays
			}
			case Step.Correction correction when after instanceof Step.Correction -> {
				// the answers are read by the questions of the version that it is on when they come
			}
			default -> add(Why.STEP_KIND, before.title());
		}
	}

	/** The task was drawn among those who may do it, and its officer has its outcomes on the screen. */
	private void human(Step.Review before, Step.Review after) {
		if (!before.by().equals(after.by())) {
			add(Why.STEP_STAFF, before.title());
		}
		for (Step.Outcome outcome : before.outcomes()) {
			after.outcome(outcome.id()).filter(other -> other.refusal() != outcome.refusal() || !other.label().equals(outcome.label()))
					.ifPresent(other -> add(Why.OUTCOME, outcome.label()));
		}
	}

	private static boolean sameWork(Step.Automated one, Step.Automated other) {
		return one.kind() == other.kind() && one.automation().equals(other.automation()) && texts(one.inputs()).equals(texts(other.inputs()));
	}

	private static Map<String, String> texts(Map<String, Formula> inputs) {
		Map<String, String> texts = new LinkedHashMap<>();
		inputs.forEach((name, formula) -> texts.put(name, formula.text()));
		return texts;
	}

	private static Set<String> opinions(Step.Consultation consultation) {
		return consultation.opinions().stream().map(opinion -> opinion.review().id()).collect(Collectors.toSet());
	}

	private static Set<String> holders(Step.Fetch fetch) {
		return fetch.items().stream().map(item -> item.call().id()).collect(Collectors.toSet());
	}

	private void passed(Visit visit) {
		boolean byOfficer = visit.closedBy() != null && visit.closedBy().startsWith("officer:");
		if (byOfficer && from.step(visit.step()) instanceof Step.Review review && !(to.step(visit.step()) instanceof Step.Review)) {
			add(Why.PAST_GONE, review.title());
		}
	}

	private void answered(Input input) {
		Object value = file.data().get(input.id());
		if (value == null) {
			if (input.required()) {
				add(Why.INPUT_MISSING, input.label());
			}
			return;
		}
		boolean sameType = from.inputs().stream().anyMatch(before -> before.id().equals(input.id()) && before.type() == input.type());
		if (!sameType || input.type() == InputType.CHOICE && !input.options().containsKey(value.toString())) {
			add(Why.INPUT_DIFFERS, input.label());
		}
	}
}
