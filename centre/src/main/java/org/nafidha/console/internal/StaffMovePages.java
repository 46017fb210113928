package org.nafidha.console.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nafidha.console.StaffMember;
import org.nafidha.console.internal.AnsweredForms.Answer;
import org.nafidha.identity.SignedIn;
import org.nafidha.identity.StaffRegistry;
import org.nafidha.kernel.LocalizedText;
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

/** An officer goes to another unit: where to, and why. */
@Controller
class StaffMovePages {

	private final StaffLists lists;
	private final StaffRegistry registry;
	private final AnsweredForms forms;

	StaffMovePages(StaffLists lists, StaffRegistry registry, AnsweredForms forms) {
		this.lists = lists;
		this.registry = registry;
		this.forms = forms;
	}

	@GetMapping("/console/staff/{id}/move")
	String ask(@PathVariable String id, @AuthenticationPrincipal SignedIn.Staff who, Model model) {
		StaffMember member = find(id, who);
		Form form = Form.empty();
		return show(member, member.self() ? form.reject(Form.WHOLE, Refusal.of("staff.not-yourself")) : form, model);
	}

	/** The unit the page had shown is sent along; whoever was moved meanwhile is shown where they are now. */
	@PostMapping("/console/staff/{id}/move")
	String move(@PathVariable String id, @RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedIn.Staff who, Model model,
			RedirectAttributes flash) {
		StaffMember member = find(id, who);
		Form form = Form.of(typed);
		StaffRegistry.Move move = new StaffRegistry.Move(form.value("from"), form.value("unit"), form.value("why"));
		return switch (forms.once(AnsweredForms.key(form), who, () -> registry.move(id, move, who).map(officer -> new Answer(officer.id(), null)))) {
			case Result.Ok<Answer> _ -> StaffPages.done(member, "move", flash);
			case Result.Refused<Answer>(Refusal refusal) -> show(find(id, who), form.reject(field(refusal.code()), refusal), model);
		};
	}

	private static String field(String code) {
		return switch (code) {
			case "staff.unit.unknown", "staff.unit.same" -> "unit";
			case "staff.move.why" -> "why";
			default -> Form.WHOLE;
		};
	}

	private String show(StaffMember member, Form form, Model model) {
		Map<String, LocalizedText> others = new LinkedHashMap<>(lists.units());
		others.remove(member.account().officer().unit());
		model.addAttribute("member", member);
		model.addAttribute("units", others);
		model.addAttribute("form", form);
		return "console/staffMove";
	}

	private StaffMember find(String id, SignedIn.Staff who) {
		return lists.member(id, who).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}
}
