package org.nafidha.portal.internal;

import java.util.List;
import java.util.Optional;
import org.nafidha.cases.Attachment;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.CaseInputs;
import org.nafidha.cases.Cases;
import org.nafidha.cases.OpenCase;
import org.nafidha.cases.Outlook;
import org.nafidha.identity.People;
import org.nafidha.identity.Person;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.portal.internal.Drafts.Draft;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.procedures.Procedure.Input;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** From a draft to a case. */
@Component
class Applications {

	private final Drafts drafts;
	private final Cases cases;
	private final Papers papers;
	private final People people;
	private final TransactionTemplate transaction;

	Applications(Drafts drafts, Cases cases, Papers papers, People people, TransactionTemplate transaction) {
		this.drafts = drafts;
		this.cases = cases;
		this.papers = papers;
		this.people = people;
		this.transaction = transaction;
	}

	/** The papers attached so far. */
	List<Attachment> papers(Draft draft) {
		return papers.find(draft.person(), draft.papers());
	}

	Person person(String id) {
		return people.byId(id).orElseThrow();
	}

	/** What the application would begin with. Refused as at its filing, and {@code input.invalid} as long as a question is open. */
	Result<Outlook> outlook(Procedure procedure, Draft draft) {
		return cases.outlook(new OpenCase(draft.key(), procedure.id(), Channel.PORTAL, draft.person(), null,
				Questions.typed(procedure, draft.answers()), new Actor.Citizen(draft.person())));
	}

	Outlook outlookOrAll(Procedure procedure, Draft draft) {
		return orAll(outlook(procedure, draft), procedure);
	}

	/** When nothing can be foreseen, whatever papers the service may ask for. */
	static Outlook orAll(Result<Outlook> foreseen, Procedure procedure) {
		return switch (foreseen) {
			case Result.Ok<Outlook>(Outlook outlook) -> outlook;
			case Result.Refused<Outlook> _ -> new Outlook(List.of(), procedure.fetched(),
					procedure.brought().stream().filter(item -> item.when() == null).toList(),
					procedure.brought().stream().filter(item -> item.when() != null).toList(), null);
		};
	}

	/** The first input that is still missing or wrong. */
	Optional<Input> nextQuestion(Procedure procedure, Draft draft) {
		if (cases.read(procedure, Questions.typed(procedure, draft.answers())) instanceof CaseInputs.Invalid(var wrong)) {
			return procedure.inputs().stream().filter(input -> wrong.containsKey(input.id())).findFirst();
		}
		return Optional.empty();
	}

	/** The input asked after the given one; empty after the last. */
	static Optional<Input> after(Procedure procedure, Input input) {
		List<Input> all = procedure.inputs();
		int next = all.indexOf(input) + 1;
		return next < all.size() ? Optional.of(all.get(next)) : Optional.empty();
	}

	/**
	 * Opens the case with the papers, and ends the draft, all or nothing. The key is that of the form: a second click,
	 * whose draft is filed already, is answered with the first click's case.
	 */
	Result<String> file(String person, Procedure procedure, String key) {
		Optional<String> before = drafts.filedAs(person, key);
		if (before.isPresent()) {
			return Result.ok(before.get());
		}
		Optional<Draft> draft = drafts.find(person, procedure.id());
		if (draft.isEmpty()) {
			return Refusal.of("application.gone").asResult();
		}
		return transaction.execute(status -> file(draft.get(), procedure));
	}

	private Result<String> file(Draft draft, Procedure procedure) {
		Result<CaseFile> opened = cases.open(new OpenCase(draft.key(), procedure.id(), Channel.PORTAL, draft.person(), null,
				Questions.typed(procedure, draft.answers()), draft.papers(), new Actor.Citizen(draft.person())));
		return opened.map(file -> {
			drafts.filed(draft, file.number());
			return file.number();
		});
	}
}
