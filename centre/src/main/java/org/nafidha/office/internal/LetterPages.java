package org.nafidha.office.internal;

import java.util.Map;
import org.nafidha.correspondence.Correspondence;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.Actor;
import org.nafidha.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Letters that wait for an answer in the officer's files, also in those whose turn to be decided has not come. */
@Controller
class LetterPages {

	private final FileLetterReader letters;
	private final Correspondence correspondence;

	LetterPages(FileLetterReader letters, Correspondence correspondence) {
		this.letters = letters;
		this.correspondence = correspondence;
	}

	@GetMapping("/office/letters")
	ModelAndView waiting(@AuthenticationPrincipal SignedIn.Staff who) {
		return page(who, 0, Form.empty());
	}

	@PostMapping("/office/letters/{task}")
	ModelAndView answer(@PathVariable long task, @RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedIn.Staff who) {
		Form form = Form.of(typed);
		String field = "letter-" + task; // each file on the page has its own
		var answered = correspondence.answer(form.value("key"), task, form.value(field), new Actor.Officer(who.officerId()));
		if (form.take(field, answered).isPresent()) {
			return new ModelAndView("redirect:/office/letters");
		}
		ModelAndView page = page(who, task, form);
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	/** @param task to which the form belongs */
	private ModelAndView page(SignedIn.Staff who, long task, Form form) {
		return new ModelAndView("office/letters", Map.of("files", letters.unanswered(who.officerId()), "task", task, "form", form));
	}
}
