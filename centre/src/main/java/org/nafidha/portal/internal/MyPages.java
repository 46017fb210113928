package org.nafidha.portal.internal;

import java.util.List;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.identity.SignedIn;
import org.nafidha.notifications.Inbox;
import org.nafidha.portal.DraftView;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** What a citizen has here: messages, unfinished applications and cases. */
@Controller
class MyPages {

	private final Cases cases;
	private final CaseViews views;
	private final Drafts drafts;
	private final Services services;
	private final Inbox inbox;

	MyPages(Cases cases, CaseViews views, Drafts drafts, Services services, Inbox inbox) {
		this.cases = cases;
		this.views = views;
		this.drafts = drafts;
		this.services = services;
		this.inbox = inbox;
	}

	@GetMapping("/my")
	String all(@AuthenticationPrincipal SignedIn.Citizen who, Model model) {
		List<DraftView> unfinished = drafts.of(who.personId()).stream()
				.flatMap(draft -> services.find(draft.procedure()).map(service -> new DraftView(service, draft.changedAt())).stream()).toList();
		model.addAttribute("drafts", unfinished);
		model.addAttribute("cases", cases.of(who.personId()).stream().map(views::view).toList());
		model.addAttribute("unread", inbox.unread(who.personId()));
		return "portal/my";
	}

	@PostMapping("/my/drafts/{procedure}/remove")
	String forget(@PathVariable String procedure, @AuthenticationPrincipal SignedIn.Citizen who) {
		drafts.remove(who.personId(), procedure);
		return "redirect:/my";
	}

	/** The case if it is theirs; for anybody else it is as if it were not there. */
	static CaseFile own(Cases cases, String number, SignedIn.Citizen who) {
		return cases.find(number).filter(file -> file.personId().equals(who.personId()))
				.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}
}
