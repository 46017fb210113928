package org.nafidha.office.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.nafidha.correspondence.AskedOpinion;
import org.nafidha.correspondence.Correspondence;
import org.nafidha.correspondence.Letter;
import org.nafidha.correspondence.Opinions;
import org.nafidha.identity.SignedIn;
import org.nafidha.identity.Staff;
import org.nafidha.identity.Unit;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.office.Beside;
import org.nafidha.office.OpinionLine;
import org.nafidha.tasks.Task;
import org.nafidha.web.Form;
import org.springframework.stereotype.Component;

/** Letters to the applicant and questions to other units, written beside the decision and within its form. */
@Component
class DeskAside {

	private final FileLetterReader reader;
	private final Correspondence correspondence;
	private final Opinions opinions;
	private final Staff staff;

	DeskAside(FileLetterReader reader, Correspondence correspondence, Opinions opinions, Staff staff) {
		this.reader = reader;
		this.correspondence = correspondence;
		this.opinions = opinions;
		this.staff = staff;
	}

	Beside of(Task task) {
		Map<String, LocalizedText> names = staff.units().stream().collect(Collectors.toMap(Unit::code, Unit::name));
		Map<String, LocalizedText> units = new LinkedHashMap<>();
		opinions.units().stream().filter(unit -> !unit.equals(task.unit())).forEach(unit -> units.put(unit, names.get(unit)));
		List<OpinionLine> asked = opinions.of(task.caseNumber()).stream()
				.map(opinion -> new OpinionLine(opinion, names.getOrDefault(opinion.unit(), new LocalizedText(opinion.unit(), opinion.unit()))))
				.toList();
		return new Beside(reader.of(task, Objects.requireNonNullElse(task.officer(), "")), asked, units);
	}

	/** Whether the officer wanted to wait for an answer that has not come. */
	boolean awaited(long task) {
		return opinions.awaited(task);
	}

	/** The form as it goes on, without the letter that was sent. */
	Result<Form> answer(Form form, long task, SignedIn.Staff who) {
		return switch (correspondence.answer(form.value("letter-key"), task, form.value("letter"), new Actor.Officer(who.officerId()))) {
			case Result.Ok<Letter> written -> Result.ok(without(form, "letter", "letter-key"));
			case Result.Refused<Letter>(Refusal refusal) -> refusal.asResult();
		};
	}

	/** The form as it goes on, without the question that was asked. */
	Result<Form> ask(Form form, long task, SignedIn.Staff who) {
		return switch (opinions.ask(form.value("opinion-key"), task, new Actor.Officer(who.officerId()), form.value("opinion-unit"),
				form.value("opinion"), form.has("opinion-waits", "yes"))) {
			case Result.Ok<AskedOpinion> asked -> Result.ok(without(form, "opinion", "opinion-key", "opinion-unit", "opinion-waits"));
			case Result.Refused<AskedOpinion>(Refusal refusal) -> refusal.asResult();
		};
	}

	private static Form without(Form form, String... fields) {
		Map<String, String> rest = new HashMap<>(form.values());
		List.of(fields).forEach(rest::remove);
		return Form.of(rest);
	}
}
