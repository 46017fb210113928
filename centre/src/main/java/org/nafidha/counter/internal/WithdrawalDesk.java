package org.nafidha.counter.internal;

import java.util.Optional;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Somebody who stands at the counter takes an application back; the journal names the clerk who did it for them. */
@Controller
class WithdrawalDesk {

	private final Screens screens;
	private final Visits visits;
	private final Cases cases;

	WithdrawalDesk(Screens screens, Visits visits, Cases cases) {
		this.screens = screens;
		this.visits = visits;
		this.cases = cases;
	}

	@PostMapping("/counter/visits/{visit}/cases/{number}/withdrawal")
	String withdraw(@PathVariable String visit, @PathVariable String number, @RequestParam(defaultValue = "") String key,
			@AuthenticationPrincipal SignedIn.Staff clerk, Model model) {
		Optional<Visits.Visit> found = visits.find(visit, clerk);
		if (found.isEmpty()) {
			return "redirect:/counter?over";
		}
		CaseFile file = screens.caseOf(found.get(), number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		return switch (cases.withdraw(key, file.number(), clerk.actor())) {
			case Result.Ok<CaseFile> _ -> "redirect:/counter/visits/" + visit + "/cases/" + number;
			case Result.Refused<CaseFile>(Refusal refusal) -> {
				model.addAttribute("screen", screens.matter(found.get(), clerk, file));
				model.addAttribute("form", Form.empty().reject(Form.WHOLE, refusal));
				yield "counter/screen";
			}
		};
	}
}
