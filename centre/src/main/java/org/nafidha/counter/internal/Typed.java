package org.nafidha.counter.internal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.nafidha.kernel.Digits;
import org.nafidha.kernel.Money;
import org.nafidha.kernel.PropertyRef;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Procedure;
import org.nafidha.web.Form;

/** Reads what was typed at the counter. */
final class Typed {

	private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,2})?");

	private Typed() {
	}

	/** The form's answers by input id, with a property's three boxes as one; faults of boxes are marked in the form. */
	static Map<String, String> inputs(Procedure procedure, Form form) {
		Map<String, String> typed = new LinkedHashMap<>();
		for (Procedure.Input input : procedure.inputs()) {
			typed.put(input.id(), input.type() == Procedure.InputType.PROPERTY_REF ? property(input.id(), form) : form.value(input.id()));
		}
		return typed;
	}

	private static String property(String id, Form form) {
		String zone = form.value(id + ".zone");
		String parcel = form.value(id + ".parcel");
		String section = form.value(id + ".section");
		if ((zone + parcel + section).isBlank()) {
			return "";
		}
		return form.take(id, PropertyRef.of(zone, parcel, section)).map(PropertyRef::toString).orElse("");
	}

	/** An amount of cash in any digits, with or without separators; refused with {@code cash.form}. */
	static Result<Money> cash(String typed) {
		String digits = Digits.clean(typed).replace("٫", ".").replaceAll("[,٬]", "");
		return AMOUNT.matcher(digits).matches() ? Result.ok(Money.of(new BigDecimal(digits))) : Refusal.of("cash.form").asResult();
	}
}
