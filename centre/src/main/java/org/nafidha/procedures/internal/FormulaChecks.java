package org.nafidha.procedures.internal;

import static org.nafidha.procedures.internal.YamlSource.child;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.procedures.Automation.Signature;
import org.nafidha.procedures.Automation.Timing;
import org.nafidha.procedures.Finding;
import org.nafidha.procedures.Formula;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedure.Evidence;
import org.nafidha.procedures.Procedure.Fee;
import org.nafidha.procedures.Procedure.IssuedDocument;
import org.nafidha.procedures.Step;
import org.nafidha.procedures.internal.FeelType.Plain;
import org.nafidha.procedures.internal.FeelTyping.Problem;

/** Every formula against the names and types in its sight, and every call of an automation against its signature. */
final class FormulaChecks {

	private final Procedure procedure;
	private final Knowledge knowledge;
	private final Map<String, Signature> signatures;
	private final Words words;
	private final List<Finding> findings = new ArrayList<>();

	FormulaChecks(Flow flow, Knowledge knowledge, Map<String, Signature> signatures, Words words) {
		this.procedure = flow.procedure();
		this.knowledge = knowledge;
		this.signatures = signatures;
		this.words = words;
	}

	List<Finding> check() {
		procedure.evidence().forEach(this::evidence);
		if (procedure.eligibility() != null) {
			formula("/eligibility/mayAsk", procedure.eligibility().mayAsk(), knowledge.atOpening(), Plain.BOOLEAN);
		}
		procedure.steps().values().forEach(this::step);
		return findings;
	}

	private void evidence(Evidence item) {
		String path = child("/evidence", item.id());
		Scope scope = knowledge.at(item);
		if (procedure.fetchedLater(item.id())) {
			return;
		}
		if (item.when() != null) {
			formula(path + "/when", item.when(), item.automation() == null ? knowledge.atOpening() : scope, Plain.BOOLEAN);
		}
		if (item.automation() != null) {
			Signature signature = call(path, "/from", item.automation(), item.inputs(), scope);
			if (signature != null && signature.timing() != Timing.IN_TRANSACTION) {
				definition("automation.not-immediate", path + "/from", "name", item.automation(), "evidence", item.title());
			}
		}
		if (item.askedOf() != null && !(procedure.step(item.askedOf()) instanceof Step.Review)) {
			definition("evidence.asked-of", path + "/by", "evidence", item.title(), "name", item.askedOf());
		}
	}

	/** What is asked for by a step is known and typed as the case stands there, not at its opening. */
	private void fetch(Step.Fetch fetch) {
		for (Step.Fetch.Item item : fetch.items()) {
			String path = child("/evidence", item.evidence());
			if (item.when() != null) {
				formula(path + "/when", item.when(), knowledge.at(fetch), Plain.BOOLEAN);
			}
			Signature signature = call(path, "/from", item.call().automation(), item.call().inputs(), knowledge.at(fetch));
			if (signature != null && signature.timing() != Timing.AFTER_COMMIT) {
				definition("automation.immediate", path + "/from", "name", item.call().automation(), "evidence", item.call().title());
			}
			if (signature != null && !signature.outcomes().contains(Step.Fetch.ANSWERED)) {
				definition("automation.no-answer", path + "/from", "name", item.call().automation(), "outcome", Step.Fetch.ANSWERED);
			}
		}
	}

	private void step(Step step) {
		String path = child("/steps", step.id());
		switch (step) {
			case Step.Choice choice -> {
				int n = 0;
				for (Step.Choice.Branch branch : choice.branches()) {
					formula(path + "/choice/" + n++ + "/when", branch.when(), knowledge.at(choice), Plain.BOOLEAN);
				}
			}
			case Step.Automated automated -> automated(path, automated);
			case Step.Consultation consultation -> consultation.opinions().forEach(opinion -> {
				if (opinion.when() != null) {
					formula(Flow.path(opinion.review()) + "/when", opinion.when(), knowledge.at(consultation), Plain.BOOLEAN);
				}
			});
			case Step.Fetch fetch -> fetch(fetch);
			case Step.Wait wait -> {
				if (wait.until() != null) {
					formula(path + "/until", wait.until(), knowledge.at(wait), Plain.DATE);
				}
			}
			case Step.Review review -> {
			}
			case Step.Correction correction -> {
			}
		}
	}

	private void automated(String path, Step.Automated step) {
		Signature signature = call(path, "/" + step.kind().name().toLowerCase(Locale.ROOT), step.automation(), step.inputs(), knowledge.at(step));
		if (signature != null) {
			outcomes(path, step, signature);
		}
		if (step.kind() == Step.Automated.Kind.ISSUE && procedure.document() != null) {
			document(procedure.document(), knowledge.at(step));
		}
		for (String id : Knowledge.feesOf(step)) {
			procedure.fees().stream().filter(fee -> fee.id().equals(id)).findFirst().ifPresent(fee -> fee(fee, knowledge.at(step)));
		}
	}

	private void document(IssuedDocument document, Scope scope) {
		document.fields().forEach((field, formula) -> formula(child("/document/fields", field), formula, scope, Plain.ANY));
		Formula months = document.validMonths();
		if (months != null && formula("/document/validMonths", months, scope, Plain.NUMBER)) {
			Situations.of(List.of(months), scope)
					.ifPresent(situations -> situations.find(data -> IssuedDocument.months(months.evaluate(data)).isEmpty())
							.ifPresent(found -> definition("document.validity", "/document/validMonths", "months",
									String.valueOf(months.evaluate(Situations.data(found))), "example", Situations.words(found, words))));
		}
	}

	private void fee(Fee fee, Scope scope) {
		String path = child("/fees", fee.id()) + "/amount";
		if (formula(path, fee.amount(), scope, Plain.NUMBER)) {
			Situations.of(List.of(fee.amount()), scope)
					.ifPresent(situations -> situations.find(data -> negativeOrTooFine(fee.amount().evaluate(data)))
							.ifPresent(found -> definition("fee.not-payable", path, "fee", fee.title(), "formula", fee.amount().text(), "amount",
									String.valueOf(fee.amount().evaluate(Situations.data(found))), "example", Situations.words(found, words))));
		}
	}

	private static boolean negativeOrTooFine(@Nullable Object amount) {
		return amount instanceof BigDecimal number && (number.signum() < 0 || number.stripTrailingZeros().scale() > 2);
	}

	/** Every outcome the automation can end with leads somewhere, and none that it cannot is waited for. */
	private void outcomes(String path, Step.Automated step, Signature signature) {
		for (String outcome : new TreeSet<>(signature.outcomes())) {
			if (!step.then().containsKey(outcome)) {
				definition("automation.outcome-missing", path + "/then", "name", signature.name(), "outcome", outcome, "step", step.title());
			}
		}
		boolean mayLapse = step.withinDays() > 0;
		for (String outcome : step.then().keySet()) {
			boolean ofTheEngine = mayLapse && outcome.equals("lapsed")
					|| step.kind() == Step.Automated.Kind.ISSUE && outcome.equals(Step.Automated.CHANGED);
			if (!signature.outcomes().contains(outcome) && !ofTheEngine) {
				definition("automation.outcome-unknown", child(path + "/then", outcome), "name", signature.name(), "outcome", outcome, "known",
						String.join(", ", new TreeSet<>(signature.outcomes())));
			}
		}
		if (mayLapse && !step.then().containsKey("lapsed")) {
			definition("automation.outcome-missing", path + "/then", "name", signature.name(), "outcome", "lapsed", "step", step.title());
		}
	}

	/** The signature of what is called; null when there is no such automation. */
	private @Nullable Signature call(String path, String key, String name, Map<String, Formula> inputs, Scope scope) {
		Signature signature = signatures.get(name);
		if (signature == null) {
			Optional<String> near = Nearest.of(name, signatures.keySet());
			definition(near.isPresent() ? "automation.unknown-near" : "automation.unknown", path + key, "name", name, "near", near.orElse("-"),
					"known",
					String.join(", ", new TreeSet<>(signatures.keySet())));
			return null;
		}
		Set<String> missing = new TreeSet<>(signature.inputs().keySet());
		missing.removeAll(inputs.keySet());
		missing.forEach(input -> definition("automation.input-missing", path + key, "name", name, "input", input));
		inputs.forEach((input, formula) -> {
			String type = signature.inputs().get(input);
			if (type == null) {
				definition("automation.input-unknown", child(path + "/given", input), "name", name, "input", input, "known",
						String.join(", ", new TreeSet<>(signature.inputs().keySet())));
			}
			formula(child(path + "/given", input), formula, scope, type == null ? Plain.ANY : FeelType.named(type));
		});
		return signature;
	}

	/** True if nothing is wrong with the formula. */
	private boolean formula(String path, Formula formula, Scope scope, FeelType wanted) {
		FeelTyping typing = new FeelTyping();
		FeelType found = typing.of(FeelFormula.of(formula).expression(), scope);
		for (Problem problem : typing.problems()) {
			problem(path, formula, problem);
		}
		if (!typing.problems().isEmpty()) {
			return false;
		}
		if (found.mayBeNull()) {
			definition("formula.result-missing", path, "formula", formula.text());
		} else if (!found.fits(wanted)) {
			definition("formula.result-type", path, "formula", formula.text(), "found", type(found.plain()), "wanted", type(wanted.plain()));
		} else {
			return true;
		}
		return false;
	}

	private void problem(String path, Formula formula, Problem problem) {
		List<Object> values = new ArrayList<>(List.of("formula", formula.text()));
		for (Object value : problem.values()) {
			values.add(value instanceof Plain plain ? type(plain) : value);
		}
		boolean citizens = problem.code().startsWith("formula.unknown-name") && knowledge.broughtByCitizen(String.valueOf(problem.values()[1]));
		Finding finding = Findings.definition(citizens ? "formula.citizens-evidence" : problem.code(), path, values.toArray());
		if (!findings.contains(finding)) {
			findings.add(finding);
		}
	}

	private LocalizedText type(Plain plain) {
		return words.of("procedures.type." + plain.name().toLowerCase(Locale.ROOT));
	}

	private void definition(String code, String path, Object... values) {
		Finding finding = Findings.definition(code, path, values);
		if (!findings.contains(finding)) {
			findings.add(finding);
		}
	}
}
