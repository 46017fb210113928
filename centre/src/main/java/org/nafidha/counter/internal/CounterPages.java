package org.nafidha.counter.internal;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nafidha.identity.People;
import org.nafidha.identity.Person;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.Digits;
import org.nafidha.kernel.NationalNumber;
import org.nafidha.kernel.PersonName;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.WrittenDate;
import org.nafidha.payments.Payments;
import org.nafidha.web.Form;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The counter while nobody stands at it: who is next, and the desk's cash box. */
@Controller
class CounterPages {

	private static final int NAME_LIMIT = 60;

	private final Screens screens;
	private final Visits visits;
	private final People people;
	private final Payments payments;

	CounterPages(Screens screens, Visits visits, People people, Payments payments) {
		this.screens = screens;
		this.visits = visits;
		this.people = people;
		this.payments = payments;
	}

	@GetMapping("/counter")
	String ready(@RequestParam Optional<String> over, @AuthenticationPrincipal SignedIn.Staff clerk, Model model) {
		model.addAttribute("over", over.isPresent());
		return show(clerk, Form.empty(), false, model);
	}

	@PostMapping(path = "/counter", params = "next")
	String next(@AuthenticationPrincipal SignedIn.Staff clerk) {
		visits.end(clerk);
		return "redirect:/counter";
	}

	@PostMapping("/counter")
	String identify(@RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedIn.Staff clerk, Model model) {
		Form form = Form.of(typed);
		Optional<NationalNumber> number = form.take("national", NationalNumber.parse(form.value("national")));
		if (number.isEmpty()) {
			return show(clerk, form, false, model);
		}
		Optional<Person> person = people.byNationalNumber(number.get());
		if (person.isEmpty()) {
			return show(clerk, form, true, model);
		}
		return "redirect:/counter/visits/" + visits.open(key(form), person.get().id(), clerk).id();
	}

	/** Somebody whom the centre does not know yet, as their identity card has it. */
	@PostMapping(path = "/counter", params = "given")
	String enter(@RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedIn.Staff clerk, Model model) {
		Form form = Form.of(typed);
		Optional<NationalNumber> number = form.take("national", NationalNumber.parse(form.value("national")));
		Optional<Person> known = Stream.of("given", "father", "family", "mother").allMatch(field -> form.value(field).isBlank())
				? number.flatMap(people::byNationalNumber)
				: Optional.empty();
		if (known.isPresent()) { // the number was mistyped before; now it is right
			return "redirect:/counter/visits/" + visits.open(key(form), known.get().id(), clerk).id();
		}
		String given = name(form, "given");
		String father = name(form, "father");
		String family = name(form, "family");
		String mother = name(form, "mother");
		Optional<LocalDate> born = form.take("born", WrittenDate.read(form.value("born")));
		String mobile = mobile(form);
		if (form.wrong() || number.isEmpty() || born.isEmpty()) {
			return show(clerk, form, true, model);
		}
		PersonName name = new PersonName(given, family, father, mother);
		Person entered = new Person(UUID.randomUUID().toString(), number.get(), name, born.get(), mobile, null);
		return "redirect:/counter/visits/" + visits.enter(key(form), entered, clerk).id();
	}

	@PostMapping(path = "/counter", params = "desk")
	String openDesk(@RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedIn.Staff clerk, Model model) {
		Form form = Form.of(typed);
		String digits = Digits.clean(form.value("desk"));
		int desk = digits.matches("[0-9]{1,2}") ? Integer.parseInt(digits) : 0;
		form.take("desk", payments.open(desk, clerk));
		Optional<Visits.Visit> visit = visits.find(form.value("visit"), clerk);
		if (form.wrong() && visit.isPresent()) {
			model.addAttribute("screen", screens.services(visit.get(), clerk, ""));
			model.addAttribute("form", form);
			return "counter/screen";
		}
		return form.wrong() ? show(clerk, form, false, model) : "redirect:" + visit.map(open -> back(form, open)).orElse("/counter");
	}

	/** Where the clerk was with the person who stands there. */
	private static String back(Form form, Visits.Visit visit) {
		String home = "/counter/visits/" + visit.id();
		return form.value("at").matches(home + "(/(services|cases)/[a-z0-9-]{1,80})?") ? form.value("at") : home;
	}

	@PostMapping(path = "/counter", params = "leave")
	String leaveDesk(@AuthenticationPrincipal SignedIn.Staff clerk) {
		payments.leave(clerk);
		return "redirect:/counter";
	}

	private static String key(Form form) {
		return form.value("key").isBlank() ? UUID.randomUUID().toString() : form.value("key");
	}

	private String show(SignedIn.Staff clerk, Form form, boolean unknown, Model model) {
		model.addAttribute("screen", screens.empty(clerk));
		model.addAttribute("form", form);
		model.addAttribute("unknown", unknown);
		return "counter/screen";
	}

	private static String name(Form form, String field) {
		String name = form.value(field).strip().replaceAll("\\s+", " ");
		if (name.isEmpty()) {
			form.reject(field, Refusal.of("input.missing"));
		} else if (name.length() > NAME_LIMIT || !name.codePoints().allMatch(CounterPages::mayStandInAName)) {
			form.reject(field, Refusal.of("counter.name"));
		}
		return name;
	}

	private static boolean mayStandInAName(int c) {
		return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK || c == ' ' || c == '-' || c == '\'';
	}

	private static @Nullable String mobile(Form form) {
		String digits = Digits.clean(form.value("mobile"));
		if (digits.isEmpty()) {
			return null;
		}
		if (!digits.matches("09[0-9]{8}")) {
			form.reject("mobile", Refusal.of("counter.mobile"));
		}
		return digits;
	}
}
