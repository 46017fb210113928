package org.nafidha.portal.internal;

import java.util.Map;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.portal.CaseView;
import org.nafidha.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The applicant takes the application back, after being told what that means. */
@Controller
@RequestMapping("/my/cases/{number}/withdraw")
class WithdrawalPages {

	private final Cases cases;
	private final CaseViews views;

	WithdrawalPages(Cases cases, CaseViews views) {
		this.cases = cases;
		this.views = views;
	}

	@GetMapping
	ModelAndView ask(@PathVariable String number, @AuthenticationPrincipal SignedIn.Citizen who) {
		CaseView view = views.view(MyPages.own(cases, number, who));
		return view.withdrawable() ? page(view, Form.empty()) : new ModelAndView("redirect:/my/cases/" + number);
	}

	@PostMapping
	ModelAndView withdraw(@PathVariable String number, @RequestParam Map<String, String> sent, @AuthenticationPrincipal SignedIn.Citizen who) {
		CaseFile file = MyPages.own(cases, number, who);
		if (cases.withdraw(sent.getOrDefault("key", ""), number, who.actor()) instanceof Result.Refused<CaseFile>(Refusal refusal)) {
			ModelAndView page = page(views.view(file), Form.empty().reject(Form.WHOLE, refusal));
			page.setStatus(HttpStatus.CONFLICT);
			return page;
		}
		return new ModelAndView("redirect:/my/cases/" + number);
	}

	private static ModelAndView page(CaseView view, Form form) {
		return new ModelAndView("portal/withdraw", Map.of("view", view, "form", form));
	}
}
