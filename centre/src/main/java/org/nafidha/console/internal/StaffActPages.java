package org.nafidha.console.internal;

import java.util.Map;
import org.nafidha.console.StaffMember;
import org.nafidha.console.internal.AnsweredForms.Answer;
import org.nafidha.identity.SignedIn;
import org.nafidha.identity.StaffRegistry;
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

/** Acts that cut somebody off or give a way in: each is asked about on a page of its own before it is done. */
@Controller
class StaffActPages {

	/** What can be done to an account; the words on its page are {@code staff.act.<code>...}. */
	enum Act {
		CLOSE, OPEN, SECOND_FACTOR, PASSWORD;

		String code() {
			return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
		}

		static Act of(String code) {
			return java.util.Arrays.stream(values()).filter(act -> act.code().equals(code)).findFirst()
					.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		}
	}

	private final StaffLists lists;
	private final StaffRegistry registry;
	private final AnsweredForms forms;

	StaffActPages(StaffLists lists, StaffRegistry registry, AnsweredForms forms) {
		this.lists = lists;
		this.registry = registry;
		this.forms = forms;
	}

	@GetMapping("/console/staff/{id}/{act}")
	String ask(@PathVariable String id, @PathVariable String act, @AuthenticationPrincipal SignedIn.Staff who, Model model) {
		StaffMember member = find(id, who);
		Form form = Form.empty();
		if (member.self()) {
			form.reject(Form.WHOLE, Refusal.of("staff.not-yourself"));
		}
		return show(member, Act.of(act), form, model);
	}

	@PostMapping("/console/staff/{id}/{act}")
	String act(@PathVariable String id, @PathVariable String act, @RequestParam Map<String, String> typed,
			@AuthenticationPrincipal SignedIn.Staff who, Model model, RedirectAttributes flash) {
		StaffMember member = find(id, who);
		Act wanted = Act.of(act);
		Form form = Form.of(typed);
		return switch (perform(wanted, id, form, who)) {
			case Result.Ok<Answer>(Answer answer) when wanted == Act.PASSWORD ->
				NewOfficerPages.showPassword(find(id, who), answer, "password", model);
			case Result.Ok<Answer> _ -> StaffPages.done(member, wanted.code(), flash);
			case Result.Refused<Answer>(Refusal refusal) -> show(member, wanted, form.reject(Form.WHOLE, refusal), model);
		};
	}

	private Result<Answer> perform(Act act, String id, Form form, SignedIn.Staff who) {
		return forms.once(AnsweredForms.key(form), who, () -> switch (act) {
			case CLOSE, OPEN -> registry.changeActive(id, act == Act.OPEN, who).map(officer -> new Answer(officer.id(), null));
			case SECOND_FACTOR -> registry.resetSecondFactor(id, who).map(officer -> new Answer(officer.id(), null));
			case PASSWORD -> registry.resetPassword(id, who).map(first -> new Answer(first.officerId(), first.password()));
		});
	}

	private static String show(StaffMember member, Act act, Form form, Model model) {
		model.addAttribute("member", member);
		model.addAttribute("act", act.code());
		model.addAttribute("form", form);
		return "console/staffAct";
	}

	private StaffMember find(String id, SignedIn.Staff who) {
		return lists.member(id, who).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}
}
