package org.nafidha.console.internal;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.nafidha.console.StaffMember;
import org.nafidha.identity.Officer;
import org.nafidha.identity.Role;
import org.nafidha.identity.Route;
import org.nafidha.identity.SignedIn;
import org.nafidha.identity.StaffRegistry;
import org.nafidha.kernel.Digits;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The staff as an administrator keeps it: who works where, with which roles, and each officer's page. */
@Controller
class StaffPages {

	private final StaffLists lists;
	private final StaffRegistry registry;

	StaffPages(StaffLists lists, StaffRegistry registry) {
		this.lists = lists;
		this.registry = registry;
	}

	@GetMapping("/console/staff")
	String staff(@RequestParam Map<String, String> typed, Model model) {
		Form form = Form.of(typed);
		String page = Digits.clean(form.value("page"));
		model.addAttribute("form", form);
		model.addAttribute("waiting", lists.waiting());
		model.addAttribute("list",
				lists.list(form.value("q"), form.value("unit"), form.value("role"), page.matches("[0-9]{1,4}") ? Integer.parseInt(page) : 1));
		return "console/staff";
	}

	@GetMapping("/console/staff/{id}")
	String member(@PathVariable String id, @AuthenticationPrincipal SignedIn.Staff who, Model model) {
		StaffMember member = find(id, who);
		return show(member, asForm(member.account().officer().roles()), model);
	}

	/** The roles as ticked. Those the page had shown are sent along, so that two administrators do not undo each other's work unseen. */
	@PostMapping("/console/staff/{id}")
	String changeRoles(@PathVariable String id, @RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedIn.Staff who, Model model,
			RedirectAttributes flash) {
		StaffMember member = find(id, who);
		Form form = Form.of(typed);
		return switch (registry.changeRoles(id, roles(form.value("before")), ticked(form), who)) {
			case Result.Ok<Officer> _ -> done(member, "roles", flash);
			case Result.Refused<Officer>(Refusal refusal) when refusal.code().equals("staff.changed") -> {
				StaffMember now = find(id, who);
				yield show(now, asForm(now.account().officer().roles()).reject("roles", refusal), model);
			}
			case Result.Refused<Officer>(Refusal refusal) -> show(member, form.reject("roles", refusal), model);
		};
	}

	@PostMapping("/console/staff/{id}/presence")
	String changePresence(@PathVariable String id, @RequestParam boolean present, @AuthenticationPrincipal SignedIn.Staff who,
			RedirectAttributes flash) {
		StaffMember member = find(id, who);
		registry.changePresence(id, present, who).orThrow();
		return done(member, present ? "present" : "absent", flash);
	}

	/** Ticked boxes {@code roles.<code>}. */
	static Set<Role> ticked(Form form) {
		Set<Role> roles = EnumSet.noneOf(Role.class);
		Route.STAFF.stream().filter(role -> form.has("roles." + role.code(), "yes")).forEach(roles::add);
		return roles;
	}

	private static Form asForm(Set<Role> roles) {
		Map<String, String> values = new HashMap<>();
		roles.forEach(role -> values.put("roles." + role.code(), "yes"));
		values.put("before", codes(roles));
		return Form.of(values);
	}

	private static Set<Role> roles(String codes) {
		List<String> named = List.of(codes.split(","));
		return Route.STAFF.stream().filter(role -> named.contains(role.code())).collect(Collectors.toSet());
	}

	private static String codes(Set<Role> roles) {
		return roles.stream().map(Role::code).sorted().collect(Collectors.joining(","));
	}

	private static String show(StaffMember member, Form form, Model model) {
		model.addAttribute("member", member);
		model.addAttribute("form", form);
		return "console/staffMember";
	}

	/** Back to the officer's page, which says in the words {@code staff.done.<what>} what was done. */
	static String done(StaffMember member, String what, RedirectAttributes flash) {
		flash.addFlashAttribute("done", what);
		Officer officer = member.account().officer();
		return "redirect:/console/staff/" + officer.id();
	}

	private StaffMember find(String id, SignedIn.Staff who) {
		return lists.member(id, who).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}
}
