package org.nafidha.portal.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.nafidha.identity.SavedForms;
import org.nafidha.identity.SavedForms.SavedForm;
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

	@GetMapping("/resume")
	String resume(HttpServletRequest request, Model model) {
		Optional<SavedForm> waiting = forms.waiting(request);
		if (waiting.isEmpty()) {
			return "redirect:/";
		}
		model.addAttribute("saved", waiting.get());
		return "portal/resume";
	}

	@PostMapping("/resume/discard")
	String discard(HttpServletRequest request) {
		forms.discard(request);
		return "redirect:/";
	}
}
