package org.nafidha.office.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nafidha.calendar.WorkingCalendar;
import org.nafidha.cases.Attachment;
import org.nafidha.cases.Attachments;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.office.Guide;
import org.nafidha.office.Guide.Lacking;
import org.nafidha.office.internal.DeskBuilder.Matter;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedure.Evidence;
import org.nafidha.procedures.Step;
import org.nafidha.tasks.Task;
import org.springframework.stereotype.Component;

/** Says of a task what the rules say, and what its file lacks. */
@Component
class GuideReader {

	private final Cases cases;
	private final Attachments attachments;
	private final WorkingCalendar calendar;
	private final InstantSource clock;

	GuideReader(Cases cases, Attachments attachments, WorkingCalendar calendar, InstantSource clock) {
		this.cases = cases;
		this.attachments = attachments;
		this.calendar = calendar;
		this.clock = clock;
	}

	/** Working days of its unit until the task is due. */
	int daysLeft(Task task) {
		return calendar.workingDaysBetween(clock.instant(), task.dueAt(), task.unit());
	}

	Guide of(Matter matter) {
		CaseFile file = matter.file();
		Procedure procedure = cases.procedureOf(file);
		Instant due = cases.term(file).dueAt();
		return new Guide(rules(matter.step(), procedure), deemed(matter.step(), procedure), lacking(file, procedure, matter.step()), due,
				calendar.workingDaysBetween(clock.instant(), due, procedure.owner()), file.clockStoppedSince() != null);
	}

	private static List<Guide.Rule> rules(Step.Review step, Procedure procedure) {
		List<Guide.Rule> rules = new ArrayList<>();
		for (Step.Outcome outcome : step.outcomes()) {
			for (Step.Reason reason : outcome.reasons()) {
				if (reason.legalBasis() != null) {
					rules.add(new Guide.Rule(outcome.label(), reason.text(), law(procedure, reason.legalBasis())));
				}
			}
		}
		return rules;
	}

	private static Guide.@Nullable Deemed deemed(Step.Review step, Procedure procedure) {
		Step.Deemed deemed = step.deemed();
		return deemed == null
				? null
				: step.outcome(deemed.outcome()).map(outcome -> new Guide.Deemed(outcome.label(), law(procedure, deemed.legalBasis()))).orElse(null);
	}

	private List<Lacking> lacking(CaseFile file, Procedure procedure, Step.Review own) {
		Set<String> brought = attachments.of(file.number()).stream().map(Attachment::evidence).collect(Collectors.toSet());
		List<Lacking> lacking = new ArrayList<>();
		for (Evidence item : procedure.evidence()) {
			boolean there = file.data().containsKey(item.id()) || brought.contains(item.id());
			if (!there && item.wantedOfCitizen(file.data())) {
				lacking.add(new Lacking(item.title(), item.holder(), true));
			} else if (!there && asked(item, file, procedure, own)) {
				lacking.add(new Lacking(item.title(), item.holder(), false));
			}
		}
		return lacking;
	}

	/** Whether an answer of its holder is still to come: another step, which asks for it, is open. */
	private static boolean asked(Evidence item, CaseFile file, Procedure procedure, Step.Review own) {
		return file.openVisits().stream().anyMatch(visit -> !visit.step().equals(own.id()) && procedure.asksFor(visit.step(), item));
	}

	private static LocalizedText law(Procedure procedure, String id) {
		return procedure.legal().stream().filter(law -> law.id().equals(id)).map(Procedure.Legal::title).findFirst()
				.orElse(new LocalizedText(id, id));
	}
}
