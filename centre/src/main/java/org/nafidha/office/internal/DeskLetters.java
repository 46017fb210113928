package org.nafidha.office.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.nafidha.correspondence.Correspondence;
import org.nafidha.correspondence.Letter;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.office.FileLetters;
import org.nafidha.tasks.Task;
import org.nafidha.web.Form;
import org.springframework.stereotype.Component;

/** Letters beside the decision, written within its form. */
@Component
class DeskLetters {

	private final FileLetterReader reader;
	private final Correspondence correspondence;

	DeskLetters(FileLetterReader reader, Correspondence correspondence) {
		this.reader = reader;
		this.correspondence = correspondence;
	}

	FileLetters of(Task task) {
		return reader.of(task, Objects.requireNonNullElse(task.officer(), ""));
	}

	/** The form as it goes on, without the letter that was sent. */
	Result<Form> answer(Form form, long task, SignedIn.Staff who) {
		return switch (correspondence.answer(form.value("letter-key"), task, form.value("letter"), new Actor.Officer(who.officerId()))) {
			case Result.Ok<Letter> written -> {
				Map<String, String> rest = new HashMap<>(form.values());
				rest.remove("letter");
				rest.remove("letter-key");
				yield Result.ok(Form.of(rest));
			}
			case Result.Refused<Letter>(Refusal refusal) -> refusal.asResult();
		};
	}
}
