package org.nafidha.console.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.nafidha.identity.Sessions;
import org.nafidha.identity.SignedIn;
import org.nafidha.identity.StaffSignIn;
import org.nafidha.identity.StaffSignIn.Pending;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Staff sign in: password, then whatever {@link StaffSignIn} says comes next. */
@Controller
class StaffSignInPages {

	private static final String FIRST = "redirect:/staff/sign-in";
	private static final String NEXT = "redirect:/staff/sign-in/next";

	private final StaffSignIn signIn;
	private final Sessions sessions;

	StaffSignInPages(StaffSignIn signIn, Sessions sessions) {
		this.signIn = signIn;
		this.sessions = sessions;
	}

	@GetMapping("/staff/sign-in")
	String ask(Model model) {
		model.addAttribute("form", Form.empty());
		return "console/signIn";
	}

	@PostMapping("/staff/sign-in")
	String password(@RequestParam Map<String, String> typed, HttpServletRequest request, HttpServletResponse response, Model model) {
		Form form = Form.of(Map.of("username", typed.getOrDefault("username", "")));
		Result<StaffSignIn.Step> step = signIn.password(form.value("username"), typed.getOrDefault("password", ""), request);
		if (form.take(Form.WHOLE, step).isPresent()) {
			return NEXT;
		}
		refused(form, Form.WHOLE, response);
		model.addAttribute("form", form);
		return "console/signIn";
	}

	@GetMapping("/staff/sign-in/next")
	String next(HttpServletRequest request, Model model) {
		return signIn.pending(request).map(pending -> show(pending, Form.empty(), request, model)).orElse(FIRST);
	}

	/** A step that came back with what was wrong stands at the address of its form; reloaded, or in the other language, it is the step. */
	@GetMapping({"/staff/sign-in/new-password", "/staff/sign-in/enrol", "/staff/sign-in/code", "/staff/sign-in/passkey"})
	String reloaded() {
		return NEXT;
	}

	@PostMapping("/staff/sign-in/new-password")
	String newPassword(@RequestParam Map<String, String> typed, HttpServletRequest request, HttpServletResponse response, Model model) {
		Form form = Form.empty();
		Result<StaffSignIn.Step> step = signIn.newPassword(typed.getOrDefault("new-password", ""), typed.getOrDefault("repeat-password", ""),
				request);
		return form.take("new-password", step).isPresent() ? NEXT : again(form, "new-password", request, response, model);
	}

	@PostMapping("/staff/sign-in/enrol")
	String enrol(@RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response, Model model) {
		return finish("code", signIn.enrol(code, request), request, response, model);
	}

	@PostMapping("/staff/sign-in/code")
	String code(@RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response, Model model) {
		return finish("code", signIn.code(code, request), request, response, model);
	}

	@PostMapping("/staff/sign-in/passkey/options")
	ResponseEntity<String> passkeyOptions(HttpServletRequest request) {
		return signIn.passkeyOptions(request).map(json -> ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json))
				.orElseGet(() -> ResponseEntity.status(HttpStatus.CONFLICT).build());
	}

	@PostMapping("/staff/sign-in/passkey")
	String passkey(@RequestParam(defaultValue = "") String credential, HttpServletRequest request, HttpServletResponse response, Model model) {
		return finish(Form.WHOLE, signIn.passkey(credential, request), request, response, model);
	}

	private String finish(String field, Result<SignedIn.Staff> result, HttpServletRequest request, HttpServletResponse response, Model model) {
		Form form = Form.empty();
		Optional<SignedIn.Staff> who = form.take(field, result);
		return who.isPresent() ? "redirect:" + sessions.begin(who.get(), request, response) : again(form, field, request, response, model);
	}

	/** The same step with what was wrong; from the start if the time between the steps is over. */
	private String again(Form form, String field, HttpServletRequest request, HttpServletResponse response, Model model) {
		refused(form, field, response);
		return signIn.pending(request).map(pending -> show(pending, form, request, model)).orElseGet(() -> {
			model.addAttribute("form", Form.empty().reject(Form.WHOLE, Refusal.of("staff.again")));
			return "console/signIn";
		});
	}

	private String show(Pending pending, Form form, HttpServletRequest request, Model model) {
		model.addAttribute("form", form);
		return switch (pending.step()) {
			case NEW_PASSWORD -> "console/signInPassword";
			case ENROL -> {
				StaffSignIn.Enrolment enrolment = signIn.enrolment(request);
				model.addAttribute("secret", enrolment.secret());
				model.addAttribute("drawing", QrDrawing.of(enrolment.address()));
				yield "console/signInEnrol";
			}
			case SECOND_FACTOR -> {
				model.addAttribute("hasTotp", pending.hasTotp());
				model.addAttribute("hasPasskey", pending.hasPasskey());
				yield "console/signInFactor";
			}
		};
	}

	private static void refused(Form form, String field, HttpServletResponse response) {
		Refusal reason = form.error(field);
		boolean tooMany = reason != null && reason.code().equals("too-many-tries");
		response.setStatus((tooMany ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_CONTENT).value());
	}
}
