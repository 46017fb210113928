package org.nafidha.portal.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nafidha.cases.Attachment;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.FieldMark;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.portal.CaseView;
import org.nafidha.portal.Service.Kind;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedure.Evidence;
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
import org.springframework.web.servlet.ModelAndView;

/** When a case has come back to its applicant: what the officer wrote, and the answers to mend. */
@Controller
@RequestMapping("/my/cases/{number}/correct")
class CorrectionPages {

	private final Cases cases;
	private final CaseViews views;
	private final Papers papers;
	private final KnownProperties properties;

	CorrectionPages(Cases cases, CaseViews views, Papers papers, KnownProperties properties) {
		this.cases = cases;
		this.views = views;
		this.papers = papers;
		this.properties = properties;
	}

	@GetMapping
	ModelAndView show(@PathVariable String number, @AuthenticationPrincipal SignedIn.Citizen who) {
		CaseView view = views.view(MyPages.own(cases, number, who));
		if (!view.turn(Kind.CORRECT)) {
			return new ModelAndView("redirect:/my/cases/" + number);
		}
		return page(view, Form.of(Questions.answers(view.procedure(), view.file().data())), List.of());
	}

	@PostMapping
	ModelAndView correct(@PathVariable String number, @RequestParam Map<String, String> sent, @RequestParam Map<String, MultipartFile> files,
			@AuthenticationPrincipal SignedIn.Citizen who) {
		CaseFile file = MyPages.own(cases, number, who);
		Procedure procedure = cases.procedureOf(file);
		Map<String, String> typed = properties.byNumber(sent);
		Form form = Form.of(typed);
		Questions.check(cases, procedure, procedure.inputs(), form);
		List<Attachment> brought = papers.brought(form, file.personId(), papers.of(number), wanted(procedure, file), files);
		if (!form.wrong()) {
			Map<String, String> inputs = Questions.typed(procedure, typed);
			List<String> ids = brought.stream().map(Attachment::id).toList();
			if (cases.correct(form.value("key"), number, inputs, ids, who.actor()) instanceof Result.Refused<CaseFile>(Refusal refusal)) {
				form.reject(Form.WHOLE, refusal);
			}
		}
		if (!form.wrong()) {
			return new ModelAndView("redirect:/my/cases/" + number + "?corrected");
		}
		ModelAndView page = page(views.view(file), form, brought);
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	/** Every paper that a citizen may have to bring, since answers can change here; and what could not be fetched. */
	private static List<Evidence> wanted(Procedure procedure, CaseFile file) {
		return procedure.evidence().stream().filter(item -> item.fromCitizen() || item.wantedOfCitizen(file.data())).toList();
	}

	/** Of the decision that has sent the case back: it was written down with the same entry that opened the correction. */
	private Map<String, String> marks(CaseView view) {
		Map<String, String> words = new LinkedHashMap<>();
		Long sentBack = view.holder() == null ? null : view.holder().visit().entry();
		for (FieldMark mark : cases.marks(view.file().number())) {
			if (view.file().visits().stream().anyMatch(visit -> visit.step().equals(mark.step()) && visit.visit() == mark.visit()
					&& visit.closedEntry() != null && visit.closedEntry().equals(sentBack))) {
				words.put(mark.field(), mark.word());
			}
		}
		return words;
	}

	private ModelAndView page(CaseView view, Form form, List<Attachment> held) {
		return new ModelAndView("portal/correct", Map.of("view", view, "form", form, "brought", wanted(view.procedure(), view.file()), "papers",
				papers.of(view.file().number()), Papers.HELD, held, "marks", marks(view)));
	}
}
