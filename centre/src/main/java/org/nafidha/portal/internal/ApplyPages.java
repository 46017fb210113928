package org.nafidha.portal.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nafidha.cases.Cases;
import org.nafidha.cases.Outlook;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.portal.Question;
import org.nafidha.portal.Service;
import org.nafidha.portal.internal.Drafts.Draft;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedure.Input;
import org.nafidha.procedures.Procedure.InputType;
import org.nafidha.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** An application, one question a page; every answer is saved before it is judged. */
@Controller
@RequestMapping("/services/{id}/apply")
class ApplyPages {

	private static final HttpStatusCode WRONG = HttpStatus.UNPROCESSABLE_CONTENT;

	private final Services services;
	private final Drafts drafts;
	private final Applications applications;
	private final Cases cases;
	private final KnownProperties properties;

	ApplyPages(Services services, Drafts drafts, Applications applications, Cases cases, KnownProperties properties) {
		this.services = services;
		this.drafts = drafts;
		this.applications = applications;
		this.cases = cases;
		this.properties = properties;
	}

	/** To the first question without a good answer; to the last look when there is none. */
	@GetMapping
	String start(@PathVariable String id, @AuthenticationPrincipal SignedIn.Citizen who) {
		Service service = service(id);
		Draft draft = drafts.begin(who.personId(), id);
		return applications.nextQuestion(service.procedure(), draft).map(input -> redirect(id, "/q/" + input.id()))
				.orElseGet(() -> redirect(id, "/check"));
	}

	@GetMapping("/q/{question}")
	String question(@PathVariable String id, @PathVariable String question, @RequestParam(defaultValue = "false") boolean change,
			@AuthenticationPrincipal SignedIn.Citizen who, Model model) {
		Service service = service(id);
		Input input = input(service, question);
		model.addAttribute("question", shown(service, input, change));
		model.addAttribute("form", Form.of(drafts.begin(who.personId(), id).answers()));
		return "portal/question";
	}

	@PostMapping("/q/{question}")
	ModelAndView answer(@PathVariable String id, @PathVariable String question, @RequestParam(defaultValue = "false") boolean change,
			@RequestParam Map<String, String> sent, @AuthenticationPrincipal SignedIn.Citizen who) {
		Service service = service(id);
		Input input = input(service, question);
		Draft draft = drafts.answer(drafts.begin(who.personId(), id),
				Questions.tidy(input, limited(Questions.answers(input, properties.byNumber(sent)))));
		Form form = Form.of(draft.answers());
		Questions.check(cases, service.procedure(), List.of(input), form);
		if (!form.wrong()) {
			properties.check(service.procedure(), input, form);
		}
		if (form.wrong()) {
			return new ModelAndView("portal/question", Map.of("question", shown(service, input, change), "form", form), WRONG);
		}
		Optional<Input> next = change ? Optional.empty() : Applications.after(service.procedure(), input);
		if (next.isPresent()) {
			return new ModelAndView(redirect(id, "/q/" + next.get().id()));
		}
		boolean papers = !change && applications.outlookOrAll(service.procedure(), draft).asksForPapers();
		return new ModelAndView(redirect(id, papers ? "/papers" : "/check"));
	}

	@GetMapping("/check")
	String check(@PathVariable String id, @AuthenticationPrincipal SignedIn.Citizen who, Model model) {
		Service service = service(id);
		Draft draft = drafts.begin(who.personId(), id);
		Optional<Input> missing = applications.nextQuestion(service.procedure(), draft);
		if (missing.isPresent()) {
			return redirect(id, "/q/" + missing.get().id());
		}
		model.addAllAttributes(lastLook(service, draft, Form.of(Map.of("key", draft.key()))));
		return "portal/check";
	}

	@PostMapping("/check")
	ModelAndView file(@PathVariable String id, @RequestParam(defaultValue = "") String key, @AuthenticationPrincipal SignedIn.Citizen who) {
		Service service = service(id);
		return switch (applications.file(who.personId(), service.procedure(), key)) {
			case Result.Ok<String>(String number) -> new ModelAndView("redirect:/my/cases/" + number + "?filed");
			case Result.Refused<String>(Refusal refusal) -> {
				Draft draft = drafts.begin(who.personId(), id);
				Form form = Form.of(Map.of("key", draft.key())).reject(at(service, refusal), refusal);
				yield new ModelAndView("portal/check", lastLook(service, draft, form), WRONG);
			}
		};
	}

	/** Under which name a refusal at the filing is told: what the books say of a property leads to its question, the rest belongs to no answer. */
	private static String at(Service service, Refusal refusal) {
		Procedure.Eligibility eligibility = service.procedure().eligibility();
		boolean notEligible = eligibility != null && eligibility.refusalCode().equals(refusal.code());
		return service.procedure().inputs().stream().filter(input -> input.type() == InputType.PROPERTY_REF)
				.filter(input -> notEligible || refusal.code().startsWith("property.")).map(Input::id).findFirst().orElse(Form.WHOLE);
	}

	/** What would be refused at the filing is told here already. */
	private Map<String, Object> lastLook(Service service, Draft draft, Form form) {
		Result<Outlook> outlook = applications.outlook(service.procedure(), draft);
		if (!form.wrong() && outlook instanceof Result.Refused<Outlook>(Refusal refusal)) {
			form.reject(at(service, refusal), refusal);
		}
		return Map.of("service", service, "answers", Form.of(draft.answers()), "form", form, "papers", applications.papers(draft), "outlook",
				Applications.orAll(outlook, service.procedure()), "person", applications.person(draft.person()));
	}

	private static Question shown(Service service, Input input, boolean change) {
		List<Input> all = service.procedure().inputs();
		int at = all.indexOf(input);
		String base = "/services/" + service.id();
		String back = change ? base + "/apply/check" : at == 0 ? base : base + "/apply/q/" + all.get(at - 1).id();
		return new Question(service, input, at + 1, all.size() + (service.brought().isEmpty() ? 1 : 2), back, change);
	}

	/** Longer answers than any question allows are cut before they are stored; the check then says what is wrong. */
	private static Map<String, String> limited(Map<String, String> answers) {
		int most = 5_000;
		answers.replaceAll((field, text) -> text.length() > most ? text.substring(0, most) : text);
		return answers;
	}

	private Service service(String id) {
		return services.find(id).filter(Service::askedForByItself).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private static Input input(Service service, String question) {
		return Questions.find(service.procedure(), question).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private static String redirect(String id, String page) {
		return "redirect:/services/" + id + "/apply" + page;
	}
}
