package org.nafidha.counter.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nafidha.cases.Appeals;
import org.nafidha.cases.Attachment;
import org.nafidha.cases.Attachments;
import org.nafidha.cases.CaseFile;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.Money;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.payments.Charge;
import org.nafidha.payments.Payments;
import org.nafidha.payments.Receipt;
import org.nafidha.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** A case on the screen: what is owed, the money, the papers brought, and what there is to hand over. */
@Controller
class MatterPages {

	private static final String OVER = "redirect:/counter?over";

	private final Screens screens;
	private final Visits visits;
	private final Payments payments;
	private final Attachments attachments;
	private final Slips slips;
	private final Appeals appeals;

	MatterPages(Screens screens, Visits visits, Payments payments, Attachments attachments, Slips slips, Appeals appeals) {
		this.screens = screens;
		this.visits = visits;
		this.payments = payments;
		this.attachments = attachments;
		this.slips = slips;
		this.appeals = appeals;
	}

	@GetMapping("/counter/visits/{visit}/cases/{number}")
	String matter(@PathVariable String visit, @PathVariable String number, @AuthenticationPrincipal SignedIn.Staff clerk, Model model) {
		Optional<Visits.Visit> found = visits.find(visit, clerk);
		return found.isEmpty() ? OVER : show(found.get(), number, clerk, Form.empty(), model);
	}

	@PostMapping("/counter/visits/{visit}/cases/{number}")
	String pay(@PathVariable String visit, @PathVariable String number, @RequestParam Map<String, String> typed,
			@AuthenticationPrincipal SignedIn.Staff clerk, Model model) {
		Optional<Visits.Visit> found = visits.find(visit, clerk);
		if (found.isEmpty()) {
			return OVER;
		}
		CaseFile file = caseOf(found.get(), number);
		Form form = Form.of(typed);
		Optional<Money> received = form.take("received", Typed.cash(form.value("received")));
		Optional<Charge> charge = payments.charge(form.value("charge")).filter(c -> c.caseNumber().equals(file.number()));
		if (received.isEmpty() || charge.isEmpty()) {
			return show(found.get(), number, clerk, charge.isEmpty() ? form.reject(Form.WHOLE, Refusal.of("charge.unknown")) : form, model);
		}
		return switch (payments.payInCash(form.value("key"), charge.get().id(), received.get(), clerk)) {
			case Result.Ok<Receipt>(Receipt receipt) -> "redirect:/counter/visits/" + visit + "/cases/" + number;
			case Result.Refused<Receipt>(Refusal refusal) -> {
				form.reject(refusal.code().startsWith("cash.") ? "received" : Form.WHOLE, refusal);
				yield show(found.get(), number, clerk, form, model);
			}
		};
	}

	/** A paper that the applicant hands over the counter, scanned or photographed. */
	@PostMapping(path = "/counter/visits/{visit}/cases/{number}", params = "evidence")
	String paper(@PathVariable String visit, @PathVariable String number, @RequestParam String evidence, @RequestParam MultipartFile paper,
			@AuthenticationPrincipal SignedIn.Staff clerk, Model model) {
		Optional<Visits.Visit> found = visits.find(visit, clerk);
		if (found.isEmpty()) {
			return OVER;
		}
		if (evidence.startsWith(Attachments.photoOf(""))) {
			throw notFound(); // photographs of an inspection are the inspector's
		}
		CaseFile file = caseOf(found.get(), number);
		Form form = Form.empty();
		form.take("paper-" + evidence, accept(file, evidence, paper))
				.ifPresent(a -> form.take("paper-" + evidence, attachments.join(file.number(), List.of(a.id()), clerk.actor())));
		return form.wrong() ? show(found.get(), number, clerk, form, model) : "redirect:/counter/visits/" + visit + "/cases/" + number;
	}

	@GetMapping("/counter/visits/{visit}/cases/{number}/receipts/{receipt}")
	String receipt(@PathVariable String visit, @PathVariable String number, @PathVariable String receipt,
			@AuthenticationPrincipal SignedIn.Staff clerk, Model model) {
		Optional<Visits.Visit> found = visits.find(visit, clerk);
		if (found.isEmpty()) {
			return OVER;
		}
		model.addAttribute("slip", slips.of(caseOf(found.get(), number), receipt).orElseThrow(MatterPages::notFound));
		model.addAttribute("back", "/counter/visits/" + visit + "/cases/" + number);
		return "counter/receipt";
	}

	private Result<Attachment> accept(CaseFile file, String evidence, MultipartFile paper) {
		try {
			String name = paper.getOriginalFilename();
			return attachments.accept(file.personId(), evidence, name == null ? "" : name, paper.getInputStream());
		} catch (IOException e) {
			throw new UncheckedIOException("the paper could not be read", e);
		}
	}

	private CaseFile caseOf(Visits.Visit visit, String number) {
		return screens.caseOf(visit, number).orElseThrow(MatterPages::notFound);
	}

	private static ResponseStatusException notFound() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

	private String show(Visits.Visit visit, String number, SignedIn.Staff clerk, Form form, Model model) {
		CaseFile file = caseOf(visit, number);
		model.addAttribute("screen", screens.matter(visit, clerk, file));
		model.addAttribute("appealable", appeals.right(file) instanceof Appeals.Right.Open);
		model.addAttribute("form", form);
		return "counter/screen";
	}
}
