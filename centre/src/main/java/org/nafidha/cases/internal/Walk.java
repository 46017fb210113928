package org.nafidha.cases.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nafidha.calendar.WorkingCalendar;
import org.nafidha.cases.internal.Transition.Opening;
import org.nafidha.kernel.Refusal;
import org.nafidha.platform.CentreProperties;
import org.nafidha.procedures.Automation;
import org.nafidha.procedures.Automation.Answer;
import org.nafidha.procedures.Automation.CaseApplicant;
import org.nafidha.procedures.Automation.Timing;
import org.nafidha.procedures.Formula;
import org.nafidha.procedures.Procedure.End;
import org.nafidha.procedures.Step;
import org.springframework.stereotype.Component;

/**
 * Goes on from a target of an outcome until the case stands at a human step, a wait, an automation to be run after the
 * commit, or an end. Runs inside the transition's transaction.
 */
@Component
class Walk {

	/** A checked procedure never gets near it: choices and automations in a row without a pause. */
	private static final int MOST_STEPS_AT_ONCE = 100;

	private final Automations automations;
	private final Rereading rereading;
	private final Assigning assigning;
	private final WorkingCalendar calendar;
	private final ZoneId zone;

	Walk(Automations automations, Rereading rereading, Assigning assigning, WorkingCalendar calendar, CentreProperties centre) {
		this.automations = automations;
		this.rereading = rereading;
		this.assigning = assigning;
		this.calendar = calendar;
		this.zone = centre.zone();
	}

	/** The refusal that stops the whole transition, or null when the transition is worked out. */
	@Nullable
	Refusal from(String target, Transition t) {
		String at = target;
		for (int hop = 0; hop < MOST_STEPS_AT_ONCE; hop++) {
			End end = t.procedure.ends().get(at);
			if (end != null) {
				t.end = end.id();
				return null;
			}
			Step step = t.procedure.steps().get(at);
			switch (step) {
				case Step.Choice choice -> at = choose(choice, t);
				case Step.Review review -> {
					return assigning.open(review, t);
				}
				case Step.Consultation consultation -> {
					switch (ask(consultation, t)) {
						case Next.At(String next) -> at = next;
						case Next.Stay stay -> {
							return null;
						}
						case Next.Stop(Refusal refusal) -> {
							return refusal;
						}
					}
				}
				case Step.Fetch fetch -> {
					if (!fetch(fetch, t)) {
						return null;
					}
					at = fetch.fetched();
				}
				case Step.Wait wait -> {
					if (await(wait, t)) {
						return null;
					}
					at = target(wait.then(), wait.id(), Step.Wait.OVER);
				}
				case Step.Correction correction -> {
					if (t.times(correction.id()) <= correction.atMost()) {
						t.clockStops = true;
						t.openings
								.add(new Opening(correction.id(), t.nextVisit(correction.id()), due(correction.withinDays(), t), null, false, null));
						return null;
					}
					at = correction.lapsed();
				}
				case Step.Automated automated -> {
					switch (openAutomated(automated, t)) {
						case Next.At(String next) -> at = next;
						case Next.Stay stay -> {
							return null;
						}
						case Next.Stop(Refusal refusal) -> {
							return refusal;
						}
					}
				}
				case null -> throw new IllegalStateException(t.procedure.id() + " v" + t.procedure.version() + " has no step " + at);
			}
		}
		throw new IllegalStateException(t.procedure.id() + " goes round without a pause at " + at);
	}

	private sealed interface Next {
		record At(String step) implements Next {
		}

		record Stay() implements Next {
		}

		record Stop(Refusal refusal) implements Next {
		}
	}

	/** Asks everybody at once; asking nobody is consent. */
	private Next ask(Step.Consultation consultation, Transition t) {
		List<Step.Review> asked = consultation.opinions().stream()
				.filter(opinion -> opinion.when() == null || Boolean.TRUE.equals(opinion.when().evaluate(t.data)))
				.map(Step.Consultation.Opinion::review)
				.toList();
		int visit = t.nextVisit(consultation.id());
		t.openings.add(new Opening(consultation.id(), visit, null, null, false, asked.isEmpty() ? Step.Consultation.CONSENT : null));
		for (Step.Review review : asked) {
			Refusal refusal = assigning.open(review, t);
			if (refusal != null) {
				return new Next.Stop(refusal);
			}
		}
		return asked.isEmpty() ? new Next.At(consultation.consent()) : new Next.Stay();
	}

	/** Asks every holder at once; true when nobody is to be asked. */
	private boolean fetch(Step.Fetch fetch, Transition t) {
		List<Step.Fetch.Item> asked = fetch.items().stream().filter(item -> item.when() == null || Boolean.TRUE.equals(item.when().evaluate(t.data)))
				.toList();
		fetch.items().stream().filter(item -> !asked.contains(item)).forEach(item -> t.forget(item.evidence()));
		t.clockStops = !asked.isEmpty();
		t.openings.add(new Opening(fetch.id(), t.nextVisit(fetch.id()), asked.isEmpty() ? null : due(fetch.withinDays(), t), null, false,
				asked.isEmpty() ? Step.Fetch.FETCHED : null));
		asked.forEach(item -> t.openings.add(new Opening(item.call().id(), t.nextVisit(item.call().id()), null, null, true, null)));
		return asked.isEmpty();
	}

	/** False when the date has come already. */
	private boolean await(Step.Wait wait, Transition t) {
		Instant until = wait.until() == null ? due(wait.withinDays(), t) : startOf(wait, t);
		boolean over = wait.until() != null && !until.isAfter(t.now);
		t.openings.add(new Opening(wait.id(), t.nextVisit(wait.id()), over ? null : until, null, false, over ? Step.Wait.OVER : null));
		t.clockStops = wait.clockStops() && !over;
		return !over;
	}

	private Instant startOf(Step.Wait wait, Transition t) {
		Object date = wait.until() == null ? null : wait.until().evaluate(t.data);
		return switch (date) {
			case LocalDate day -> day.atStartOfDay(zone).toInstant();
			case String iso -> LocalDate.parse(iso).atStartOfDay(zone).toInstant();
			case null, default -> throw new IllegalStateException("the step " + wait.id() + " waits until " + date + ", which is no date");
		};
	}

	private static String choose(Step.Choice choice, Transition t) {
		for (Step.Choice.Branch branch : choice.branches()) {
			if (Boolean.TRUE.equals(branch.when().evaluate(t.data))) {
				return branch.to();
			}
		}
		return choice.otherwise();
	}

	private Next openAutomated(Step.Automated step, Transition t) {
		int visit = t.nextVisit(step.id());
		Next elsewhere = step.kind() == Step.Automated.Kind.ISSUE ? reread(step, visit, t) : null;
		if (elsewhere != null) {
			return elsewhere;
		}
		Automation automation = automations.named(step.automation());
		Instant due = step.withinDays() > 0 ? due(step.withinDays(), t) : null;
		if (automation.signature().timing() == Timing.AFTER_COMMIT) {
			t.clockStops = step.clockStops();
			t.openings.add(new Opening(step.id(), visit, due, null, true, null));
			return new Next.Stay();
		}
		return switch (automation.run(call(step, visit, t))) {
			case Answer.Done(String outcome, Map<String, Object> outputs) -> {
				t.learn(step.id(), outputs);
				t.openings.add(new Opening(step.id(), visit, null, null, false, outcome));
				yield new Next.At(target(step.then(), step.id(), outcome));
			}
			case Answer.Waiting(Map<String, Object> outputs) -> {
				t.learn(step.id(), outputs);
				t.clockStops = step.clockStops();
				t.openings.add(new Opening(step.id(), visit, due, null, false, null));
				yield new Next.Stay();
			}
			case Answer.Refused(Refusal refusal) -> new Next.Stop(refusal);
		};
	}

	/** Null when the document can be made. */
	private @Nullable Next reread(Step.Automated issue, int visit, Transition t) {
		return switch (rereading.read(issue, t)) {
			case Rereading.Result.GoOn goOn -> null;
			case Rereading.Result.Elsewhere(String target) -> {
				t.openings.add(new Opening(issue.id(), visit, null, null, false, Step.Automated.CHANGED));
				yield new Next.At(target);
			}
			case Rereading.Result.Stop(Refusal refusal) -> new Next.Stop(refusal);
		};
	}

	static Automation.Call call(Step.Automated step, int visit, Transition t) {
		return new Automation.Call(t.key(step.id(), visit), t.before.number(), step.id(), t.procedure,
				new CaseApplicant(t.before.personId(), t.before.actsFor()), values(step.inputs(), t.data), t.data);
	}

	static Map<String, Object> values(Map<String, Formula> inputs, Map<String, Object> data) {
		Map<String, Object> values = new LinkedHashMap<>();
		inputs.forEach((name, formula) -> {
			Object value = formula.evaluate(data);
			if (value != null) {
				values.put(name, value);
			}
		});
		return new HashMap<>(values);
	}

	private static String target(Map<String, String> then, String step, String outcome) {
		String target = then.get(outcome);
		if (target == null) {
			throw new IllegalStateException("the step " + step + " leads nowhere after " + outcome);
		}
		return target;
	}

	private Instant due(int workingDays, Transition t) {
		return calendar.deadline(t.now.atZone(zone), workingDays, t.procedure.owner()).end();
	}
}
