package org.nafidha.console.internal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nafidha.calendar.DayOff;
import org.nafidha.calendar.DaysOffRegistry;
import org.nafidha.calendar.DaysOffRegistry.Declaration;
import org.nafidha.console.internal.AnsweredForms.Answer;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.kernel.WrittenDate;
import org.nafidha.platform.CentreProperties;
import org.nafidha.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Holidays and closures: declared when the council says so, also afterwards; the dates of running cases move by themselves. */
@Controller
class CalendarPages {

	private final DaysOffRegistry daysOff;
	private final StaffLists lists;
	private final AnsweredForms forms;
	private final CentreProperties centre;
	private final InstantSource clock;

	CalendarPages(DaysOffRegistry daysOff, StaffLists lists, AnsweredForms forms, CentreProperties centre, InstantSource clock) {
		this.daysOff = daysOff;
		this.lists = lists;
		this.forms = forms;
		this.centre = centre;
		this.clock = clock;
	}

	@GetMapping("/console/calendar")
	String days(Model model) {
		LocalDate today = LocalDate.ofInstant(clock.instant(), centre.zone());
		model.addAttribute("today", today);
		model.addAttribute("years", daysOff.from(today.minusDays(DaysOffRegistry.MOST_BACK)).stream()
				.collect(Collectors.groupingBy(day -> day.day().getYear(), TreeMap::new, Collectors.toList())));
		model.addAttribute("units", lists.units());
		return "console/calendar";
	}

	/** @param day of a holiday that waits to be confirmed; empty for a new one */
	@GetMapping("/console/calendar/new")
	String empty(@RequestParam(defaultValue = "") String day, Model model) {
		Optional<DayOff> waiting = day.isEmpty() ? Optional.empty() : find(day, "").filter(one -> !one.confirmed());
		return showNew(Form.of(waiting.map(one -> Map.of("first", day, "name-ar", one.name().ar(), "name-en", one.name().en())).orElse(Map.of())),
				model);
	}

	@PostMapping("/console/calendar/new")
	String declare(@RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedIn.Staff who, Model model, RedirectAttributes flash) {
		Form form = Form.of(typed);
		Optional<LocalDate> first = date("first", form);
		Optional<LocalDate> last = form.value("last").isBlank() ? first : date("last", form);
		String unit = form.value("unit");
		if (!unit.isEmpty() && !lists.units().containsKey(unit)) {
			form.reject("unit", Refusal.of("unit.unknown"));
		}
		for (String field : List.of("name-ar", "name-en")) {
			if (form.value(field).isBlank()) {
				form.reject(field, Refusal.of("day-off." + field));
			}
		}
		if (form.wrong() || first.isEmpty() || last.isEmpty()) {
			return showNew(form, model);
		}
		Declaration declaration = new Declaration(first.get(), last.get(), unit.isEmpty() ? null : unit,
				new LocalizedText(form.value("name-ar"), form.value("name-en")));
		return switch (forms.once(AnsweredForms.key(form), who,
				() -> daysOff.declare(declaration, who.actor()).map(days -> new Answer(first.get().toString(), null)))) {
			case Result.Ok<Answer>(Answer answer) -> done("declared", answer, flash);
			case Result.Refused<Answer>(Refusal refusal) -> showNew(form.reject(field(refusal.code()), refusal), model);
		};
	}

	private static Optional<LocalDate> date(String field, Form form) {
		if (WrittenDate.read(form.value(field)) instanceof Result.Ok<LocalDate>(LocalDate day)) {
			return Optional.of(day);
		}
		form.reject(field, Refusal.of("day-off.date"));
		return Optional.empty();
	}

	@GetMapping("/console/calendar/back")
	String back(@RequestParam String day, @RequestParam(defaultValue = "") String unit, Model model) {
		return showBack(found(day, unit), Form.empty(), model);
	}

	@PostMapping("/console/calendar/back")
	String takeBack(@RequestParam String day, @RequestParam(defaultValue = "") String unit, @RequestParam Map<String, String> typed,
			@AuthenticationPrincipal SignedIn.Staff who, Model model, RedirectAttributes flash) {
		Form form = Form.of(typed);
		LocalDate date = date(day);
		return switch (forms.once(AnsweredForms.key(form), who,
				() -> daysOff.takeBack(date, unit.isEmpty() ? null : unit, who.actor()).map(gone -> new Answer(day, null)))) {
			case Result.Ok<Answer>(Answer answer) -> done("taken-back", answer, flash);
			case Result.Refused<Answer>(Refusal refusal) -> showBack(found(day, unit), form.reject(Form.WHOLE, refusal), model);
		};
	}

	private static String field(String code) {
		return switch (code) {
			case "day-off.order", "day-off.long", "day-off.far" -> "last";
			case "day-off.past", "day-off.weekend", "day-off.taken" -> "first";
			case "day-off.name-long" -> "name-ar";
			default -> Form.WHOLE;
		};
	}

	private static String done(String what, Answer answer, RedirectAttributes flash) {
		flash.addFlashAttribute("done", what);
		flash.addFlashAttribute("changed", LocalDate.parse(answer.subject()));
		return "redirect:/console/calendar";
	}

	private String showNew(Form form, Model model) {
		model.addAttribute("units", lists.units());
		model.addAttribute("form", form);
		return "console/calendarNew";
	}

	private String showBack(DayOff day, Form form, Model model) {
		model.addAttribute("day", day);
		model.addAttribute("unit", day.unit() == null ? null : lists.name(day.unit()));
		model.addAttribute("form", form);
		return "console/calendarBack";
	}

	private DayOff found(String day, String unit) {
		return find(day, unit).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private Optional<DayOff> find(String day, @Nullable String unit) {
		LocalDate date = date(day);
		return daysOff.from(date).stream().filter(one -> one.day().equals(date) && (one.unit() == null ? "" : one.unit()).equals(unit)).findFirst();
	}

	private static LocalDate date(String iso) {
		try {
			return LocalDate.parse(iso);
		} catch (DateTimeParseException noDate) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no date", noDate);
		}
	}
}
