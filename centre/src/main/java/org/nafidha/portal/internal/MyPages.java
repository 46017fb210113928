package org.nafidha.portal.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.identity.SignedIn;
import org.nafidha.payments.Payments;
import org.nafidha.portal.CaseView;
import org.nafidha.portal.DraftView;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What a citizen has here: unfinished applications, cases, and each case whole. */
@Controller
class MyPages {

	/** A document is usually sealed in less. */
	private static final Duration SEALING = Duration.ofSeconds(2);

	private final Cases cases;
	private final CaseViews views;
	private final Drafts drafts;
	private final Services services;
	private final Papers papers;
	private final Payments payments;

	MyPages(Cases cases, CaseViews views, Drafts drafts, Services services, Papers papers, Payments payments) {
		this.cases = cases;
		this.views = views;
		this.drafts = drafts;
		this.services = services;
		this.papers = papers;
		this.payments = payments;
	}

	@GetMapping("/my")
	String all(@AuthenticationPrincipal SignedIn.Citizen who, Model model) {
		List<DraftView> unfinished = drafts.of(who.personId()).stream()
				.flatMap(draft -> services.find(draft.procedure()).map(service -> new DraftView(service, draft.changedAt())).stream()).toList();
		model.addAttribute("drafts", unfinished);
		model.addAttribute("cases", cases.of(who.personId()).stream().map(views::view).toList());
		return "portal/my";
	}

	@PostMapping("/my/drafts/{procedure}/remove")
	String forget(@PathVariable String procedure, @AuthenticationPrincipal SignedIn.Citizen who) {
		drafts.remove(who.personId(), procedure);
		return "redirect:/my";
	}

	@GetMapping("/my/cases/{number}")
	String one(@PathVariable String number, @RequestParam Optional<String> filed, @RequestParam Optional<String> corrected,
			@AuthenticationPrincipal SignedIn.Citizen who, Model model) {
		CaseFile file = own(cases, number, who);
		CaseView view = views.view(filed.isPresent() ? cases.settled(number, SEALING).orElse(file) : file);
		model.addAllAttributes(Map.of("view", view, "filed", filed.isPresent(), "corrected", corrected.isPresent(), "answers",
				org.nafidha.web.Form.of(Questions.answers(view.procedure(), view.file().data())), "papers", papers.of(number)));
		payments.due(number).ifPresent(charge -> model.addAttribute("charge", charge));
		return "portal/case";
	}

	/** The case if it is theirs; for anybody else it is as if it were not there. */
	static CaseFile own(Cases cases, String number, SignedIn.Citizen who) {
		return cases.find(number).filter(file -> file.personId().equals(who.personId()))
				.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}
}
