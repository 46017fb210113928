package org.nafidha.portal.internal;

import org.nafidha.identity.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The citizen sees who looked. */
@Controller
class AccessPages {

	private final Looks looks;

	AccessPages(Looks looks) {
		this.looks = looks;
	}

	@GetMapping("/my/access")
	String access(@AuthenticationPrincipal SignedIn.Citizen who, Model model) {
		model.addAttribute("looks", looks.of(who.personId()));
		return "portal/access";
	}
}
