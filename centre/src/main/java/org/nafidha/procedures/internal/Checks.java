package org.nafidha.procedures.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.nafidha.procedures.Automation.Signature;
import org.nafidha.procedures.Finding;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.StaffFacts;
import org.nafidha.procedures.Step;
import org.nafidha.procedures.TemplateFacts;

/** All checks, as a pure function of a procedure and of what the house can do. @param inForce the published procedures */
record Checks(Map<String, Signature> signatures, @Nullable StaffFacts staff, @Nullable TemplateFacts templates, List<Procedure> inForce,
		Words words) {

	List<Finding> check(Procedure procedure) {
		Flow flow = new Flow(procedure, words);
		Journeys journeys = new Journeys(flow);
		FlowChecks shape = new FlowChecks(flow, journeys);
		List<Finding> findings = new ArrayList<>(shape.targets());
		if (findings.isEmpty()) {
			findings.addAll(shape.shape());
			boolean everyJourneyEnds = findings.stream().map(Finding::code).noneMatch(ENDLESS::contains);
			RuleChecks rules = new RuleChecks(flow, words);
			findings.addAll(rules.check());
			findings.addAll(new AppealChecks(flow).check());
			formulas(flow, findings);
			template(procedure, findings);
			staff(flow, everyJourneyEnds ? journeys : null, findings);
			if (everyJourneyEnds) {
				findings.addAll(rules.term(journeys));
			}
		}
		return located(procedure, findings);
	}

	private static final List<String> ENDLESS = List.of("step.no-end", "loop.unbounded", "step.stuck", "journeys.too-many");

	private void formulas(Flow flow, List<Finding> findings) {
		Knowledge knowledge = new Knowledge(flow, signatures, words);
		List<Finding> ofFormulas = new FormulaChecks(flow, knowledge, signatures, words).check();
		findings.addAll(ofFormulas);
		findings.addAll(new ChoiceChecks(flow, knowledge, words).check(ofFormulas));
	}

	/** The template is there, and the procedure says what it prints. */
	private void template(Procedure procedure, List<Finding> findings) {
		Procedure.IssuedDocument document = procedure.document();
		boolean issues = procedure.steps().values().stream()
				.anyMatch(step -> step instanceof Step.Automated automated && automated.kind() == Step.Automated.Kind.ISSUE);
		if (templates == null || document == null || !issues) {
			return;
		}
		Optional<Set<String>> wanted = templates.wanted(document.template());
		if (wanted.isEmpty()) {
			findings.add(Findings.definition("document.template-unknown", "/document/template", "template", document.template()));
			return;
		}
		Set<String> missing = new TreeSet<>(wanted.get());
		missing.removeAll(document.fields().keySet());
		if (!missing.isEmpty()) {
			findings.add(Findings.definition("document.field-missing", "/document", "template", document.template(), "fields",
					String.join(", ", missing)));
		}
	}

	private void staff(Flow flow, @Nullable Journeys journeys, List<Finding> findings) {
		if (staff != null) {
			StaffChecks checks = new StaffChecks(flow, staff, words);
			List<Finding> unknown = checks.unknown();
			findings.addAll(unknown);
			if (unknown.isEmpty() && journeys != null) {
				findings.addAll(checks.staffed(journeys));
				findings.addAll(new AppealStaffChecks(flow, staff, inForce).check());
			}
		}
	}

	/** With the lines of the procedure's own text, in their order. */
	private static List<Finding> located(Procedure procedure, List<Finding> findings) {
		if (findings.isEmpty() || procedure.text().isBlank()) {
			return List.copyOf(findings);
		}
		YamlSource source = YamlSource.read(procedure.text());
		return findings.stream().map(source::located).sorted(Comparator.comparingInt(Finding::line)).toList();
	}
}
