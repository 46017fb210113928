package org.nafidha.portal.internal;

import java.util.List;
import java.util.Map;
import org.nafidha.cases.Appeals;
import org.nafidha.cases.Appeals.Appeal;
import org.nafidha.cases.Appeals.Right;
import org.nafidha.cases.Attachment;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.portal.Service;
import org.nafidha.procedures.Procedure.Channel;
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

/** Against a refusal: one page with what was decided and why it is wrong. */
@Controller
@RequestMapping("/my/cases/{number}/appeal")
class AppealPages {

	private final Cases cases;
	private final Appeals appeals;
	private final CaseViews views;
	private final Services services;
	private final Papers papers;

	AppealPages(Cases cases, Appeals appeals, CaseViews views, Services services, Papers papers) {
		this.cases = cases;
		this.appeals = appeals;
		this.views = views;
		this.services = services;
		this.papers = papers;
	}

	@GetMapping
	ModelAndView ask(@PathVariable String number, @AuthenticationPrincipal SignedIn.Citizen who) {
		CaseFile file = MyPages.own(cases, number, who);
		return appeals.right(file) instanceof Right.Open ? page(file, Form.empty(), List.of()) : back(number);
	}

	@PostMapping
	ModelAndView file(@PathVariable String number, @RequestParam Map<String, String> sent, @RequestParam Map<String, MultipartFile> files,
			@AuthenticationPrincipal SignedIn.Citizen who) {
		CaseFile file = MyPages.own(cases, number, who);
		Service service = service();
		Form form = Form.of(sent);
		Questions.check(cases, service.procedure(), service.procedure().inputs(), form);
		List<Attachment> brought = papers.brought(form, who.personId(), List.of(), service.brought(), files);
		if (!form.wrong()) {
			Appeal appeal = new Appeal(form.value("key"), number, Channel.PORTAL, who.personId(), Questions.typed(service.procedure(), sent),
					brought.stream().map(Attachment::id).toList(), who.actor());
			switch (appeals.appeal(appeal)) {
				case Result.Ok<CaseFile>(CaseFile opened) -> {
					return new ModelAndView("redirect:/my/cases/" + opened.number() + "?filed");
				}
				case Result.Refused<CaseFile>(Refusal refusal) -> form.reject(Form.WHOLE, refusal);
			}
		}
		ModelAndView page = page(file, form, brought);
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	private Service service() {
		return appeals.procedure().map(services::tell).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private ModelAndView page(CaseFile file, Form form, List<Attachment> held) {
		return new ModelAndView("portal/appeal", Map.of("view", views.view(file), "service", service(), "form", form, Papers.HELD, held));
	}

	private static ModelAndView back(String number) {
		return new ModelAndView("redirect:/my/cases/" + number);
	}
}
