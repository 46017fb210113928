package org.nafidha.cases.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.VersionMoves.Obstacle;
import org.nafidha.cases.VersionMoves.Why;
import org.nafidha.procedures.Formula;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedure.Evidence;
import org.nafidha.procedures.Step;

/**
 * What the steps that lie before a case read although the case does not know it, and may not have learnt it by then. The checks of a
 * published version prove that nothing is missing on any way from its start; a case that is moved has come another way.
 */
final class LaterReads {

	private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

	private final CaseFile file;
	private final Procedure procedure;

	private LaterReads(CaseFile file, Procedure procedure) {
		this.file = file;
		this.procedure = procedure;
	}

	/** By the name that is read. */
	static Map<String, Obstacle> lacking(CaseFile file, Procedure procedure) {
		LaterReads reads = new LaterReads(file, procedure);
		Map<String, Obstacle> lacking = new LinkedHashMap<>();
		for (Evidence item : procedure.evidence()) {
			if (item.automation() != null && reads.needed(item) && reads.read(item.id(), !procedure.fetchedLater(item.id()))) {
				lacking.put(item.id(), new Obstacle(Why.EVIDENCE_MISSING, item.title()));
			}
		}
		for (Step step : procedure.steps().values()) {
			if (step instanceof Step.Automated && !lacking.containsKey(step.id()) && !isEvidence(procedure, step.id())
					&& reads.read(step.id(), false)) {
				lacking.put(step.id(), new Obstacle(Why.RESULT_MISSING, step.title()));
			}
		}
		return lacking;
	}

	private static boolean isEvidence(Procedure procedure, String name) {
		return procedure.evidence().stream().anyMatch(item -> item.id().equals(name));
	}

	/** A condition that reads what the case does not know cannot be judged: then it is needed. */
	private boolean needed(Evidence item) {
		try {
			return item.when() == null || Boolean.TRUE.equals(item.when().evaluate(file.data()));
		} catch (IllegalStateException unknown) {
			return true;
		}
	}

	/** @param fetchedAnew whether a correction, which fetches evidence again, brings it too */
	private boolean read(String name, boolean fetchedAnew) {
		if (file.data().containsKey(name)) {
			return false;
		}
		Pattern word = Pattern.compile("(?<![A-Za-z0-9_.])" + Pattern.quote(name) + "(?![A-Za-z0-9_])");
		return before(name, fetchedAnew).stream().flatMap(step -> formulas(step).stream())
				.anyMatch(formula -> word.matcher(QUOTED.matcher(formula.text()).replaceAll("")).find());
	}

	/** The steps that the case may come to without having learnt the name. */
	private Set<Step> before(String name, boolean fetchedAnew) {
		Set<Step> steps = new LinkedHashSet<>();
		Set<String> seen = new HashSet<>();
		ArrayDeque<String> next = new ArrayDeque<>();
		file.openVisits().forEach(visit -> next.add(node(visit.step())));
		while (!next.isEmpty()) {
			String at = next.removeFirst();
			Step step = procedure.steps().get(at);
			if (step == null || !seen.add(at)) {
				continue;
			}
			steps.add(step);
			boolean learns = at.equals(name) || step instanceof Step.Fetch fetch && fetch.fetches(name)
					|| fetchedAnew && step instanceof Step.Correction;
			if (!learns) {
				next.addAll(targets(step));
			}
		}
		return steps;
	}

	private static String node(String step) {
		int dot = step.indexOf('.');
		return dot < 0 ? step : step.substring(0, dot);
	}

	private static List<String> targets(Step step) {
		return switch (step) {
			case Step.Review review -> review.outcomes().stream().map(Step.Outcome::to).toList();
			case Step.Consultation asked -> List.of(asked.consent(), asked.objection());
			case Step.Fetch asked -> List.of(asked.fetched(), asked.missing());
			case Step.Wait wait -> List.copyOf(wait.then().values());
			case Step.Automated automated -> List.copyOf(automated.then().values());
			case Step.Correction correction -> List.of(correction.corrected(), correction.lapsed());
			case Step.Choice choice ->
				Stream.concat(choice.branches().stream().map(Step.Choice.Branch::to), Stream.of(choice.otherwise())).toList();
		};
	}

	private List<Formula> formulas(Step step) {
		List<Formula> formulas = new ArrayList<>();
		switch (step) {
			case Step.Choice choice -> choice.branches().forEach(branch -> formulas.add(branch.when()));
			case Step.Automated automated -> {
				formulas.addAll(automated.inputs().values());
				more(automated, formulas);
			}
			case Step.Consultation asked -> asked.opinions().stream().map(Step.Consultation.Opinion::when).filter(java.util.Objects::nonNull)
					.forEach(formulas::add);
			case Step.Fetch asked -> asked.items().forEach(item -> formulas.addAll(item.call().inputs().values()));
			case Step.Wait wait when wait.until() != null -> formulas.add(wait.until());
			default -> {
				// reads nothing
			}
		}
		return formulas;
	}

	/** What payments and documents read beyond what they are given. */
	private void more(Step.Automated step, List<Formula> formulas) {
		Procedure.IssuedDocument document = procedure.document();
		if (step.kind() == Step.Automated.Kind.PAYMENT) {
			procedure.fees().forEach(fee -> formulas.add(fee.amount()));
		} else if (step.kind() == Step.Automated.Kind.ISSUE && document != null) {
			formulas.addAll(document.fields().values());
		}
	}
}
