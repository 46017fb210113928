package org.nafidha.portal.internal;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.identity.SignedIn;
import org.nafidha.payments.Payments;
import org.nafidha.portal.CaseView;
import org.nafidha.web.Form;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One case, whole, as its applicant sees it. */
@Controller
class CasePage {

	/** A document is usually sealed in less. */
	private static final Duration SEALING = Duration.ofSeconds(2);

	private final Cases cases;
	private final CaseViews views;
	private final Links links;
	private final Papers papers;
	private final Payments payments;

	CasePage(Cases cases, CaseViews views, Links links, Papers papers, Payments payments) {
		this.cases = cases;
		this.views = views;
		this.links = links;
		this.papers = papers;
		this.payments = payments;
	}

	@GetMapping("/my/cases/{number}")
	String one(@PathVariable String number, @RequestParam Optional<String> filed, @RequestParam Optional<String> corrected,
			@AuthenticationPrincipal SignedIn.Citizen who, Model model) {
		CaseFile file = MyPages.own(cases, number, who);
		CaseView view = views.view(filed.isPresent() ? cases.settled(number, SEALING).orElse(file) : file);
		model.addAllAttributes(Map.of("view", view, "filed", filed.isPresent(), "corrected", corrected.isPresent(), "answers",
				Form.of(Questions.answers(view.procedure(), view.file().data())), "papers", papers.of(number), "linked", links.of(view.file())));
		payments.due(number).ifPresent(charge -> model.addAttribute("charge", charge));
		return "portal/case";
	}
}
