package org.nafidha.cases.internal;

import java.time.Instant;
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
		List<Term.Pause> pauses = file.visits().stream().filter(visit -> !visit.step().contains(".") && stopsClock(procedure.step(visit.step())))
				.filter(visit -> !visit.openedAt().equals(visit.closedAt()) && !visit.openedAt().isBefore(file.termFrom()))
				.map(visit -> pause(visit, procedure.owner())).toList();
		return new Term(statutory, pauses, file.dueAt());
	}

	/** When the case is due as the calendar stands now: the end of its term, moved by every pause that is over. */
	Instant due(CaseFile file, Procedure procedure) {
		Term term = of(file, procedure);
		Instant due = term.statutory().end();
		for (Term.Pause pause : term.pauses()) {
			if (pause.to() != null && pause.workingDays() > 0) {
				due = calendar.deadline(due.atZone(context.zone()), pause.workingDays(), procedure.owner()).end();
			}
		}
		return due;
	}

	/** Until when the case may stay at the step, as the calendar stands now; null when no number of working days says so. */
	@Nullable
	Instant due(Visit visit, @Nullable Step step, String owner) {
		int days = switch (step) {
			case Step.Review review -> review.deadlineDays();
			case Step.Correction correction -> correction.withinDays();
			case Step.Automated automated -> automated.withinDays();
			case Step.Fetch fetch -> fetch.withinDays();
			case Step.Wait wait when wait.until() == null -> wait.withinDays();
			case null, default -> 0;
		};
		return visit.dueAt() == null || days == 0 && !(step instanceof Step.Review)
				? null
				: calendar.deadline(visit.openedAt().atZone(context.zone()), days, owner).end();
	}

	private Term.Pause pause(Visit visit, String unit) {
		var end = visit.closedAt() == null ? context.now() : visit.closedAt();
		return new Term.Pause(visit.step(), visit.openedAt(), visit.closedAt(), calendar.workingDaysBetween(visit.openedAt(), end, unit));
	}

	private static boolean stopsClock(@Nullable Step step) {
		return switch (step) {
			case Step.Correction correction -> true;
			case Step.Automated automated -> automated.clockStops();
			case Step.Fetch fetch -> true;
			case Step.Wait wait -> wait.clockStops();
			case null, default -> false;
		};
	}
}
