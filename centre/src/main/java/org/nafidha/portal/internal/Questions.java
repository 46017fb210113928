package org.nafidha.portal.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.nafidha.cases.CaseInputs;
import org.nafidha.cases.Cases;
import org.nafidha.kernel.PropertyRef;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedure.Input;
import org.nafidha.procedures.Procedure.InputType;
import org.nafidha.web.Form;

/** Between the fields of forms, of which a property has three, and the inputs of a procedure. */
final class Questions {

	/** As the hint of a date asks for it. */
	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT);

	private Questions() {
	}

	static Optional<Input> find(Procedure procedure, String id) {
		return procedure.inputs().stream().filter(input -> input.id().equals(id)).findFirst();
	}

	/** Names of the fields that ask for the input. */
	static List<String> fields(Input input) {
		return input.type() == InputType.PROPERTY_REF
				? List.of(input.id() + ".zone", input.id() + ".parcel", input.id() + ".section")
				: List.of(input.id());
	}

	/** Of all that was sent, what belongs to the input. */
	static Map<String, String> answers(Input input, Map<String, String> sent) {
		Map<String, String> answers = new LinkedHashMap<>();
		fields(input).forEach(field -> answers.put(field, sent.getOrDefault(field, "")));
		return answers;
	}

	/** As it is to be kept: a property that can be read in its stored form, anything else as typed. */
	static Map<String, String> tidy(Input input, Map<String, String> answers) {
		if (input.type() == InputType.PROPERTY_REF && Form.of(answers).property(input.id()) instanceof Result.Ok<PropertyRef>(PropertyRef read)) {
			String section = read.section() == null ? "" : read.section();
			return new LinkedHashMap<>(
					Map.of(input.id() + ".zone", read.zone(), input.id() + ".parcel", read.parcel(), input.id() + ".section", section));
		}
		return answers;
	}

	/** The inputs as {@link Cases} reads them. */
	static Map<String, String> typed(Procedure procedure, Map<String, String> answers) {
		Map<String, String> typed = new LinkedHashMap<>();
		for (Input input : procedure.inputs()) {
			typed.put(input.id(), input.type() == InputType.PROPERTY_REF ? property(input.id(), answers) : answers.getOrDefault(input.id(), ""));
		}
		return typed;
	}

	/** The reverse of {@link #typed}, for inputs that a case holds already. */
	static Map<String, String> answers(Procedure procedure, Map<String, Object> inputs) {
		Map<String, String> answers = new LinkedHashMap<>();
		for (Input input : procedure.inputs()) {
			Object value = inputs.get(input.id());
			if (value != null && input.type() == InputType.PROPERTY_REF) {
				String[] parts = value.toString().split("/", -1);
				for (int i = 0; i < parts.length; i++) {
					answers.put(fields(input).get(i), parts[i]);
				}
			} else if (value != null && input.type() == InputType.DATE) {
				answers.put(input.id(), DAY.format(LocalDate.parse(value.toString())));
			} else if (value != null) {
				answers.put(input.id(), value.toString());
			}
		}
		return answers;
	}

	/** Marks the faults among the inputs given; those of other inputs are left for their own pages. */
	static void check(Cases cases, Procedure procedure, List<Input> asked, Form form) {
		if (cases.read(procedure, typed(procedure, form.values())) instanceof CaseInputs.Invalid(Map<String, Refusal> wrong)) {
			for (Input input : asked) {
				Refusal reason = wrong.get(input.id());
				if (reason != null) {
					reject(input, reason, form);
				}
			}
		}
	}

	/** A property's faults are told at the boxes that have them, all at once. */
	private static void reject(Input input, Refusal reason, Form form) {
		if (input.type() == InputType.PROPERTY_REF) {
			String zone = input.id() + ".zone";
			String parcel = input.id() + ".parcel";
			String section = input.id() + ".section";
			form.take(zone, PropertyRef.of(form.value(zone), "1", null));
			form.take(parcel, PropertyRef.of("1", form.value(parcel), null));
			form.take(section, PropertyRef.of("1", "1", form.value(section)));
		}
		if (fields(input).stream().allMatch(field -> form.error(field) == null)) {
			form.reject(input.id(), reason);
		}
	}

	private static String property(String id, Map<String, String> answers) {
		String zone = answers.getOrDefault(id + ".zone", "").strip();
		String parcel = answers.getOrDefault(id + ".parcel", "").strip();
		String section = answers.getOrDefault(id + ".section", "").strip();
		if (zone.isEmpty() && parcel.isEmpty() && section.isEmpty()) {
			return "";
		}
		return PropertyRef.of(zone, parcel, section).map(PropertyRef::toString) instanceof Result.Ok<String>(String reference)
				? reference
				: zone + "/" + parcel + "/" + section;
	}
}
