package org.nafidha.console.internal;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nafidha.console.RevocationView;
import org.nafidha.console.internal.AnsweredForms.Answer;
import org.nafidha.documents.IssuedDocument;
import org.nafidha.documents.RevocationProposal;
import org.nafidha.documents.RevocationReason;
import org.nafidha.documents.Revocations;
import org.nafidha.identity.Officer;
import org.nafidha.identity.SignedIn;
import org.nafidha.identity.Staff;
import org.nafidha.identity.Unit;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.kernel.Reference;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedures;
import org.nafidha.web.Form;
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

/** Revoking a document with four eyes: it is found by its number, one officer proposes, another confirms or refuses. */
@Controller
class RevocationPages {

	private static final String NUMBER = "number";
	private static final String HOME = "/console/documents";

	private final Revocations revocations;
	private final Procedures procedures;
	private final Staff staff;
	private final AnsweredForms forms;
	private final InstantSource clock;

	RevocationPages(Revocations revocations, Procedures procedures, Staff staff, AnsweredForms forms, InstantSource clock) {
		this.revocations = revocations;
		this.procedures = procedures;
		this.staff = staff;
		this.forms = forms;
		this.clock = clock;
	}

	@GetMapping(HOME)
	String start(@RequestParam(defaultValue = "") String number, @AuthenticationPrincipal SignedIn.Staff who, Model model) {
		Form form = Form.of(Map.of(NUMBER, number));
		if (number.isBlank()) {
			return list(form, who, model);
		}
		Optional<IssuedDocument> found = form.take(NUMBER, Reference.parse(number).then(reference -> revocations.document(reference, who)));
		return found.isPresent() ? "redirect:" + address(found.get().number()) : list(form, who, model);
	}

	@GetMapping(HOME + "/{number}")
	String document(@PathVariable String number, @AuthenticationPrincipal SignedIn.Staff who, Model model) {
		return show(number, Form.empty(), who, model);
	}

	@PostMapping(HOME + "/{number}")
	String act(@PathVariable String number, @RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedIn.Staff who, Model model,
			RedirectAttributes flash) {
		Form form = Form.of(typed);
		String act = form.value("act");
		Result<Answer> done = act.equals("propose") ? propose(number, form, who) : answer(act, number, form, who);
		return switch (done) {
			case Result.Ok<Answer> _ -> {
				flash.addFlashAttribute("done", act);
				yield "redirect:" + address(number);
			}
			case Result.Refused<Answer>(Refusal refusal) -> show(number, form.reject(field(refusal.code()), refusal), who, model);
		};
	}

	private Result<Answer> propose(String number, Form form, SignedIn.Staff who) {
		Optional<RevocationReason> reason = RevocationReason.of(form.value("reason"));
		if (reason.isEmpty()) {
			return Refusal.of("revocation.reason").asResult();
		}
		return forms.once(AnsweredForms.key(form), who,
				() -> revocations.propose(number, reason.get(), form.value("note"), who).map(proposal -> new Answer(number, null)));
	}

	/** The number of the proposal comes with the form: nobody confirms another proposal than the one that was read. */
	private Result<Answer> answer(String act, String number, Form form, SignedIn.Staff who) {
		String digits = form.value("proposal");
		long proposal = digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : 0;
		return forms.once(AnsweredForms.key(form), who, () -> switch (act) {
			case "confirm" -> revocations.confirm(proposal, who).map(document -> new Answer(number, null));
			case "refuse" -> revocations.refuse(proposal, who).map(document -> new Answer(number, null));
			case "withdraw" -> revocations.withdraw(proposal, who).map(document -> new Answer(number, null));
			default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		});
	}

	private static String field(String code) {
		return switch (code) {
			case "revocation.reason" -> "reason";
			case "revocation.note" -> "note";
			default -> Form.WHOLE;
		};
	}

	private String list(Form form, SignedIn.Staff who, Model model) {
		List<RevocationView.Open> open = revocations.open(who).stream().map(proposal -> open(proposal, who)).toList();
		model.addAttribute("form", form);
		model.addAttribute("open", open);
		return "console/revocations";
	}

	private String show(String number, Form form, SignedIn.Staff who, Model model) {
		return switch (revocations.document(number, who)) {
			case Result.Refused<IssuedDocument>(Refusal refusal) -> list(Form.of(Map.of(NUMBER, number)).reject(NUMBER, refusal), who, model);
			case Result.Ok<IssuedDocument>(IssuedDocument document) -> {
				model.addAttribute("view", view(document, who));
				model.addAttribute("form", form);
				yield "console/revocation";
			}
		};
	}

	private RevocationView view(IssuedDocument document, SignedIn.Staff who) {
		String owner = procedures.version(document.procedure(), document.version()).map(Procedure::owner).orElse("");
		LocalizedText unit = staff.unit(owner).map(Unit::name).orElse(new LocalizedText(owner, owner));
		return new RevocationView(document, document.expired(clock.instant()), unit,
				revocations.openFor(document.number()).map(proposal -> open(proposal, who)).orElse(null));
	}

	private RevocationView.Open open(RevocationProposal proposal, SignedIn.Staff who) {
		LocalizedText proposer = staff.byId(proposal.proposedBy()).map(Officer::name)
				.orElse(new LocalizedText(proposal.proposedBy(), proposal.proposedBy()));
		return new RevocationView.Open(proposal, proposer, proposal.proposedBy().equals(who.officerId()),
				revocations.whyNotJudge(proposal, who).orElse(null));
	}

	private static String address(String number) {
		return HOME + "/" + number;
	}
}
