package org.nafidha.portal.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.Actor;
import org.nafidha.payments.Payments;
import org.nafidha.portal.CaseView;
import org.nafidha.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One case, whole, as its applicant sees it, and the letters in it. */
@Controller
class CasePage {

	/** A document is usually sealed in less. */
	private static final Duration SEALING = Duration.ofSeconds(2);

	private final Cases cases;
	private final CaseViews views;
	private final Links links;
	private final Papers papers;
	private final Payments payments;
	private final Letters letters;

	CasePage(Cases cases, CaseViews views, Links links, Papers papers, Payments payments, Letters letters) {
		this.cases = cases;
		this.views = views;
		this.links = links;
		this.papers = papers;
		this.payments = payments;
		this.letters = letters;
	}

	@GetMapping("/my/cases/{number}")
	String one(@PathVariable String number, @RequestParam Map<String, String> told, @AuthenticationPrincipal SignedIn.Citizen who, Model model) {
		CaseFile file = MyPages.own(cases, number, who);
		boolean filed = told.containsKey("filed");
		model.addAttribute("filed", filed);
		model.addAttribute("corrected", told.containsKey("corrected"));
		model.addAttribute("sent", told.containsKey("sent"));
		return show(filed ? cases.settled(number, SEALING).orElse(file) : file, Form.empty(), model);
	}

	/** The applicant writes to whoever studies the case. */
	@PostMapping("/my/cases/{number}/letters")
	String write(@PathVariable String number, @RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedIn.Citizen who, Model model,
			HttpServletResponse response) {
		CaseFile file = MyPages.own(cases, number, who);
		Form form = Form.of(typed);
		if (form.take("letter", letters.write(form.value("key"), number, form.value("letter"), new Actor.Citizen(who.personId()))).isPresent()) {
			return "redirect:/my/cases/" + number + "?sent#letters";
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return show(file, form, model);
	}

	private String show(CaseFile file, Form letter, Model model) {
		CaseView view = views.view(file);
		model.addAllAttributes(Map.of("view", view, "answers", Form.of(Questions.answers(view.procedure(), file.data())), "papers",
				papers.of(file.number()), "linked", links.of(file), "letters", letters.of(file.number()), "letter", letter));
		payments.due(file.number()).ifPresent(charge -> model.addAttribute("charge", charge));
		return "portal/case";
	}
}
