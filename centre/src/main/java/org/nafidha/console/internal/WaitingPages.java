package org.nafidha.console.internal;

import org.nafidha.identity.Officer;
import org.nafidha.identity.SignedIn;
import org.nafidha.identity.Staff;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/** Heads and directors see which tasks wait for want of an officer: of their own unit and the units below it, and of no other. */
@Controller
class WaitingPages {

	private final StaffLists lists;
	private final Staff staff;

	WaitingPages(StaffLists lists, Staff staff) {
		this.lists = lists;
		this.staff = staff;
	}

	@GetMapping("/staff/waiting")
	String waiting(@AuthenticationPrincipal SignedIn.Staff who, Model model) {
		Officer reader = staff.byId(who.officerId()).orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
		model.addAttribute("unit", lists.name(reader.unit()));
		model.addAttribute("waiting", lists.waitingIn(reader.unit()));
		return "console/waiting";
	}
}
