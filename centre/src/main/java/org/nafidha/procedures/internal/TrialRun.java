package org.nafidha.procedures.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.Refusal;
import org.nafidha.procedures.Automation.Signature;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Scenario;
import org.nafidha.procedures.Scenario.Act;
import org.nafidha.procedures.Step;
import org.nafidha.procedures.Step.Consultation;
import org.nafidha.procedures.Trial;
import org.nafidha.procedures.Trial.Stay;

/**
 * One invented case from its opening to where its scenario leaves it. It keeps to the rules of the engine in the module cases; a test plays
 * procedures made by chance through both.
 */
final class TrialRun {

	/** The outcome of a stay that nobody has to care for any more. */
	private static final String TAKEN_BACK = "withdrawn";

	/** The last day of so many working days from a day on. */
	interface Terms {
		LocalDate end(LocalDate from, int workingDays, String unit);
	}

	private final Procedure procedure;
	private final Scenario scenario;
	private final TrialWalk walk;
	private final TrialEvidence evidence;
	private final Terms terms;

	TrialRun(Procedure procedure, Scenario scenario, Map<String, Signature> signatures, TrialEvidence.Rules rules, Terms terms) {
		this.procedure = procedure;
		this.scenario = scenario;
		this.terms = terms;
		this.evidence = new TrialEvidence(procedure, signatures, rules);
		this.walk = new TrialWalk(procedure, evidence, terms);
	}

	Trial play() {
		TrialState state = new TrialState(scenario.opened());
		Optional<Refusal> refusal = attempt(() -> open(state));
		TrialState at = refusal.isPresent() ? new TrialState(scenario.opened()) : state;
		for (Act act : refusal.isPresent() ? List.<Act>of() : scenario.acts()) {
			TrialState next = at.next();
			refusal = attempt(() -> act(act, next));
			if (refusal.isPresent()) {
				break;
			}
			at = next;
		}
		return new Trial(List.copyOf(at.stays), List.copyOf(at.way), List.copyOf(at.fees), at.end, refusal.orElse(null), at.taken, at.today,
				terms.end(at.counted, procedure.statutoryDays(), procedure.owner()), new LinkedHashMap<>(at.data));
	}

	private interface Try {
		Optional<Refusal> now();
	}

	/** An unsound draft may have formulas that cannot be evaluated; that is told, and nothing breaks. */
	private static Optional<Refusal> attempt(Try what) {
		try {
			return what.now();
		} catch (IllegalStateException | ClassCastException | java.time.format.DateTimeParseException broken) {
			return Optional.of(Refusal.of("trial.broken", "problem", String.valueOf(broken.getMessage())));
		}
	}

	private Optional<Refusal> open(TrialState s) {
		if (!procedure.channels().contains(scenario.channel())) {
			return Optional.of(Refusal.of("procedure.channel"));
		}
		s.data.put("applicant", Map.of("personId", "trial", "kind", "person", "actsForAnother", scenario.actsForAnother()));
		s.data.put("channel", scenario.channel().name());
		s.answers.putAll(scenario.evidence());
		return learn(scenario.inputs(), s).or(() -> admit(s)).or(() -> walk.from(procedure.start(), s));
	}

	/** Answers in place of those before. */
	private Optional<Refusal> learn(Map<String, Object> inputs, TrialState s) {
		List<String> wrong = new ArrayList<>();
		for (Procedure.Input input : procedure.inputs()) {
			Object value = inputs.get(input.id());
			s.data.remove(input.id());
			boolean noOption = value != null && input.type() == Procedure.InputType.CHOICE && !input.options().containsKey(value);
			if (value == null ? input.required() : noOption) {
				wrong.add(input.id());
			} else if (value != null) {
				s.data.put(input.id(), value);
			}
		}
		return wrong.isEmpty() ? Optional.empty() : Optional.of(Refusal.of("input.invalid", "fields", String.join(", ", wrong)));
	}

	private Optional<Refusal> admit(TrialState s) {
		return evidence.fetch(s).or(() -> evidence.notEligible(s));
	}

	private Optional<Refusal> act(Act act, TrialState s) {
		s.today = act.on() != null && act.on().isAfter(s.today) ? act.on() : s.today;
		s.answers.putAll(act.evidence());
		if (act.upheld()) {
			return TrialAppeal.refused(procedure, s).or(() -> walk.from(TrialAppeal.takenUp(procedure, s), s));
		}
		if (s.stays.stream().noneMatch(Stay::open)) {
			return Optional.of(Refusal.of("trial.ended"));
		}
		if (act.at().isEmpty()) {
			return withdraw(s);
		}
		Optional<Stay> stay = s.openAt(act.at());
		Step step = procedure.step(act.at());
		if (stay.isEmpty() || step == null) {
			return Optional.of(Refusal.of("trial.not-there", "step", act.at()));
		}
		s.acted = stay.get();
		int dot = act.at().indexOf('.');
		if (procedure.steps().get(dot < 0 ? act.at() : act.at().substring(0, dot)) instanceof Step.Fetch fetch) {
			return gathered(fetch, act, s);
		}
		return switch (step) {
			case Step.Fetch fetch -> gathered(fetch, act, s);
			case Step.Review review -> decide(review, act, s);
			case Step.Correction correction -> act.outcome().equals("corrected")
					? correct(correction, act, s)
					: end(act, act.outcome().equals("lapsed") ? correction.lapsed() : null, s);
			case Step.Wait wait -> end(act, wait.then().get(act.outcome()), s);
			case Step.Automated automated -> {
				evidence.answered(automated, act, s);
				yield end(act, automated.then().get(act.outcome()), s);
			}
			case Consultation consultation -> Optional.of(Refusal.of("trial.opinions", "step", act.at()));
			case Step.Choice choice -> Optional.of(Refusal.of("trial.not-there", "step", act.at()));
		};
	}

	private Optional<Refusal> end(Act act, @Nullable String target, TrialState s) {
		if (target == null) {
			return Optional.of(Refusal.of("outcome.unknown"));
		}
		s.close(Objects.requireNonNull(s.acted), act.outcome(), act.reason());
		return walk.from(target, s);
	}

	private Optional<Refusal> decide(Step.Review review, Act act, TrialState s) {
		Optional<Step.Outcome> outcome = review.outcome(act.outcome());
		if (outcome.isEmpty()) {
			return Optional.of(Refusal.of("outcome.unknown"));
		}
		if (act.reason() != null && !may(review, outcome.get(), act.reason())) {
			return Optional.of(Refusal.of("reason.unknown"));
		}
		int dot = review.id().indexOf('.');
		if (dot < 0) {
			return end(act, outcome.get().to(), s);
		}
		Stay opinion = Objects.requireNonNull(s.acted);
		s.close(opinion, act.outcome(), act.reason());
		Consultation consultation = (Consultation) Objects.requireNonNull(procedure.steps().get(review.id().substring(0, dot)));
		return after(consultation, opinion.opened(), s).map(target -> walk.from(target, s)).orElse(Optional.empty());
	}

	/** One of the outcome's reasons, or silence where silence counts as that outcome. */
	private static boolean may(Step.Review review, Step.Outcome outcome, String reason) {
		Step.Deemed deemed = review.deemed();
		return outcome.reasons().stream().anyMatch(one -> one.code().equals(reason))
				|| reason.equals(Act.DEEMED) && deemed != null && deemed.outcome().equals(outcome.id());
	}

	/** Where the consultation leads, if it is decided: then it ends, and whoever has not answered is no longer asked. */
	private static Optional<String> after(Consultation consultation, int asked, TrialState s) {
		List<Stay> round = s.stays.stream().filter(stay -> stay.step().startsWith(consultation.id() + ".") && stay.opened() == asked).toList();
		ToIntFunction<String> count = outcome -> (int) round.stream().filter(stay -> outcome.equals(stay.outcome())).count();
		Optional<String> decided = consultation.join().decided(round.size(), count.applyAsInt(Consultation.CONSENT),
				count.applyAsInt(Consultation.OBJECTION));
		decided.ifPresent(outcome -> {
			s.close(s.openAt(consultation.id()).orElseThrow(), outcome, null);
			round.stream().filter(Stay::open).forEach(stay -> s.close(stay, TAKEN_BACK, null));
		});
		return decided.map(consultation::target);
	}

	/** A holder has answered, or the term of the whole is over; then whoever has not answered is no longer waited for. */
	private Optional<Refusal> gathered(Step.Fetch fetch, Act act, TrialState s) {
		Stay acted = Objects.requireNonNull(s.acted);
		Optional<Step.Fetch.Item> item = fetch.item(act.at());
		item.ifPresent(answered -> evidence.gathered(answered, act, s));
		s.close(acted, act.outcome(), act.reason());
		List<Stay> round = s.stays.stream().filter(stay -> fetch.item(stay.step()).isPresent() && stay.opened() == acted.opened()).toList();
		if (item.isPresent() && round.stream().anyMatch(Stay::open)) {
			return Optional.empty();
		}
		boolean all = item.isPresent() && round.stream().allMatch(stay -> Step.Fetch.ANSWERED.equals(stay.outcome()));
		round.stream().filter(Stay::open).forEach(stay -> s.close(stay, TAKEN_BACK, null));
		String outcome = all ? Step.Fetch.FETCHED : Step.Fetch.MISSING;
		if (item.isPresent()) {
			s.close(s.openAt(fetch.id()).orElseThrow(), outcome, null);
		}
		return walk.from(fetch.target(outcome), s);
	}

	private Optional<Refusal> correct(Step.Correction correction, Act act, TrialState s) {
		Map<String, Object> before = new HashMap<>(s.data);
		Map<String, Object> answers = act.inputs().isEmpty() ? inputs(before) : act.inputs();
		Optional<Refusal> refusal = learn(answers, s).or(() -> {
			evidence.forgetStale(before, s);
			return admit(s);
		});
		if (refusal.isPresent()) {
			return refusal;
		}
		if (!act.papers() && procedure.inputs().stream().allMatch(input -> same(before.get(input.id()), s.data.get(input.id())))) {
			return Optional.of(Refusal.of("correction.unchanged"));
		}
		return end(act, correction.corrected(), s);
	}

	private Map<String, Object> inputs(Map<String, Object> data) {
		Map<String, Object> inputs = new LinkedHashMap<>();
		procedure.inputs().stream().filter(input -> data.get(input.id()) != null).forEach(input -> inputs.put(input.id(), data.get(input.id())));
		return inputs;
	}

	private static boolean same(@Nullable Object before, @Nullable Object now) {
		return before instanceof Number a && now instanceof Number b
				? new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString())) == 0
				: Objects.equals(before, now);
	}

	private Optional<Refusal> withdraw(TrialState s) {
		if (procedure.withdrawal() == null) {
			return Optional.of(Refusal.of("withdrawal.not-offered"));
		}
		boolean issuing = s.open().stream().map(stay -> procedure.step(stay.step()))
				.anyMatch(step -> step instanceof Step.Automated automated && automated.kind() == Step.Automated.Kind.ISSUE);
		if (issuing) {
			return Optional.of(Refusal.of("withdrawal.too-late"));
		}
		s.open().forEach(stay -> s.close(stay, TAKEN_BACK, null));
		s.end = procedure.withdrawal();
		return Optional.empty();
	}

}
