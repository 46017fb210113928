package org.nafidha.portal.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nafidha.identity.SavedForms;
import org.nafidha.identity.SavedForms.SavedForm;
import org.nafidha.identity.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Gives back a form that was sent after its session had ended: nothing typed is lost, and nothing is sent unasked. */
@Controller
class ResumePages {

	private final SavedForms forms;

	ResumePages(SavedForms forms) {
		this.forms = forms;
	}

	/** Whoever is signed out signs in first; a form whose owner is known shows only after that. */
	@GetMapping("/resume")
	String resume(@AuthenticationPrincipal @Nullable SignedIn who, HttpServletRequest request, Model model) {
		Optional<SavedForm> waiting = forms.waiting(request);
		if (waiting.isEmpty()) {
			return who == null ? "redirect:/sign-in" : "redirect:/";
		}
		model.addAttribute("saved", waiting.get());
		model.addAttribute("staff", who == null ? !ofCitizens(waiting.get()) : who instanceof SignedIn.Staff);
		return "portal/resume";
	}

	@PostMapping("/resume/discard")
	String discard(HttpServletRequest request) {
		forms.discard(request);
		return "redirect:/";
	}

	/** Citizens send forms to the pages of the portal only. */
	private static boolean ofCitizens(SavedForm form) {
		return Stream.of("/my", "/services", "/sign-in").anyMatch(form.action()::startsWith);
	}
}
