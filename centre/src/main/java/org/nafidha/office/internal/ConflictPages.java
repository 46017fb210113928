package org.nafidha.office.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nafidha.identity.People;
import org.nafidha.identity.Person;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.NationalNumber;
import org.nafidha.kernel.Refusal;
import org.nafidha.office.DeclaredConflict;
import org.nafidha.tasks.Conflicts;
import org.nafidha.web.Form;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whose files an officer must not decide: they say it themselves, and the draw passes them over. No name is shown, so nobody looks one up here. */
@Controller
class ConflictPages {

	private final Conflicts conflicts;
	private final People people;

	ConflictPages(Conflicts conflicts, People people) {
		this.conflicts = conflicts;
		this.people = people;
	}

	@GetMapping("/office/conflicts")
	String all(@AuthenticationPrincipal SignedIn.Staff who, Model model) {
		return show(who, Form.empty(), model);
	}

	@PostMapping("/office/conflicts")
	String declare(@RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedIn.Staff who, Model model, RedirectAttributes flash) {
		Form form = Form.of(typed);
		Optional<Person> person = form.take("national", NationalNumber.parse(form.value("national"))).flatMap(people::byNationalNumber);
		if (person.isEmpty()) {
			form.reject("national", Refusal.of("conflict.person-unknown"));
		}
		Optional<Conflicts.Kind> kind = Arrays.stream(Conflicts.Kind.values()).filter(k -> form.has("kind", k.code())).findFirst();
		if (kind.isEmpty()) {
			form.reject("kind", Refusal.of("conflict.kind-missing"));
		}
		if (!form.wrong()) {
			form.take("national", conflicts.declare(who.officerId(), person.orElseThrow().id(), kind.orElseThrow()));
		}
		if (form.wrong()) {
			return show(who, form, model);
		}
		flash.addFlashAttribute("done", "office.conflicts.declared");
		return "redirect:/office/conflicts";
	}

	@PostMapping("/office/conflicts/{person}/withdraw")
	String withdraw(@PathVariable String person, @AuthenticationPrincipal SignedIn.Staff who, RedirectAttributes flash) {
		conflicts.withdraw(who.officerId(), person);
		flash.addFlashAttribute("done", "office.conflicts.withdrawn");
		return "redirect:/office/conflicts";
	}

	private String show(SignedIn.Staff who, Form form, Model model) {
		List<DeclaredConflict> declared = conflicts.of(who.officerId()).stream().map(conflict -> new DeclaredConflict(conflict,
				people.byId(conflict.personId()).map(person -> person.nationalNumber().masked()).orElse(conflict.personId()))).toList();
		model.addAttribute("conflicts", declared);
		model.addAttribute("form", form);
		return "office/conflicts";
	}
}
