package org.nafidha.console.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nafidha.console.DraftView;
import org.nafidha.console.ExampleLine;
import org.nafidha.console.ProposalView;
import org.nafidha.console.internal.AnsweredForms.Answer;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Drafts;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.ProcedureViews;
import org.nafidha.procedures.Procedures;
import org.nafidha.procedures.Proposal;
import org.nafidha.procedures.Proposals;
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

/** Publishing and retiring with four eyes: one engineer proposes, another reads what changes and says yes or no. */
@Controller
class ProposalPages {

	/** What a proposal is shown with. */
	@org.springframework.stereotype.Component
	record Looks(Procedures procedures, ProcedureViews views, ExampleLines lines) {
	}

	private static final String HOME = "/console/proposals";

	private final Proposals proposals;
	private final Drafts drafts;
	private final DeskReader reader;
	private final Looks looks;
	private final AnsweredForms forms;

	ProposalPages(Proposals proposals, Drafts drafts, DeskReader reader, Looks looks, AnsweredForms forms) {
		this.proposals = proposals;
		this.drafts = drafts;
		this.reader = reader;
		this.looks = looks;
		this.forms = forms;
	}

	@GetMapping(DraftPages.HOME + "/{draft}/publish")
	String ready(@PathVariable long draft, Page page, Model model) {
		return ready(reader.view(draft, page.locale()), Form.empty(), page, model);
	}

	@PostMapping(DraftPages.HOME + "/{draft}/publish")
	String propose(@PathVariable long draft, @RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedIn.Staff who, Page page,
			Model model,
			RedirectAttributes flash) {
		Form form = Form.of(typed);
		Result<Answer> done = forms.once(AnsweredForms.key(form), who,
				() -> answer(proposals.propose(draft, DraftPages.number(form.value("revision")), form.value("note"), DraftPages.officer(who))));
		return proposed(done, flash).orElseGet(() -> ready(reader.view(draft, page.locale()), form, page, rejected(form, done, model)));
	}

	private static Model rejected(Form form, Result<Answer> done, Model model) {
		if (done instanceof Result.Refused<Answer>(Refusal refusal)) {
			form.reject(refusal.code().equals("proposal.note") ? "note" : Form.WHOLE, refusal);
		}
		return model;
	}

	private String ready(DraftView view, Form form, Page page, Model model) {
		model.addAttribute("view", view);
		model.addAttribute("form", form);
		model.addAttribute("lines", looks.lines().of(view.procedure(), drafts.examples(view.draft().id()), page.locale()));
		proposals.whyNotProposed(view.draft()).ifPresent(why -> model.addAttribute("whyNot", why));
		return "console/draftPublish";
	}

	@GetMapping("/console/procedures/{id}/{version}/retire")
	String retiring(@PathVariable String id, @PathVariable int version, Model model) {
		return retiring(id, version, Form.empty(), model);
	}

	@PostMapping("/console/procedures/{id}/{version}/retire")
	String retire(@PathVariable String id, @PathVariable int version, @RequestParam Map<String, String> typed,
			@AuthenticationPrincipal SignedIn.Staff who, Model model, RedirectAttributes flash) {
		Form form = Form.of(typed);
		Result<Answer> done = forms.once(AnsweredForms.key(form), who,
				() -> answer(proposals.proposeRetirement(id, form.value("note"), DraftPages.officer(who))));
		return proposed(done, flash).orElseGet(() -> retiring(id, version, form, rejected(form, done, model)));
	}

	private String retiring(String id, int version, Form form, Model model) {
		model.addAttribute("procedure", looks.procedures().version(id, version).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
		model.addAttribute("form", form);
		return "console/retire";
	}

	private static Optional<String> proposed(Result<Answer> done, RedirectAttributes flash) {
		if (done instanceof Result.Ok<Answer>(Answer answer)) {
			flash.addFlashAttribute("done", "propose");
			return Optional.of("redirect:" + HOME + "/" + answer.subject());
		}
		return Optional.empty();
	}

	@GetMapping(HOME + "/{proposal}")
	String judge(@PathVariable long proposal, @AuthenticationPrincipal SignedIn.Staff who, Page page, Model model) {
		return show(proposal, Form.empty(), who, page, model);
	}

	@PostMapping(HOME + "/{proposal}")
	String act(@PathVariable long proposal, @RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedIn.Staff who, Page page,
			Model model,
			RedirectAttributes flash) {
		Form form = Form.of(typed);
		Actor.Officer by = DraftPages.officer(who);
		// the buttons share a form: each is an act of its own
		Result<Answer> done = forms.once(AnsweredForms.key(form) + "-" + form.value("act"), who, () -> answer(switch (form.value("act")) {
			case "approve" -> proposals.approve(proposal, by);
			case "refuse" -> proposals.refuse(proposal, by);
			case "withdraw" -> proposals.withdraw(proposal, by);
			default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}));
		return switch (done) {
			case Result.Ok<Answer>(Answer answer) -> {
				flash.addFlashAttribute("done", form.value("act"));
				yield "redirect:" + HOME + "/" + proposal;
			}
			case Result.Refused<Answer>(Refusal refusal) -> show(proposal, form.reject(Form.WHOLE, refusal), who, page, model);
		};
	}

	private String show(long id, Form form, SignedIn.Staff who, Page page, Model model) {
		Proposal proposal = proposals.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		Optional<ProposalView> view = proposal.kind() == Proposal.Kind.PUBLISH
				? publishing(proposal, who, page)
				: Optional.of(retiring(proposal, who));
		if (view.isEmpty()) {
			return "redirect:" + DraftPages.HOME + "/" + proposal.draft();
		}
		model.addAttribute("view", view.get());
		model.addAttribute("form", form);
		return "console/proposal";
	}

	/** Empty when the text, proposed under an older release, is no procedure any more: its draft says why. */
	private Optional<ProposalView> publishing(Proposal proposal, SignedIn.Staff who, Page page) {
		DraftView draft = reader.view(java.util.Objects.requireNonNull(proposal.draft()), page.locale());
		Procedure procedure = draft.procedure();
		Procedure before = draft.before();
		if (procedure == null) {
			return Optional.empty();
		}
		List<ExampleLine> accepted = looks.lines().of(procedure, drafts.examples(draft.draft().id()), page.locale()).stream()
				.filter(line -> line.acceptedFrom() != null).toList();
		return Optional.of(new ProposalView(proposal, reader.officer(proposal.proposedBy()), proposal.proposedBy().equals(who.officerId()), procedure,
				looks.views().card(procedure), before, before == null ? null : looks.views().card(before),
				before == null ? List.of() : looks.views().changes(before, procedure),
				before == null ? List.of() : looks.views().lines(before.text(), procedure.text()), accepted));
	}

	private ProposalView retiring(Proposal proposal, SignedIn.Staff who) {
		Procedure procedure = looks.procedures().version(proposal.procedure(), proposal.version()).orElseThrow();
		return new ProposalView(proposal, reader.officer(proposal.proposedBy()), proposal.proposedBy().equals(who.officerId()), procedure,
				looks.views().card(procedure), null, null, List.of(), List.of(), List.of());
	}

	private static Result<Answer> answer(Result<Proposal> result) {
		return result.map(proposal -> new Answer(Long.toString(proposal.id()), null));
	}
}
