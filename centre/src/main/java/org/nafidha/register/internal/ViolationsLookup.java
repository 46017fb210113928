package org.nafidha.register.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nafidha.kernel.PropertyRef;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Automation;
import org.nafidha.register.TemporaryRegister;
import org.nafidha.register.Violation;
import org.nafidha.register.Violations;
import org.springframework.stereotype.Component;

/**
 * {@code register.violations}: the violations on record against a property. Unclear when one of the records is, or when
 * the register knows no such property: then a person must look before anything is stated.
 */
@Component
class ViolationsLookup implements Automation {

	private static final Signature SIGNATURE = new Signature("register.violations", Map.of("property", "string"),
			Map.of("found", "boolean", "unclear",
					"boolean", "count", "number", "list", "list", "property", "string", "propertyFound", "boolean"),
			Set.of("done"), Timing.IN_TRANSACTION);

	private final Violations violations;
	private final TemporaryRegister register;
	private final BookTexts texts;

	ViolationsLookup(Violations violations, TemporaryRegister register, BookTexts texts) {
		this.violations = violations;
		this.register = register;
		this.texts = texts;
	}

	@Override
	public Signature signature() {
		return SIGNATURE;
	}

	@Override
	public Answer run(Call call) {
		return switch (PropertyRef.parse(String.valueOf(call.inputs().get("property")))) {
			case Result.Refused<PropertyRef>(Refusal refusal) -> new Answer.Refused(refusal);
			case Result.Ok<PropertyRef>(PropertyRef property) -> new Answer.Done("done", outputs(property));
		};
	}

	private Map<String, Object> outputs(PropertyRef property) {
		List<Violation> recorded = violations.of(property);
		boolean known = register.sheet(property).isPresent();
		return Map.of("found", !recorded.isEmpty(), "unclear", !known || recorded.stream().anyMatch(Violation::unclear), "count", recorded.size(),
				"list",
				recorded.stream().map(this::violation).toList(), "property", property.toString(), "propertyFound", known);
	}

	private Map<String, Object> violation(Violation violation) {
		Map<String, Object> out = new LinkedHashMap<>();
		BookTexts.put(out, "kind", texts.kind(violation));
		out.put("code", violation.kind().code());
		out.put("decision", violation.decision() == null ? "" : violation.decision());
		out.put("decidedOn", violation.decidedOn() == null ? "" : violation.decidedOn().toString());
		BookTexts.put(out, "status", texts.status(violation));
		out.put("unclear", violation.unclear());
		out.put("on", violation.property().toString());
		return out;
	}
}
