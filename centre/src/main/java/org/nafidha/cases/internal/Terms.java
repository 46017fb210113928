package org.nafidha.cases.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nafidha.calendar.Deadline;
import org.nafidha.calendar.WorkingCalendar;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Term;
import org.nafidha.cases.Visit;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Step;
import org.springframework.stereotype.Component;

/** Explains a case's due date from its visits and the calendar. */
@Component
record Terms(WorkingCalendar calendar, ActContext context) {

	Term of(CaseFile file, Procedure procedure) {
		Deadline statutory = calendar.deadline(file.termFrom().atZone(context.zone()), procedure.statutoryDays(), procedure.owner());
		List<Term.Pause> pauses = file.visits().stream().filter(visit -> stopsClock(procedure.step(visit.step())))
				.filter(visit -> !visit.openedAt().equals(visit.closedAt()) && !visit.openedAt().isBefore(file.termFrom()))
				.map(visit -> pause(visit, procedure.owner())).toList();
		return new Term(statutory, pauses, file.dueAt());
	}

	private Term.Pause pause(Visit visit, String unit) {
		var end = visit.closedAt() == null ? context.now() : visit.closedAt();
		return new Term.Pause(visit.step(), visit.openedAt(), visit.closedAt(), calendar.workingDaysBetween(visit.openedAt(), end, unit));
	}

	private static boolean stopsClock(@Nullable Step step) {
		return switch (step) {
			case Step.Correction correction -> true;
			case Step.Automated automated -> automated.clockStops();
			case Step.Wait wait -> wait.clockStops();
			case null, default -> false;
		};
	}
}
