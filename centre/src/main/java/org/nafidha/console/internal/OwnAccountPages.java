package org.nafidha.console.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.nafidha.identity.OwnAccount;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An officer's own account: second factors and password, on one page. */
@Controller
class OwnAccountPages {

	private static final String PAGE = "/staff/account";
	private static final Set<String> DONE = Set.of("added", "removed", "password", "app");

	private final OwnAccount account;

	OwnAccountPages(OwnAccount account) {
		this.account = account;
	}

	@GetMapping(PAGE)
	String show(@AuthenticationPrincipal SignedIn.Staff who, @RequestParam(defaultValue = "") String done, HttpServletRequest request, Model model) {
		return show(who, Form.empty(), DONE.contains(done) ? done : "", request, model);
	}

	/** A page that came back with what was wrong stands at the address of its form; reloaded, or in the other language, it is this page. */
	@GetMapping({"/staff/account/confirm", "/staff/account/passkeys", "/staff/account/passkeys/remove", "/staff/account/password"})
	String reloaded() {
		return "redirect:" + PAGE;
	}

	@PostMapping("/staff/account/confirm")
	String confirm(@AuthenticationPrincipal SignedIn.Staff who, @RequestParam(defaultValue = "") String password, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		Form form = Form.empty();
		return finish(form, "password", account.confirm(who, password, request), "", who, request, response, model);
	}

	/** 409 when the password has to be typed again: the form is then sent as it is, and the page says so. */
	@PostMapping("/staff/account/passkeys/options")
	ResponseEntity<String> options(@AuthenticationPrincipal SignedIn.Staff who, HttpServletRequest request) {
		return account.passkeyOptions(who, request).map(json -> ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json))
				.orElseGet(() -> ResponseEntity.status(HttpStatus.CONFLICT).build());
	}

	@PostMapping("/staff/account/passkeys")
	String add(@AuthenticationPrincipal SignedIn.Staff who, @RequestParam(defaultValue = "") String label,
			@RequestParam(defaultValue = "") String credential, HttpServletRequest request, HttpServletResponse response, Model model) {
		Form form = Form.of(Map.of("label", label));
		return finish(form, "label", account.addPasskey(who, label, credential, request), "added", who, request, response, model);
	}

	@PostMapping("/staff/account/passkeys/remove")
	String remove(@AuthenticationPrincipal SignedIn.Staff who, @RequestParam(defaultValue = "") String passkey, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		return finish(Form.empty(), Form.WHOLE, account.removePasskey(who, passkey, request), "removed", who, request, response, model);
	}

	@PostMapping("/staff/account/password")
	String password(@AuthenticationPrincipal SignedIn.Staff who, @RequestParam Map<String, String> typed, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		Result<OwnAccount.Overview> changed = account.changePassword(who, typed.getOrDefault("new-password", ""),
				typed.getOrDefault("repeat-password", ""), request);
		return finish(Form.empty(), "new-password", changed, "password", who, request, response, model);
	}

	private String finish(Form form, String field, Result<?> result, String done, SignedIn.Staff who, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		if (!(result instanceof Result.Refused<?>(Refusal refusal))) {
			return "redirect:" + PAGE + (done.isEmpty() ? "" : "?done=" + done);
		}
		boolean whole = Set.of("account.confirm", "too-many-tries").contains(refusal.code());
		form.reject(whole ? Form.WHOLE : field, refusal);
		response.setStatus((refusal.code().equals("too-many-tries") ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_CONTENT).value());
		return show(who, form, "", request, model);
	}

	private String show(SignedIn.Staff who, Form form, String done, HttpServletRequest request, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("done", done);
		model.addAttribute("confirmed", account.confirmed(request));
		model.addAttribute("account", account.of(who));
		return "console/account";
	}
}
