package org.nafidha.cases.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.CaseInputs;
import org.nafidha.cases.Cases;
import org.nafidha.cases.Decision;
import org.nafidha.cases.Visit;
import org.nafidha.cases.internal.Transition.Closing;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedures;
import org.nafidha.procedures.Step;
import org.springframework.stereotype.Component;

/** Moves of a running case: an officer decides, the applicant corrects, an automation is finished, a term lapses. */
@Component
class Moves {

	private static final int LONGEST_MESSAGE = 2_000;

	private final Procedures procedures;
	private final CaseStore store;
	private final Admission admission;
	private final Places places;
	private final Walker walker;
	private final ActContext context;

	Moves(Procedures procedures, CaseStore store, Admission admission, Places places, Walker walker, ActContext context) {
		this.procedures = procedures;
		this.store = store;
		this.admission = admission;
		this.places = places;
		this.walker = walker;
		this.context = context;
	}

	Result<CaseFile> decide(Decision decision) {
		if (length(decision.message()) > LONGEST_MESSAGE || length(decision.note()) > LONGEST_MESSAGE) {
			return Refusal.of("message.too-long", "max", Integer.toString(LONGEST_MESSAGE)).asResult();
		}
		return context.transactions().act(() -> {
			Optional<CaseFile> file = store.lockByTask(decision.task());
			return file.isEmpty() ? Refusal.of("task.unknown").asResult() : decide(decision, file.get());
		});
	}

	private Result<CaseFile> decide(Decision decision, CaseFile file) {
		Visit visit = file.visits().stream().filter(v -> v.task() != null && v.task() == decision.task()).findFirst().orElseThrow();
		if (!visit.open()) {
			return decision.key().equals(visit.requestKey()) ? Result.ok(file) : changed(visit);
		}
		Transition t = transition(file, decision.officer());
		Step.Review step = (Step.Review) t.stepOf(visit);
		Optional<Step.Outcome> outcome = step.outcome(decision.outcome());
		if (outcome.isEmpty()) {
			return Refusal.of("outcome.unknown").asResult();
		}
		if (outcome.get().reasons().stream().noneMatch(reason -> reason.code().equals(decision.reason()))) {
			return Refusal.of("reason.unknown").asResult();
		}
		Optional<Refusal> unseen = places.seen(t, step, decision.onSite());
		if (unseen.isPresent()) {
			return unseen.get().asResult();
		}
		Optional<Refusal> unclear = Marks.take(t, outcome.get(), decision.marks());
		if (unclear.isPresent()) {
			return unclear.get().asResult();
		}
		t.closing = new Closing(visit, decision.outcome(), decision.reason(), decision.message(), decision.note(), decision.key());
		return finish(t, step, outcome.get());
	}

	/** Silence counts as an answer: the deadline of a review has passed whose procedure says so. */
	Result<CaseFile> deem(VisitKey key, Actor actor) {
		return context.transactions().act(() -> {
			Optional<CaseFile> locked = store.lock(key.caseNumber());
			Optional<Visit> visit = locked.flatMap(file -> stay(file, key));
			return visit.isEmpty() ? Refusal.of("case.unknown").asResult() : deem(locked.orElseThrow(), visit.get(), actor);
		});
	}

	private Result<CaseFile> deem(CaseFile file, Visit visit, Actor actor) {
		if (!visit.open()) {
			return Result.ok(file);
		}
		Transition t = transition(file, actor);
		if (visit.dueAt() != null && visit.dueAt().isAfter(t.now)) {
			return Result.ok(file); // a day off was declared meanwhile: silence does not count yet
		}
		if (!(t.stepOf(visit) instanceof Step.Review step) || step.deemed() == null) {
			return Refusal.of("outcome.unknown").asResult();
		}
		Step.Outcome outcome = step.outcome(step.deemed().outcome()).orElseThrow();
		t.facts.put("deemedBy", step.deemed().legalBasis());
		t.closing = new Closing(visit, outcome.id(), Cases.DEEMED, null, null, null);
		return finish(t, step, outcome);
	}

	/** After a human step: on to where its outcome leads, or, after an opinion, to where the consultation's does, once it is decided. */
	private Result<CaseFile> finish(Transition t, Step.Review step, Step.Outcome outcome) {
		Optional<Step.Consultation> consultation = Consultations.of(t, step);
		if (consultation.isEmpty()) {
			return finish(t, outcome.to());
		}
		return Consultations.after(t, consultation.get()).map(target -> finish(t, target)).orElseGet(() -> walker.write(t));
	}

	/** The applicant takes the application back. */
	Result<CaseFile> withdraw(String key, String number, Actor actor) {
		return context.transactions().act(() -> {
			Optional<CaseFile> locked = store.lock(number);
			return locked.isEmpty() ? Refusal.of("case.unknown").asResult() : withdraw(key, locked.get(), actor);
		});
	}

	private Result<CaseFile> withdraw(String key, CaseFile file, Actor actor) {
		if (repeated(file, key)) {
			return Result.ok(file);
		}
		Transition t = transition(file, actor);
		if (file.ended() || t.procedure.withdrawal() == null) {
			return Refusal.of(file.ended() ? "withdrawal.ended" : "withdrawal.not-offered").asResult();
		}
		List<Visit> open = file.openVisits();
		if (open.stream().anyMatch(visit -> t.stepOf(visit) instanceof Step.Automated automated && automated.kind() == Step.Automated.Kind.ISSUE)) {
			return Refusal.of("withdrawal.too-late").asResult();
		}
		t.closing = new Closing(open.getFirst(), Transition.WITHDRAWN, null, null, null, key);
		open.stream().skip(1).forEach(t::takeBack);
		t.end = t.procedure.withdrawal();
		return walker.write(t);
	}

	/** Something happened outside that the case waits for. */
	Result<CaseFile> happened(String number, String event, Actor actor) {
		return context.transactions().act(() -> {
			Optional<CaseFile> locked = store.lock(number);
			if (locked.isEmpty()) {
				return Refusal.of("case.unknown").asResult();
			}
			Transition t = transition(locked.get(), actor);
			for (Visit visit : locked.get().openVisits()) {
				if (t.stepOf(visit) instanceof Step.Wait wait && event.equals(wait.event())) {
					return complete(VisitKey.parse(visit.key()), locked.get(), Step.Wait.HAPPENED, Map.of(), actor);
				}
			}
			return Refusal.of("event.not-awaited").asResult();
		});
	}

	private static boolean repeated(CaseFile file, String key) {
		return file.visits().stream().anyMatch(visit -> key.equals(visit.requestKey()));
	}

	private static Optional<Visit> stay(CaseFile file, VisitKey key) {
		return file.visits().stream().filter(visit -> visit.key().equals(key.toString())).findFirst();
	}

	/** Whether the case knows just these answers: nobody shall believe that others, under a key that was used, have reached it. */
	private boolean same(CaseFile file, Procedure procedure, Map<String, String> inputs) {
		return InputReader.read(procedure, inputs) instanceof CaseInputs.Valid(Map<String, Object> values)
				&& store.write(values).equals(store.write(InputReader.known(file, procedure)));
	}

	Result<CaseFile> correct(String key, String number, Map<String, String> inputs, List<String> brought, Actor actor) {
		return context.transactions().act(() -> {
			Optional<CaseFile> locked = store.lock(number);
			return locked.isEmpty() ? Refusal.of("case.unknown").asResult() : correct(key, locked.get(), inputs, brought, actor);
		});
	}

	private Result<CaseFile> correct(String key, CaseFile file, Map<String, String> inputs, List<String> brought, Actor actor) {
		Transition t = transition(file, actor);
		if (repeated(file, key)) {
			return same(file, t.procedure, inputs) ? Result.ok(file) : Refusal.of("correction.reused").asResult();
		}
		Optional<Visit> open = file.openVisits().stream().filter(v -> t.procedure.steps().get(v.step()) instanceof Step.Correction).findFirst();
		if (open.isEmpty()) {
			return Refusal.of("correction.not-open").asResult();
		}
		switch (InputReader.read(t.procedure, inputs)) {
			case CaseInputs.Invalid(Map<String, Refusal> fields) -> {
				return Refusal.of("input.invalid", "fields", String.join(", ", fields.keySet())).asResult();
			}
			case CaseInputs.Valid(Map<String, Object> values) -> {
				t.procedure.inputs().forEach(input -> t.forget(input.id()));
				values.forEach(t::learn);
			}
		}
		Optional<Refusal> refusal = admission.admit(t, brought);
		if (refusal.isPresent()) {
			return refusal.get().asResult();
		}
		if (admission.nothingNew(t, open.get().openedAt())) {
			return Refusal.of("correction.unchanged").asResult();
		}
		t.closing = new Closing(open.get(), "corrected", null, null, null, key);
		return finish(t, ((Step.Correction) t.stepOf(open.get())).corrected());
	}

	Result<CaseFile> complete(VisitKey key, String outcome, Map<String, Object> outputs, Actor actor) {
		return context.transactions().act(() -> {
			Optional<CaseFile> locked = store.lock(key.caseNumber());
			return locked.isEmpty() ? Refusal.of("case.unknown").asResult() : complete(key, locked.get(), outcome, outputs, actor);
		});
	}

	private Result<CaseFile> complete(VisitKey key, CaseFile file, String outcome, Map<String, Object> outputs, Actor actor) {
		Visit visit = stay(file, key).orElse(null);
		if (visit == null) {
			return Refusal.of("case.unknown").asResult();
		}
		if (!visit.open()) {
			return outcome.equals(visit.outcome())
					? Result.ok(file)
					: Refusal.of("step.closed", "outcome", String.valueOf(visit.outcome())).asResult();
		}
		Transition t = transition(file, actor);
		Optional<Step.Fetch> fetch = Fetches.of(t.procedure, key.step());
		if (fetch.isPresent()) {
			return fetched(t, fetch.get(), visit, outcome, outputs);
		}
		Step step = t.procedure.steps().get(key.step());
		String target = switch (step) {
			case Step.Automated automated -> automated.then().get(outcome);
			case Step.Correction correction when outcome.equals("lapsed") -> correction.lapsed();
			case Step.Wait wait -> wait.then().get(outcome);
			case null, default -> null;
		};
		if (target == null) {
			return Refusal.of("outcome.unknown").asResult();
		}
		if (!outputs.isEmpty()) {
			t.learn(key.step(), merged(t.data.get(key.step()), outputs));
		}
		t.closing = new Closing(visit, outcome, null, null, null, null);
		return finish(t, target);
	}

	/** A holder has answered, or the term of the whole is over. */
	private Result<CaseFile> fetched(Transition t, Step.Fetch fetch, Visit visit, String outcome, Map<String, Object> outputs) {
		t.closing = new Closing(visit, outcome, null, null, null, null);
		return Fetches.after(t, fetch, outputs).map(target -> finish(t, target)).orElseGet(() -> walker.write(t));
	}

	private Result<CaseFile> finish(Transition t, String target) {
		Refusal refusal = walker.walk().from(target, t);
		if (refusal != null) {
			return refusal.asResult();
		}
		return walker.write(t);
	}

	private Transition transition(CaseFile file, Actor actor) {
		Procedure procedure = procedures.version(file.procedure(), file.version()).orElseThrow();
		return new Transition(procedure, file, actor, context.now());
	}

	private static Result<CaseFile> changed(Visit visit) {
		if (Cases.DEEMED.equals(visit.reason())) {
			return Refusal.of("task.deemed").asResult();
		}
		if (Transition.WITHDRAWN.equals(visit.outcome())) {
			return Refusal.of("task.not-needed").asResult();
		}
		return Refusal.of("task.closed", Map.of("outcome", String.valueOf(visit.outcome()), "by", String.valueOf(visit.closedBy()))).asResult();
	}

	private static Map<String, Object> merged(@Nullable Object before, Map<String, Object> outputs) {
		Map<String, Object> all = new java.util.LinkedHashMap<>();
		if (before instanceof Map<?, ?> map) {
			map.forEach((name, value) -> all.put(String.valueOf(name), value));
		}
		all.putAll(outputs);
		return all;
	}

	private static int length(@Nullable String text) {
		return text == null ? 0 : text.length();
	}
}
