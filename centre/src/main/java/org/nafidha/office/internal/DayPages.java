package org.nafidha.office.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nafidha.calendar.WorkingCalendar;
import org.nafidha.correspondence.Opinions;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.office.DayLine;
import org.nafidha.platform.Texts;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedures;
import org.nafidha.procedures.Step;
import org.nafidha.tasks.Task;
import org.nafidha.tasks.Tasks;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The officer's work in the order in which it comes: to be seen, not to be chosen from. */
@Controller
class DayPages {

	private final Tasks tasks;
	private final Procedures procedures;
	private final Texts texts;
	private final WorkingCalendar calendar;
	private final InstantSource clock;

	DayPages(Tasks tasks, Procedures procedures, Texts texts, WorkingCalendar calendar, InstantSource clock) {
		this.tasks = tasks;
		this.procedures = procedures;
		this.texts = texts;
		this.calendar = calendar;
		this.clock = clock;
	}

	@GetMapping("/office/day")
	String day(@AuthenticationPrincipal SignedIn.Staff who, Model model) {
		List<DayLine> lines = tasks.open(who.officerId()).stream().map(this::line).toList();
		model.addAttribute("day", tasks.day(who.officerId()));
		model.addAttribute("lines", lines);
		return "office/day";
	}

	/** By the newest version's words: a task says its procedure, not the version of its case. */
	private DayLine line(Task task) {
		Optional<Procedure> procedure = procedures.current(task.procedure());
		LocalizedText unknown = task.step().equals(Opinions.STEP)
				? texts.both("office.opinions.task", Map.of())
				: new LocalizedText(task.step(), task.step());
		LocalizedText step = procedure.map(known -> known.step(task.step())).map(Step::title).orElse(unknown);
		Instant now = clock.instant();
		return new DayLine(task.caseNumber(), procedure.map(Procedure::name).orElse(new LocalizedText(task.procedure(), task.procedure())), step,
				task.dueAt(), calendar.workingDaysBetween(now, task.dueAt(), task.unit()), task.dueAt().isBefore(now));
	}
}
