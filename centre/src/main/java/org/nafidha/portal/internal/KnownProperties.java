package org.nafidha.portal.internal;

import java.util.Map;
import org.nafidha.kernel.PropertyRef;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedure.Input;
import org.nafidha.procedures.Procedure.InputType;
import org.nafidha.register.TemporaryRegister;
import org.nafidha.register.Zones;
import org.nafidha.web.Form;
import org.springframework.stereotype.Component;

/**
 * Tells at the question itself that the register has no such property, instead of at the filing, several pages later. The filing asks again:
 * this is a courtesy, not the check.
 */
@Component
class KnownProperties {

	/** The look-up that refuses a property without a sheet. */
	private static final String SHEET = "register.sheet";

	private final TemporaryRegister register;
	private final Zones zones;

	KnownProperties(TemporaryRegister register, Zones zones) {
		this.register = register;
		this.zones = zones;
	}

	/** Whoever knows the name of the zone and not its number may write that. */
	Map<String, String> byNumber(Map<String, String> sent) {
		return zones.coded(sent);
	}

	/** Marks the property when its sheet will certainly be read and is not there. */
	void check(Procedure procedure, Input input, Form form) {
		if (input.type() != InputType.PROPERTY_REF || !reads(procedure)) {
			return;
		}
		if (form.property(input.id()) instanceof Result.Ok<PropertyRef>(PropertyRef property) && register.sheet(property).isEmpty()) {
			form.reject(input.id(), Refusal.of("property.unknown", "property", property.toString()));
		}
	}

	/** Whatever else is answered: the sheet is read without a condition, and there is but one property it can be of. */
	private static boolean reads(Procedure procedure) {
		boolean one = procedure.inputs().stream().filter(input -> input.type() == InputType.PROPERTY_REF).count() == 1;
		return one && procedure.evidence().stream().anyMatch(item -> SHEET.equals(item.automation()) && item.when() == null);
	}
}
