package org.nafidha.console.internal;

import org.nafidha.identity.SignedIn;
import org.nafidha.identity.StaffRegistry;
import org.nafidha.tasks.Tasks;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An officer says "I am at work" or "I have left". A page of its own, so that nothing typed on a desk is lost by pressing it. */
@Controller
class PresencePages {

	private final StaffRegistry registry;
	private final Tasks tasks;

	PresencePages(StaffRegistry registry, Tasks tasks) {
		this.registry = registry;
		this.tasks = tasks;
	}

	@GetMapping("/staff/presence")
	String presence(@AuthenticationPrincipal SignedIn.Staff who, Model model) {
		model.addAttribute("tasks", tasks.day(who.officerId()).waiting());
		model.addAttribute("minutes", Tasks.BREAK.toMinutes());
		return "console/presence";
	}

	@PostMapping("/staff/presence")
	String change(@RequestParam boolean present, @AuthenticationPrincipal SignedIn.Staff who) {
		registry.changePresence(who.officerId(), present, who).orThrow();
		return "redirect:/staff/presence";
	}
}
