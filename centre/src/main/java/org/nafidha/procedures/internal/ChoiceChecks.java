package org.nafidha.procedures.internal;

import static org.nafidha.procedures.internal.Findings.definition;
import static org.nafidha.procedures.internal.YamlSource.child;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nafidha.procedures.Finding;
import org.nafidha.procedures.Formula;
import org.nafidha.procedures.Step;

/** Whether the branches of a choice can all be taken and never two at once, where {@link Situations} can decide it. */
record ChoiceChecks(Flow flow, Knowledge knowledge, Words words) {

	/** Choices whose formulas are sound. */
	List<Finding> check(List<Finding> ofFormulas) {
		List<Finding> findings = new ArrayList<>();
		for (Step step : flow.procedure().steps().values()) {
			String path = child("/steps", step.id()) + "/choice";
			if (step instanceof Step.Choice choice && ofFormulas.stream().noneMatch(finding -> finding.path().startsWith(path))) {
				List<Formula> conditions = choice.branches().stream().map(Step.Choice.Branch::when).toList();
				Situations.of(conditions, knowledge.at(choice)).ifPresent(situations -> findings.addAll(check(path, choice, conditions, situations)));
			}
		}
		return findings;
	}

	private List<Finding> check(String path, Step.Choice choice, List<Formula> conditions, Situations situations) {
		List<Finding> findings = new ArrayList<>();
		for (int n = 0; n < conditions.size(); n++) {
			findings.addAll(branch(path + "/" + n + "/when", choice, conditions, n, situations));
		}
		if (findings.isEmpty() && situations.all(data -> conditions.stream().anyMatch(condition -> holds(condition, data)))) {
			findings.add(definition("choice.otherwise-never", path + "/" + conditions.size(), "step", choice.title()));
		}
		return findings;
	}

	private List<Finding> branch(String path, Step.Choice choice, List<Formula> conditions, int n, Situations situations) {
		Formula condition = conditions.get(n);
		if (situations.all(data -> !holds(condition, data))) {
			return List.of(definition("choice.never", path, "step", choice.title(), "formula", condition.text()));
		}
		List<Formula> before = conditions.subList(0, n);
		if (situations.all(data -> !holds(condition, data) || before.stream().anyMatch(earlier -> holds(earlier, data)))) {
			return List.of(definition("choice.shadowed", path, "step", choice.title(), "formula", condition.text(), "earlier",
					String.join(" / ", before.stream().map(Formula::text).toList())));
		}
		for (Formula earlier : before) {
			Optional<Map<String, Object>> both = situations.find(data -> holds(earlier, data) && holds(condition, data));
			if (both.isPresent()) {
				return List.of(definition("choice.overlap", path, "step", choice.title(), "formula", condition.text(), "earlier", earlier.text(),
						"example", Situations.words(both.get(), words)));
			}
		}
		return List.of();
	}

	private static boolean holds(Formula condition, Map<String, Object> data) {
		return Boolean.TRUE.equals(condition.evaluate(data));
	}
}
