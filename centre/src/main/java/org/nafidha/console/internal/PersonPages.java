package org.nafidha.console.internal;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nafidha.cases.Cases;
import org.nafidha.console.PersonFile;
import org.nafidha.identity.Disclosures;
import org.nafidha.identity.People;
import org.nafidha.identity.Person;
import org.nafidha.identity.Role;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.NationalNumber;
import org.nafidha.kernel.Refusal;
import org.nafidha.web.Form;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Looking up a person without having a task about them: the purpose comes first, is written to the journal, and the person sees it. The
 * national number stands in no address, so that it is in no log and no history.
 */
@Controller
class PersonPages {

	/** Which data is shown, as the person's own list names it. */
	private static final String WHAT = "identity-contact-cases";

	private final People people;
	private final Cases cases;
	private final Disclosures disclosures;

	PersonPages(People people, Cases cases, Disclosures disclosures) {
		this.people = people;
		this.cases = cases;
		this.disclosures = disclosures;
	}

	@GetMapping("/console/people")
	String ask(@AuthenticationPrincipal SignedIn.Staff who, Model model) {
		return show(Form.empty(), null, who, model);
	}

	@PostMapping("/console/people")
	String look(@RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedIn.Staff who, Model model) {
		Form form = Form.of(typed);
		String purpose = form.value("purpose");
		Optional<NationalNumber> number = form.take("national", NationalNumber.parse(form.value("national")));
		disclosures.unfit(purpose).ifPresent(refusal -> form.reject("purpose", refusal));
		if (form.wrong() || number.isEmpty()) {
			return show(form, null, who, model);
		}
		Optional<Person> person = people.byNationalNumber(number.get());
		if (person.isEmpty()) {
			return show(form.reject("national", Refusal.of("console.person.unknown")), null, who, model);
		}
		form.take("purpose", disclosures.record(who, person.get().id(), WHAT, purpose));
		return show(form, form.wrong() ? null : file(person.get()), who, model);
	}

	private PersonFile file(Person person) {
		return new PersonFile(person, cases.of(person.id()).stream()
				.map(file -> new PersonFile.Line(file.number(), cases.procedureOf(file).name(), file.openedAt(), file.ended())).toList());
	}

	private static String show(Form form, @Nullable PersonFile file, SignedIn.Staff who, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("file", file);
		model.addAttribute("auditor", who.roles().contains(Role.AUDITOR));
		return "console/person";
	}
}
