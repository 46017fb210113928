package org.nafidha.console.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nafidha.cases.CaseInputs;
import org.nafidha.cases.Cases;
import org.nafidha.kernel.Digits;
import org.nafidha.kernel.Refusal;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.procedures.Scenario;
import org.nafidha.procedures.Scenario.Act;
import org.nafidha.procedures.Scenario.Answer;
import org.nafidha.procedures.Trials;
import org.nafidha.web.Form;
import org.springframework.stereotype.Component;

/**
 * What is typed on the trial's screen, as a scenario. Inputs are read by the engine's own reader; what look-ups answer, by the types of their
 * signatures. Fields: {@code in.<input>}, {@code ev.<evidence>.<output>}, {@code out.<output>}.
 */
@Component
record TrialForm(Cases cases, Trials trials) {

	/** Empty when a field was wrong, which is then marked. */
	Optional<Scenario> begin(Procedure procedure, Form form) {
		Map<String, Object> inputs = inputs(procedure, form);
		Optional<LocalDate> opened = date(form, "opened");
		if (opened.isEmpty() && form.error("opened") == null) {
			form.reject("opened", Refusal.of("input.missing"));
		}
		Map<String, Answer> evidence = evidence(procedure, form);
		if (form.wrong()) {
			return Optional.empty();
		}
		Channel channel = procedure.channels().stream().filter(one -> one.name().equals(form.value("channel"))).findFirst()
				.orElseGet(() -> procedure.channels().stream().sorted().findFirst().orElse(Channel.COUNTER));
		return Optional.of(new Scenario(opened.orElseThrow(), channel, form.has("another", "yes"), inputs, evidence, List.of()));
	}

	private Map<String, Object> inputs(Procedure procedure, Form form) {
		Map<String, String> typed = new LinkedHashMap<>();
		procedure.inputs().forEach(input -> typed.put(input.id(), form.value("in." + input.id())));
		return switch (cases.read(procedure, typed)) {
			case CaseInputs.Valid(Map<String, Object> values) -> values;
			case CaseInputs.Invalid(Map<String, Refusal> fields) -> {
				fields.forEach((field, refusal) -> form.reject("in." + field, refusal));
				yield Map.of();
			}
		};
	}

	private static Optional<LocalDate> date(Form form, String field) {
		String typed = Digits.clean(form.value(field)).strip();
		try {
			return typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
		} catch (DateTimeParseException noDate) {
			form.reject(field, Refusal.of("input.date"));
			return Optional.empty();
		}
	}

	Map<String, Answer> evidence(Procedure procedure, Form form) {
		Map<String, Answer> answers = new LinkedHashMap<>();
		for (Procedure.Evidence item : procedure.evidence()) {
			if (item.automation() != null) {
				String refused = form.value("ev." + item.id() + ":refused").strip();
				answers.put(item.id(), refused.isEmpty()
						? new Answer(values(trials.outputs(item.automation()), "ev." + item.id() + ".", form), null)
						: new Answer(Map.of(), refused));
			}
		}
		return answers;
	}

	/** Only what says something; the rest is nothing anyway. */
	private static Map<String, Object> values(Map<String, String> outputs, String prefix, Form form) {
		Map<String, Object> values = new LinkedHashMap<>();
		outputs.forEach((name, type) -> {
			String typed = form.value(prefix + name).strip();
			switch (type) {
				case "boolean" -> {
					if (typed.equals("yes")) {
						values.put(name, true);
					}
				}
				case "number" -> number(typed, prefix + name, form).ifPresent(number -> values.put(name, number));
				case "list", "context" -> {
				}
				default -> {
					if (!typed.isEmpty()) {
						values.put(name, typed);
					}
				}
			}
		});
		return values;
	}

	private static Optional<BigDecimal> number(String typed, String field, Form form) {
		String digits = Digits.clean(typed);
		if (!digits.isEmpty() && !digits.matches("-?[0-9]{1,15}(\\.[0-9]{1,4})?")) {
			form.reject(field, Refusal.of("input.number"));
		}
		return digits.isEmpty() || form.error(field) != null ? Optional.empty() : Optional.of(new BigDecimal(digits));
	}

	/** The act of a button, {@code step|outcome}, with what was filled in beside it. */
	Optional<Act> act(Procedure procedure, Scenario scenario, String at, String outcome, Form form) {
		Optional<LocalDate> on = date(form, "on");
		Map<String, Answer> now = form.values().containsKey("evidence-shown") ? changed(scenario, evidence(procedure, form)) : Map.of();
		String automation = automation(procedure, at);
		Map<String, Object> outputs = automation == null ? Map.of() : values(trials.outputs(automation), "out.", form);
		boolean corrected = procedure.step(at) instanceof org.nafidha.procedures.Step.Correction && outcome.equals("corrected");
		Map<String, Object> inputs = corrected ? inputs(procedure, form) : Map.of();
		String reason = form.value("reason").isBlank() ? null : form.value("reason");
		return form.wrong()
				? Optional.empty()
				: Optional.of(new Act(at, outcome, reason, inputs, corrected && form.has("papers", "yes"), outputs, now, on.orElse(null)));
	}

	private static @Nullable String automation(Procedure procedure, String step) {
		return procedure.step(step) instanceof org.nafidha.procedures.Step.Automated automated ? automated.automation() : null;
	}

	/** What look-ups answer otherwise than they last did. */
	private static Map<String, Answer> changed(Scenario scenario, Map<String, Answer> now) {
		Map<String, Answer> before = answers(scenario);
		Map<String, Answer> changed = new LinkedHashMap<>();
		now.forEach((id, answer) -> {
			if (!Objects.equals(answer, before.get(id))) {
				changed.put(id, answer);
			}
		});
		return changed;
	}

	/** What look-ups answer after all acts. */
	static Map<String, Answer> answers(Scenario scenario) {
		Map<String, Answer> answers = new LinkedHashMap<>(scenario.evidence());
		scenario.acts().forEach(act -> answers.putAll(act.evidence()));
		return answers;
	}

	/** The form of a scenario that is under way: its answers and what look-ups say now. */
	static Form filled(Scenario scenario) {
		Map<String, String> fields = new LinkedHashMap<>();
		Map<String, Object> inputs = new LinkedHashMap<>(scenario.inputs());
		scenario.acts().stream().filter(act -> !act.inputs().isEmpty()).forEach(act -> {
			inputs.clear();
			inputs.putAll(act.inputs());
		});
		inputs.forEach((id, value) -> fields.put("in." + id, String.valueOf(value)));
		answers(scenario).forEach((id, answer) -> {
			answer.values().forEach((name, value) -> fields.put("ev." + id + "." + name, Boolean.TRUE.equals(value) ? "yes" : String.valueOf(value)));
			if (answer.refused() != null) {
				fields.put("ev." + id + ":refused", answer.refused());
			}
		});
		fields.put("papers", "yes");
		fields.put("opened", scenario.opened().toString());
		fields.put("channel", scenario.channel().name());
		if (scenario.actsForAnother()) {
			fields.put("another", "yes");
		}
		return Form.of(fields);
	}
}
