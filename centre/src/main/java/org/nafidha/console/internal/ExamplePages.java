package org.nafidha.console.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nafidha.console.DraftView;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Drafts;
import org.nafidha.procedures.Drafts.Kept;
import org.nafidha.procedures.Example;
import org.nafidha.procedures.Examples;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedures;
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

/** The invented cases kept with a procedure: how each goes now, and whether that is accepted. */
@Controller
class ExamplePages {

	private final Drafts drafts;
	private final DeskReader reader;
	private final Examples examples;
	private final ExampleLines lines;
	private final Procedures procedures;

	ExamplePages(Drafts drafts, DeskReader reader, Examples examples, ExampleLines lines, Procedures procedures) {
		this.drafts = drafts;
		this.reader = reader;
		this.examples = examples;
		this.lines = lines;
		this.procedures = procedures;
	}

	@GetMapping("/console/procedures/{id}/{version}/examples")
	String published(@PathVariable String id, @PathVariable int version, Page page, Model model) {
		Procedure procedure = procedures.version(id, version).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("procedure", procedure);
		model.addAttribute("lines",
				lines.of(procedure, examples.of(id, version).stream().map(example -> new Kept(example, null)).toList(), page.locale()));
		return "console/examples";
	}

	@GetMapping(DraftPages.HOME + "/{draft}/examples")
	String ofDraft(@PathVariable long draft, Page page, Model model) {
		return show(reader.view(draft, page.locale()), Form.empty(), page, model);
	}

	@PostMapping(DraftPages.HOME + "/{draft}/examples")
	String act(@PathVariable long draft, @RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedIn.Staff who, Page page, Model model,
			RedirectAttributes flash) {
		Form form = Form.of(typed);
		DraftView view = reader.view(draft, page.locale());
		Actor.Officer by = DraftPages.officer(who);
		String act = form.value("act");
		int colon = act.indexOf(':');
		String name = colon < 0 ? "" : act.substring(colon + 1);
		Result<Example> done = switch (colon < 0 ? act : act.substring(0, colon)) {
			case "add" -> examples.read(form.value("text")).then(example -> drafts.keep(draft, example, by));
			case "remove" -> drafts.remove(draft, name, by);
			case "accept" -> accept(view, name, by);
			default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		};
		return switch (done) {
			case Result.Ok<Example>(Example example) -> {
				flash.addFlashAttribute("done", colon < 0 ? act : act.substring(0, colon));
				yield "redirect:" + view.address() + "/examples";
			}
			case Result.Refused<Example>(Refusal refusal) -> show(view, form.reject(act.equals("add") ? "text" : Form.WHOLE, refusal), page, model);
		};
	}

	/** It is accepted as it goes now, in the text that is saved. */
	private Result<Example> accept(DraftView view, String name, Actor.Officer by) {
		Procedure procedure = view.procedure();
		Optional<Example> example = drafts.examples(view.draft().id()).stream().map(Kept::example).filter(one -> one.name().equals(name)).findFirst();
		if (procedure == null || example.isEmpty()) {
			return Refusal.of("example.unknown").asResult();
		}
		return drafts.accept(view.draft().id(), name, examples.replay(procedure, example.get()).trial().summary(), by);
	}

	private String show(DraftView view, Form form, Page page, Model model) {
		List<Kept> kept = drafts.examples(view.draft().id());
		model.addAttribute("view", view);
		model.addAttribute("form", form);
		model.addAttribute("lines", lines.of(view.procedure(), kept, page.locale()));
		return "console/draftExamples";
	}
}
