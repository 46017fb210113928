package org.nafidha.console.internal;

import java.util.Comparator;
import java.util.List;
import org.nafidha.identity.SignedIn;
import org.nafidha.web.NavContribution;
import org.nafidha.web.NavItem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Leads an officer to the first entry of the bar that the officer's roles open. */
@Controller
class StaffHome {

	private final List<NavItem> entries;

	StaffHome(List<NavContribution> contributions) {
		this.entries = contributions.stream().flatMap(c -> c.items().stream()).filter(item -> item.bar() == NavItem.Bar.STAFF)
				.sorted(Comparator.comparingInt(NavItem::order)).toList();
	}

	/** The console has no page of its own; whoever shortens an address to it, or types it, comes home, too. */
	@GetMapping({"/staff", "/console"})
	String home(@AuthenticationPrincipal SignedIn.Staff who) {
		return "redirect:"
				+ entries.stream().filter(item -> item.roles().isEmpty() || item.roles().stream().anyMatch(who.roles()::contains)).findFirst()
						.map(NavItem::href).orElse("/design");
	}
}
