package org.nafidha.procedures.internal;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nafidha.calendar.WorkingCalendar;
import org.nafidha.platform.CentreProperties;
import org.nafidha.procedures.Automation;
import org.nafidha.procedures.Automation.Signature;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Scenario;
import org.nafidha.procedures.Trial;
import org.nafidha.procedures.Trials;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Trials against the automations and the calendar of this house. Of the automations only the signatures are read, but for lists and tables. */
@Component
class PlayedTrials implements Trials {

	/** Invented cases come in the morning, when their day still counts. */
	private static final LocalTime MORNING = LocalTime.of(9, 0);

	private final ObjectProvider<Automation> automations;
	private final WorkingCalendar calendar;
	private final ZoneId zone;

	PlayedTrials(ObjectProvider<Automation> automations, WorkingCalendar calendar, CentreProperties centre) {
		this.automations = automations;
		this.calendar = calendar;
		this.zone = centre.zone();
	}

	@Override
	public Trial play(Procedure procedure, Scenario scenario) {
		return new TrialRun(procedure, scenario, signatures(), (item, given) -> say(procedure, item, given), this::end).play();
	}

	private Map<String, Object> say(Procedure procedure, Procedure.Evidence item, Map<String, Object> given) {
		Automation.Call call = new Automation.Call("trial", "trial", item.id(), procedure, new Automation.CaseApplicant("trial", null), given, given);
		return automations.stream().filter(one -> one.signature().name().equals(item.automation())).findFirst().map(one -> one.run(call))
				.filter(Automation.Answer.Done.class::isInstance).map(answer -> ((Automation.Answer.Done) answer).outputs()).orElse(Map.of());
	}

	@Override
	public Map<String, String> outputs(String automation) {
		Signature signature = signatures().get(automation);
		return signature == null ? Map.of() : new TreeMap<>(signature.outputs());
	}

	private Map<String, Signature> signatures() {
		return automations.stream().map(Automation::signature).collect(Collectors.toMap(Signature::name, Function.identity()));
	}

	private LocalDate end(LocalDate from, int workingDays, String unit) {
		return calendar.deadline(from.atTime(MORNING).atZone(zone), workingDays, unit).end().atZone(zone).toLocalDate();
	}
}
