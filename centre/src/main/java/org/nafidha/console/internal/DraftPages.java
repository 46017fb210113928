package org.nafidha.console.internal;

import java.util.List;
import java.util.Map;
import org.nafidha.console.DraftView;
import org.nafidha.console.internal.AnsweredForms.Answer;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Draft;
import org.nafidha.procedures.Drafts;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.ProcedureViews;
import org.nafidha.web.Form;
import org.nafidha.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writing a draft: its text with what the checks say, who saved it when, and how it will look. */
@Controller
class DraftPages {

	static final String HOME = "/console/drafts";

	private final Drafts drafts;
	private final DeskReader reader;
	private final ProcedureViews views;
	private final AnsweredForms forms;

	DraftPages(Drafts drafts, DeskReader reader, ProcedureViews views, AnsweredForms forms) {
		this.drafts = drafts;
		this.reader = reader;
		this.views = views;
		this.forms = forms;
	}

	@PostMapping(HOME)
	String start(@RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedIn.Staff who) {
		Form form = Form.of(typed);
		Result<Answer> started = forms.once(AnsweredForms.key(form), who,
				() -> started(form, officer(who)).map(draft -> new Answer(Long.toString(draft.id()), null)));
		return switch (started) {
			case Result.Ok<Answer>(Answer answer) -> "redirect:" + HOME + "/" + answer.subject();
			case Result.Refused<Answer>(Refusal refusal) -> throw new ResponseStatusException(HttpStatus.NOT_FOUND, refusal.code());
		};
	}

	private Result<Draft> started(Form form, Actor.Officer by) {
		if (form.value("procedure").isBlank()) {
			return Result.ok(drafts.startEmpty(by));
		}
		return drafts.start(form.value("procedure"), number(form.value("version")), by);
	}

	@GetMapping(HOME + "/{draft}")
	String editor(@PathVariable long draft, Page page, Model model) {
		return show(reader.view(draft, page.locale()), Form.empty(), model);
	}

	@PostMapping(HOME + "/{draft}")
	String act(@PathVariable long draft, @RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedIn.Staff who, Page page, Model model,
			RedirectAttributes flash) {
		Form form = Form.of(typed);
		Result<Draft> done = switch (form.value("act")) {
			case "save" -> drafts.save(draft, number(form.value("revision")), form.value("text"), officer(who));
			case "discard" -> drafts.discard(draft, officer(who));
			case "rebase" -> drafts.rebase(draft, officer(who));
			default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		};
		return switch (done) {
			case Result.Ok<Draft>(Draft after) -> {
				flash.addFlashAttribute("done", form.value("act"));
				yield "redirect:" + (after.closed() == null ? HOME + "/" + draft : "/console/procedures");
			}
			case Result.Refused<Draft>(Refusal refusal) -> show(reader.view(draft, page.locale()), form.reject(Form.WHOLE, refusal), model);
		};
	}

	/** After a refused saving the text in the form is the writer's own, with what the saved one has different. */
	private String show(DraftView view, Form form, Model model) {
		String text = form.values().containsKey("text") ? form.value("text").replace("\r\n", "\n") : view.draft().text();
		model.addAttribute("view", view);
		model.addAttribute("form", form);
		model.addAttribute("text", text);
		model.addAttribute("theirs", text.equals(view.draft().text()) ? List.of() : views.lines(view.draft().text(), text));
		model.addAttribute("history", drafts.history(view.draft().id()));
		return "console/draft";
	}

	@GetMapping(HOME + "/{draft}/look")
	String look(@PathVariable long draft, Page page, Model model) {
		DraftView view = reader.view(draft, page.locale());
		model.addAttribute("view", view);
		model.addAttribute("units", reader.units(page.locale()));
		Procedure procedure = view.procedure();
		Procedure before = view.before();
		if (procedure != null) {
			model.addAttribute("changes", before == null ? List.of() : views.changes(before, procedure));
			if (view.sound()) {
				model.addAttribute("card", views.card(procedure));
				model.addAttribute("diagram", views.diagram(procedure));
			}
		}
		if (before != null) {
			model.addAttribute("beforeCard", views.card(before));
			model.addAttribute("lines", views.lines(before.text(), view.draft().text()));
		}
		return "console/draftLook";
	}

	static Actor.Officer officer(SignedIn.Staff who) {
		return new Actor.Officer(who.officerId());
	}

	static int number(String digits) {
		return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
	}
}
