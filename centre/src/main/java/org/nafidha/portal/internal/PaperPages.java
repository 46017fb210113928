package org.nafidha.portal.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.nafidha.cases.Outlook;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.Refusal;
import org.nafidha.portal.Service;
import org.nafidha.portal.internal.Drafts.Draft;
import org.nafidha.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The papers of an application that come from the citizen: attached one by one, and taken away again. */
@Controller
@RequestMapping("/services/{id}/apply/papers")
class PaperPages {

	private final Services services;
	private final Drafts drafts;
	private final Papers papers;
	private final Applications applications;

	PaperPages(Services services, Drafts drafts, Papers papers, Applications applications) {
		this.services = services;
		this.drafts = drafts;
		this.papers = papers;
		this.applications = applications;
	}

	@GetMapping
	ModelAndView papers(@PathVariable String id, @AuthenticationPrincipal SignedIn.Citizen who) {
		return show(service(id), drafts.begin(who.personId(), id), Form.empty());
	}

	/** Attaches what was chosen and shows it. Nothing chosen is told: who meant to attach something must not believe that it is there. */
	@PostMapping
	ModelAndView attach(@PathVariable String id, @RequestParam Map<String, MultipartFile> files, @AuthenticationPrincipal SignedIn.Citizen who) {
		Service service = service(id);
		Draft draft = drafts.begin(who.personId(), id);
		Form form = Form.of(Map.of());
		if (!Papers.sends(service.brought(), files)) {
			return wrong(service, draft, form.reject(first(service, draft), Refusal.of("papers.choose")));
		}
		if (!Papers.room(form, draft.papers().size(), service.brought(), files)) {
			return wrong(service, draft, form);
		}
		papers.take(form, who.personId(), service.brought(), files).forEach(paper -> drafts.attach(draft, paper));
		return form.wrong()
				? wrong(service, drafts.begin(who.personId(), id), form)
				: new ModelAndView("redirect:/services/" + id + "/apply/papers");
	}

	@PostMapping("/remove")
	String remove(@PathVariable String id, @RequestParam String paper, @AuthenticationPrincipal SignedIn.Citizen who) {
		drafts.detach(drafts.begin(who.personId(), service(id).id()), paper);
		return "redirect:/services/" + id + "/apply/papers";
	}

	/** The paper that stands first on the page. */
	private String first(Service service, Draft draft) {
		Outlook outlook = applications.outlookOrAll(service.procedure(), draft);
		return Stream.of(outlook.needed(), outlook.perhaps(), service.brought()).flatMap(List::stream).findFirst().orElseThrow().id();
	}

	private ModelAndView wrong(Service service, Draft draft, Form form) {
		ModelAndView page = show(service, draft, form);
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	private ModelAndView show(Service service, Draft draft, Form form) {
		int questions = service.procedure().inputs().size();
		return new ModelAndView("portal/papers",
				Map.of("service", service, "form", form, "outlook", applications.outlookOrAll(service.procedure(), draft), "papers",
						papers.find(draft.person(), draft.papers()), "number", questions + 1, "all", questions + 2));
	}

	private Service service(String id) {
		return services.find(id).filter(Service::askedForByItself).filter(service -> !service.brought().isEmpty())
				.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}
}
