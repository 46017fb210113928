package org.nafidha.portal.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nafidha.identity.CitizenSignIn;
import org.nafidha.identity.CitizenSignIn.CodeSent;
import org.nafidha.identity.Sessions;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.NationalNumber;
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
import org.springframework.web.servlet.view.RedirectView;

/** A citizen signs in on two pages: the national number, then the code that was sent. Signing out is here for everybody. */
@Controller
class SignInPages {

	private static final String CODE = "portal.code";
	private static final String REFERENCE = "portal.code-reference";
	private static final Set<String> TOO_MANY = Set.of("too-many-tries", "code.too-many-wrong");

	private final CitizenSignIn signIn;
	private final Sessions sessions;

	SignInPages(CitizenSignIn signIn, Sessions sessions) {
		this.signIn = signIn;
		this.sessions = sessions;
	}

	@GetMapping("/sign-in")
	Object number(Model model) {
		model.addAttribute("form", Form.empty());
		return "portal/signIn";
	}

	@PostMapping("/sign-in")
	Object ask(@RequestParam Map<String, String> typed, Locale language, HttpServletRequest request, HttpServletResponse response, Model model) {
		Form form = Form.of(typed);
		Optional<CodeSent> sent = form.take("national", NationalNumber.parse(form.value("national"))
				.then(number -> signIn.ask(number, language, request.getRemoteAddr())));
		if (sent.isEmpty()) {
			return again("portal/signIn", form, "national", response, model);
		}
		request.getSession().setAttribute(CODE, sent.get().id());
		request.getSession().setAttribute(REFERENCE, sent.get().reference());
		return seeOther("/sign-in/code");
	}

	@GetMapping("/sign-in/code")
	Object code(HttpServletRequest request, Model model) {
		String reference = kept(request, REFERENCE);
		if (reference == null) {
			return seeOther("/sign-in");
		}
		model.addAttribute("form", Form.empty());
		model.addAttribute("reference", reference);
		return "portal/signInCode";
	}

	@PostMapping("/sign-in/code")
	Object enter(@RequestParam Map<String, String> typed, HttpServletRequest request, HttpServletResponse response, Model model) {
		String id = kept(request, CODE);
		if (id == null) {
			return seeOther("/sign-in");
		}
		Result<SignedIn.Citizen> result = signIn.enter(id, typed.getOrDefault("code", ""), request.getRemoteAddr());
		Form form = Form.of(Map.of());
		Optional<SignedIn.Citizen> who = form.take("code", result);
		if (who.isEmpty()) {
			model.addAttribute("reference", String.valueOf(kept(request, REFERENCE)));
			return again("portal/signInCode", form, "code", response, model);
		}
		request.getSession().removeAttribute(CODE);
		request.getSession().removeAttribute(REFERENCE);
		return seeOther(sessions.begin(who.get(), request, response));
	}

	@PostMapping("/sign-out")
	Object leave(@AuthenticationPrincipal SignedIn who, HttpServletRequest request, HttpServletResponse response) {
		sessions.end(request, response);
		return seeOther(who instanceof SignedIn.Staff ? "/staff/sign-in" : "/");
	}

	private static String again(String page, Form form, String field, HttpServletResponse response, Model model) {
		Refusal reason = form.error(field);
		boolean tooMany = reason != null && TOO_MANY.contains(reason.code());
		response.setStatus((tooMany ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_CONTENT).value());
		model.addAttribute("form", form);
		return page;
	}

	private static @Nullable String kept(HttpServletRequest request, String name) {
		HttpSession session = request.getSession(false);
		return session != null && session.getAttribute(name) instanceof String value ? value : null;
	}

	/** 303: the next page is asked for with GET, and going back does not send the form again. */
	private static RedirectView seeOther(String address) {
		RedirectView view = new RedirectView(address);
		view.setStatusCode(HttpStatus.SEE_OTHER);
		view.setExpandUriTemplateVariables(false);
		return view;
	}
}
