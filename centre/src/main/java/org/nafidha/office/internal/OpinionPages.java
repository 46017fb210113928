package org.nafidha.office.internal;

import java.time.InstantSource;
import java.util.Map;
import org.nafidha.calendar.WorkingCalendar;
import org.nafidha.correspondence.AskedOpinion;
import org.nafidha.correspondence.Opinions;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.office.AskedDesk;
import org.nafidha.tasks.Task;
import org.nafidha.tasks.Tasks;
import org.nafidha.web.Form;
import org.nafidha.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The desk of whoever is asked for an opinion: the question and the file, without the applicant and without whoever asks. */
@Controller
@RequestMapping("/office/opinions/{task}")
class OpinionPages {

	private final Opinions opinions;
	private final Tasks tasks;
	private final DeskBuilder desks;
	private final WorkingCalendar calendar;
	private final InstantSource clock;

	OpinionPages(Opinions opinions, Tasks tasks, DeskBuilder desks, WorkingCalendar calendar, InstantSource clock) {
		this.opinions = opinions;
		this.tasks = tasks;
		this.desks = desks;
		this.calendar = calendar;
		this.clock = clock;
	}

	@GetMapping
	ModelAndView show(@PathVariable long task, @AuthenticationPrincipal SignedIn.Staff who, Page page) {
		Task own = own(task, who);
		return own.open() ? page(own, Form.empty(), who, page) : new ModelAndView("redirect:/office");
	}

	@PostMapping
	ModelAndView answer(@PathVariable long task, @RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedIn.Staff who, Page page) {
		Task own = own(task, who);
		Form form = Form.of(typed);
		if (opinions.answer(task, new Actor.Officer(who.officerId()),
				form.value("answer")) instanceof Result.Refused<AskedOpinion>(Refusal refusal)) {
			if (!own.open()) {
				return new ModelAndView("redirect:/office");
			}
			ModelAndView again = page(own, form.reject("answer", refusal), who, page);
			again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return again;
		}
		return new ModelAndView("redirect:/office");
	}

	private ModelAndView page(Task task, Form form, SignedIn.Staff who, Page page) {
		AskedOpinion opinion = opinions.ofTask(task.id()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		AskedDesk desk = new AskedDesk(opinion, task.dueAt(), calendar.workingDaysBetween(clock.instant(), task.dueAt(), task.unit()),
				desks.whole(task, page));
		return new ModelAndView("office/opinion", Map.of("desk", desk, "form", form, "day", tasks.day(who.officerId())));
	}

	private Task own(long task, SignedIn.Staff who) {
		return tasks.find(task).filter(found -> found.step().equals(Opinions.STEP) && who.officerId().equals(found.officer()))
				.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}
}
