package org.nafidha.console.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.nafidha.identity.OwnApp;
import org.nafidha.identity.SignedIn;
import org.nafidha.identity.StaffSignIn.Enrolment;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An officer links an authenticator app, or a new one in place of the old. Without a fresh proof the account's page asks for it first. */
@Controller
class OwnAppPages {

	private static final String ACCOUNT = "redirect:/staff/account";

	private final OwnApp app;

	OwnAppPages(OwnApp app) {
		this.app = app;
	}

	@GetMapping("/staff/account/app")
	String ask(@AuthenticationPrincipal SignedIn.Staff who, HttpServletRequest request, Model model) {
		return show(who, Form.empty(), request, model);
	}

	@PostMapping("/staff/account/app")
	String link(@AuthenticationPrincipal SignedIn.Staff who, @RequestParam(defaultValue = "") String code, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		if (!(app.link(who, code, request) instanceof Result.Refused<SignedIn.Staff>(Refusal refusal))) {
			return ACCOUNT + "?done=app";
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		boolean whole = refusal.code().equals("account.app.again");
		return show(who, Form.empty().reject(whole ? Form.WHOLE : "code", refusal), request, model);
	}

	private String show(SignedIn.Staff who, Form form, HttpServletRequest request, Model model) {
		return switch (app.offer(who, request)) {
			case Result.Ok<Enrolment>(Enrolment offered) -> {
				model.addAttribute("form", form);
				model.addAttribute("secret", offered.secret());
				model.addAttribute("drawing", QrDrawing.of(offered.address()));
				yield "console/accountApp";
			}
			case Result.Refused<Enrolment> _ -> ACCOUNT;
		};
	}
}
