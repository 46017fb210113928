package org.nafidha.console.internal;

import java.util.Map;
import org.nafidha.console.StaffMember;
import org.nafidha.console.internal.AnsweredForms.Answer;
import org.nafidha.identity.SignedIn;
import org.nafidha.identity.StaffRegistry;
import org.nafidha.identity.StaffRegistry.NewOfficer;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.web.Form;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Adding an officer. The first password is shown in the answer to the form and nowhere else: no address shows it again. */
@Controller
class NewOfficerPages {

	private static final int NAME_LIMIT = 80;

	private final StaffLists lists;
	private final StaffRegistry registry;
	private final AnsweredForms forms;

	NewOfficerPages(StaffLists lists, StaffRegistry registry, AnsweredForms forms) {
		this.lists = lists;
		this.registry = registry;
		this.forms = forms;
	}

	@GetMapping("/console/staff/new")
	String empty(@RequestParam(defaultValue = "") String unit, Model model) {
		return show(Form.of(Map.of("unit", unit)), model);
	}

	@PostMapping("/console/staff/new")
	String add(@RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedIn.Staff who, Model model) {
		Form form = Form.of(typed);
		NewOfficer officer = new NewOfficer(form.value("username"), form.value("name-ar"), form.value("name-en"), form.value("unit"),
				StaffPages.ticked(form));
		check(officer, form);
		if (form.wrong()) {
			return show(form, model);
		}
		Result<Answer> added = forms.once(AnsweredForms.key(form), who,
				() -> registry.add(officer, who).map(first -> new Answer(first.officerId(), first.password())));
		return switch (added) {
			case Result.Ok<Answer>(Answer answer) -> showPassword(lists.member(answer.subject(), who).orElseThrow(), answer, "new", model);
			case Result.Refused<Answer>(Refusal refusal) -> show(form.reject(field(refusal.code()), refusal), model);
		};
	}

	/** @param why {@code new} or {@code password}: which act gave the password */
	static String showPassword(StaffMember member, Answer answer, String why, Model model) {
		model.addAttribute("member", member);
		model.addAttribute("password", answer.secret());
		model.addAttribute("why", why);
		return "console/firstPassword";
	}

	/** What is missing is said of every field at once; the registry says the rest. */
	private static void check(NewOfficer officer, Form form) {
		if (!officer.username().strip().toLowerCase(java.util.Locale.ROOT).matches("[a-z0-9][a-z0-9.-]{1,62}")) {
			form.reject("username", Refusal.of("staff.username.form"));
		}
		Map.of("name-ar", officer.nameAr(), "name-en", officer.nameEn()).entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(name -> {
			if (name.getValue().isBlank()) {
				form.reject(name.getKey(), Refusal.of("console." + name.getKey()));
			} else if (name.getValue().strip().length() > NAME_LIMIT) {
				form.reject(name.getKey(), Refusal.of("console.name-long", "limit", Integer.toString(NAME_LIMIT)));
			}
		});
		if (officer.unit().isBlank()) {
			form.reject("unit", Refusal.of("staff.unit.unknown"));
		}
		if (officer.roles().isEmpty()) {
			form.reject("roles", Refusal.of("staff.roles.none"));
		}
	}

	private static String field(String code) {
		return switch (code) {
			case "staff.username.form", "staff.username.taken" -> "username";
			case "staff.name.missing" -> "name-ar";
			case "staff.unit.unknown" -> "unit";
			case "staff.roles.none", "staff.roles.auditor" -> "roles";
			default -> Form.WHOLE;
		};
	}

	private String show(Form form, Model model) {
		model.addAttribute("units", lists.units());
		model.addAttribute("form", form);
		return "console/staffNew";
	}
}
