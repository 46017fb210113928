package org.nafidha.procedures.internal;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nafidha.platform.Texts;
import org.nafidha.procedures.Automation;
import org.nafidha.procedures.Automation.Signature;
import org.nafidha.procedures.Finding;
import org.nafidha.procedures.LoadedProcedure.Faulty;
import org.nafidha.procedures.LoadedProcedure.Loaded;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.ProcedureChecks;
import org.nafidha.procedures.ProcedureLoader;
import org.nafidha.procedures.Procedures;
import org.nafidha.procedures.StaffFacts;
import org.nafidha.procedures.TemplateFacts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The checks against the automations, the staff and the other procedures of this house. All are asked for at each check, not at construction:
 * automations stand above this module and may themselves need it.
 */
@Component
class HouseChecks implements ProcedureChecks {

	private final ProcedureLoader loader;
	private final ObjectProvider<Automation> automations;
	private final ObjectProvider<StaffFacts> staff;
	private final ObjectProvider<TemplateFacts> templates;
	private final ObjectProvider<Procedures> inForce;
	private final Words words;

	HouseChecks(ProcedureLoader loader, ObjectProvider<Automation> automations, ObjectProvider<StaffFacts> staff,
			ObjectProvider<TemplateFacts> templates, ObjectProvider<Procedures> inForce, Texts texts) {
		this.loader = loader;
		this.automations = automations;
		this.staff = staff;
		this.templates = templates;
		this.inForce = inForce;
		this.words = new Words(texts);
	}

	@Override
	public List<Finding> check(String fileName, String text) {
		return switch (loader.load(fileName, text)) {
			case Loaded(Procedure procedure) -> check(procedure);
			case Faulty(String name, List<Finding> findings) -> findings;
		};
	}

	@Override
	public List<Finding> check(Procedure procedure) {
		Map<String, Signature> signatures = automations.stream().map(Automation::signature)
				.collect(Collectors.toMap(Signature::name, Function.identity()));
		return new Checks(signatures, staff.getIfAvailable(), templates.getIfAvailable(), inForce.getObject().current(), words).check(procedure);
	}
}
