package org.nafidha.procedures.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.Refusal;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Step;
import org.nafidha.procedures.Step.Consultation;
import org.nafidha.procedures.Trial.Charged;

/** Goes on from a target until the invented case stands somewhere or has ended, as the engine's walk does. */
record TrialWalk(Procedure procedure, TrialEvidence evidence, TrialRun.Terms terms) {

	/** A checked procedure never gets near it; an unchecked draft may go round for ever. */
	private static final int MOST_STEPS_AT_ONCE = 100;

	/** On to a step, or, with a null target, no further: refused, or standing. */
	private record Next(@Nullable String target, @Nullable Refusal refusal) {

		static final Next STAY = new Next(null, null);

		static Next at(@Nullable String target) {
			return target == null ? new Next(null, Refusal.of("outcome.unknown")) : new Next(target, null);
		}
	}

	Optional<Refusal> from(String target, TrialState s) {
		String at = target;
		for (int hop = 0; hop < MOST_STEPS_AT_ONCE; hop++) {
			if (procedure.ends().containsKey(at)) {
				s.end = at;
				return Optional.empty();
			}
			Next next = step(at, procedure.steps().get(at), s);
			if (next.target() == null) {
				return Optional.ofNullable(next.refusal());
			}
			at = next.target();
		}
		return Optional.of(Refusal.of("trial.broken", "problem", "…→ " + at + " → " + at + " …"));
	}

	private Next step(String at, @Nullable Step step, TrialState s) {
		return switch (step) {
			case Step.Review review -> open(review, s);
			case Step.Choice choice -> choose(choice, s);
			case Consultation consultation -> ask(consultation, s);
			case Step.Fetch fetch -> gather(fetch, s);
			case Step.Wait wait -> await(wait, s);
			case Step.Correction correction -> {
				if (s.times(correction.id()) > correction.atMost()) {
					yield Next.at(correction.lapsed());
				}
				s.enter(correction.id(), due(correction.withinDays(), s), null);
				yield Next.STAY;
			}
			case Step.Automated automated -> automated(automated, s);
			case null -> new Next(null, Refusal.of("trial.no-step", "step", at));
		};
	}

	private Next open(Step.Review review, TrialState s) {
		if (review.atMost() > 0 && s.times(review.id()) > review.atMost()) {
			return new Next(null, Refusal.of("step.too-often", "max", Integer.toString(review.atMost())));
		}
		s.enter(review.id(), due(review.deadlineDays(), s), null);
		return Next.STAY;
	}

	private static Next choose(Step.Choice choice, TrialState s) {
		String target = choice.branches().stream().filter(branch -> Boolean.TRUE.equals(branch.when().evaluate(s.data))).map(Step.Choice.Branch::to)
				.findFirst().orElse(choice.otherwise());
		s.way.add(choice.id() + ":" + target);
		return Next.at(target);
	}

	private Next ask(Consultation consultation, TrialState s) {
		List<Step.Review> asked = consultation.opinions().stream()
				.filter(opinion -> opinion.when() == null || Boolean.TRUE.equals(opinion.when().evaluate(s.data))).map(Consultation.Opinion::review)
				.toList();
		s.enter(consultation.id(), null, asked.isEmpty() ? Consultation.CONSENT : null);
		for (Step.Review review : asked) {
			Next opened = open(review, s);
			if (opened.refusal() != null) {
				return opened;
			}
		}
		return asked.isEmpty() ? Next.at(consultation.consent()) : Next.STAY;
	}

	/** Asks every holder at once; nobody to be asked is everything fetched. */
	private Next gather(Step.Fetch fetch, TrialState s) {
		List<Step.Fetch.Item> asked = fetch.items().stream().filter(item -> item.when() == null || Boolean.TRUE.equals(item.when().evaluate(s.data)))
				.toList();
		fetch.items().stream().filter(item -> !asked.contains(item)).forEach(item -> s.data.remove(item.evidence()));
		s.enter(fetch.id(), asked.isEmpty() ? null : due(fetch.withinDays(), s), asked.isEmpty() ? Step.Fetch.FETCHED : null);
		asked.forEach(item -> s.enter(item.call().id(), null, null));
		return asked.isEmpty() ? Next.at(fetch.fetched()) : Next.STAY;
	}

	private Next await(Step.Wait wait, TrialState s) {
		LocalDate until = wait.until() == null ? due(wait.withinDays(), s) : date(wait.until().evaluate(s.data), wait.id());
		boolean over = wait.until() != null && !until.isAfter(s.today);
		s.enter(wait.id(), over ? null : until, over ? Step.Wait.OVER : null);
		return over ? Next.at(wait.then().get(Step.Wait.OVER)) : Next.STAY;
	}

	private static LocalDate date(@Nullable Object value, String step) {
		return switch (value) {
			case LocalDate day -> day;
			case String iso -> LocalDate.parse(iso);
			case null, default -> throw new IllegalStateException(step + ": " + value);
		};
	}

	/** An automation answers by an act of the scenario; only what costs nothing is paid at once. */
	private Next automated(Step.Automated step, TrialState s) {
		switch (step.kind()) {
			case ISSUE -> {
				TrialEvidence.Elsewhere elsewhere = evidence.reread(step, s);
				if (elsewhere.refusal() != null) {
					return new Next(null, elsewhere.refusal());
				}
				if (elsewhere.target() != null) {
					s.enter(step.id(), null, Step.Automated.CHANGED);
					return Next.at(elsewhere.target());
				}
			}
			case PAYMENT -> {
				BigDecimal total = charge(step, s);
				if (total.signum() == 0) {
					s.enter(step.id(), null, "paid");
					return Next.at(step.then().get("paid"));
				}
			}
			case AUTOMATION -> {
			}
		}
		s.enter(step.id(), step.withinDays() > 0 ? due(step.withinDays(), s) : null, null);
		return Next.STAY;
	}

	private BigDecimal charge(Step.Automated step, TrialState s) {
		List<?> wanted = step.inputs().get("fees") != null && step.inputs().get("fees").evaluate(s.data) instanceof List<?> list ? list : List.of();
		BigDecimal total = BigDecimal.ZERO;
		for (Procedure.Fee fee : procedure.fees()) {
			if (wanted.contains(fee.id())) {
				if (!(fee.amount().evaluate(s.data) instanceof BigDecimal amount) || amount.signum() < 0 || amount.stripTrailingZeros().scale() > 2) {
					throw new IllegalStateException(fee.id() + ": " + fee.amount().text());
				}
				total = total.add(amount);
				if (amount.signum() > 0) {
					s.fees.add(new Charged(step.id(), fee.id(), fee.title(), amount));
				}
			}
		}
		s.data.put(step.id(), new LinkedHashMap<String, Object>(Map.of("charge", "", "total", total, "receipt", "", "paidAt", "")));
		return total;
	}

	private LocalDate due(int workingDays, TrialState s) {
		return terms.end(s.today, workingDays, procedure.owner());
	}
}
