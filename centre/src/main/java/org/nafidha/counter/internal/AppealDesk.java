package org.nafidha.counter.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nafidha.cases.Appeals;
import org.nafidha.cases.Appeals.Appeal;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.CaseInputs;
import org.nafidha.cases.Cases;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Somebody who was refused appeals at the counter: the questions of an appeal, on the screen of the refused case. */
@Controller
@RequestMapping("/counter/visits/{visit}/cases/{number}/appeal")
class AppealDesk {

	private static final String OVER = "redirect:/counter?over";

	private final Screens screens;
	private final Visits visits;
	private final Cases cases;
	private final Appeals appeals;

	AppealDesk(Screens screens, Visits visits, Cases cases, Appeals appeals) {
		this.screens = screens;
		this.visits = visits;
		this.cases = cases;
		this.appeals = appeals;
	}

	@GetMapping
	String questions(@PathVariable String visit, @PathVariable String number, @AuthenticationPrincipal SignedIn.Staff clerk, Model model) {
		Optional<Visits.Visit> found = visits.find(visit, clerk);
		return found.isEmpty() ? OVER : show(found.get(), refused(found.get(), number), clerk, Form.empty(), model);
	}

	@PostMapping
	String file(@PathVariable String visit, @PathVariable String number, @RequestParam Map<String, String> typed,
			@AuthenticationPrincipal SignedIn.Staff clerk, Model model) {
		Optional<Visits.Visit> found = visits.find(visit, clerk);
		if (found.isEmpty()) {
			return OVER;
		}
		CaseFile refused = refused(found.get(), number);
		Form form = Form.of(typed);
		Map<String, String> inputs = Typed.inputs(procedure(), form);
		if (cases.read(procedure(), inputs) instanceof CaseInputs.Invalid(Map<String, Refusal> fields)) {
			fields.forEach(form::reject);
			return show(found.get(), refused, clerk, form, model);
		}
		Appeal appeal = new Appeal(form.value("key"), number, Channel.COUNTER, found.get().personId(), inputs, List.of(), clerk.actor());
		return switch (appeals.appeal(appeal)) {
			case Result.Ok<CaseFile>(CaseFile opened) -> "redirect:/counter/visits/" + visit + "/cases/" + opened.number();
			case Result.Refused<CaseFile>(Refusal refusal) -> show(found.get(), refused, clerk, form.reject(Form.WHOLE, refusal), model);
		};
	}

	private String show(Visits.Visit visit, CaseFile refused, SignedIn.Staff clerk, Form form, Model model) {
		model.addAttribute("screen", screens.service(visit, clerk, procedure()));
		model.addAttribute("form", form);
		model.addAttribute("appealed", refused.number());
		return "counter/screen";
	}

	private CaseFile refused(Visits.Visit visit, String number) {
		return screens.caseOf(visit, number).orElseThrow(AppealDesk::notFound);
	}

	private Procedure procedure() {
		return appeals.procedure().orElseThrow(AppealDesk::notFound);
	}

	private static ResponseStatusException notFound() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}
}
