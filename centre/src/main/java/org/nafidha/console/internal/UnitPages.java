package org.nafidha.console.internal;

import java.util.Arrays;
import java.util.Map;
import org.nafidha.console.internal.AnsweredForms.Answer;
import org.nafidha.identity.SignedIn;
import org.nafidha.identity.Staff;
import org.nafidha.identity.Unit;
import org.nafidha.identity.UnitRegistry;
import org.nafidha.identity.UnitRegistry.Kind;
import org.nafidha.identity.UnitRegistry.NewUnit;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
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

/** The council's organisation as a tree; units are added and renamed here, never removed. */
@Controller
class UnitPages {

	private final StaffLists lists;
	private final Staff staff;
	private final UnitRegistry units;
	private final AnsweredForms forms;

	UnitPages(StaffLists lists, Staff staff, UnitRegistry units, AnsweredForms forms) {
		this.lists = lists;
		this.staff = staff;
		this.units = units;
		this.forms = forms;
	}

	@GetMapping("/console/units")
	String tree(Model model) {
		model.addAttribute("lines", lists.tree());
		return "console/units";
	}

	@GetMapping("/console/units/new")
	String empty(@RequestParam(defaultValue = "") String parent, Model model) {
		return showNew(Form.of(Map.of("parent", parent)), model);
	}

	@PostMapping("/console/units/new")
	String add(@RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedIn.Staff who, Model model, RedirectAttributes flash) {
		Form form = Form.of(typed);
		Kind kind = Arrays.stream(Kind.values()).filter(k -> form.has("kind", k.code())).findFirst().orElse(null);
		NewUnit unit = new NewUnit(form.value("parent"), form.value("code").strip(), kind, form.value("name-ar"), form.value("name-en"));
		checkNames(form);
		if (form.wrong()) {
			return showNew(form, model);
		}
		return switch (forms.once(AnsweredForms.key(form), who, () -> units.add(unit, who).map(added -> new Answer(added.code(), null)))) {
			case Result.Ok<Answer>(Answer answer) -> done("added", answer.subject(), flash);
			case Result.Refused<Answer>(Refusal refusal) -> showNew(form.reject(field(refusal.code()), refusal), model);
		};
	}

	@GetMapping("/console/units/name")
	String names(@RequestParam String unit, Model model) {
		Unit found = find(unit);
		return showName(found, Form.of(Map.of("name-ar", found.name().ar(), "name-en", found.name().en())), model);
	}

	@PostMapping("/console/units/name")
	String rename(@RequestParam String unit, @RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedIn.Staff who, Model model,
			RedirectAttributes flash) {
		Unit found = find(unit);
		Form form = Form.of(typed);
		checkNames(form);
		if (form.wrong()) {
			return showName(found, form, model);
		}
		return switch (units.rename(unit, form.value("name-ar"), form.value("name-en"), who)) {
			case Result.Ok<Unit> _ -> done("renamed", unit, flash);
			case Result.Refused<Unit>(Refusal refusal) -> showName(found, form.reject(field(refusal.code()), refusal), model);
		};
	}

	private static void checkNames(Form form) {
		for (String field : new String[]{"name-ar", "name-en"}) {
			if (form.value(field).isBlank()) {
				form.reject(field, Refusal.of("console." + field));
			}
		}
	}

	private static String field(String code) {
		return switch (code) {
			case "unit.parent.unknown" -> "parent";
			case "unit.code.form", "unit.code.taken" -> "code";
			case "unit.kind.missing" -> "kind";
			case "unit.name.missing", "unit.name.long" -> "name-ar";
			default -> Form.WHOLE;
		};
	}

	private static String done(String what, String code, RedirectAttributes flash) {
		flash.addFlashAttribute("done", what);
		flash.addFlashAttribute("changed", code);
		return "redirect:/console/units";
	}

	private String showNew(Form form, Model model) {
		model.addAttribute("units", lists.units());
		model.addAttribute("form", form);
		return "console/unitNew";
	}

	private static String showName(Unit unit, Form form, Model model) {
		model.addAttribute("unit", unit);
		model.addAttribute("form", form);
		return "console/unitName";
	}

	private Unit find(String code) {
		return staff.unit(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}
}
