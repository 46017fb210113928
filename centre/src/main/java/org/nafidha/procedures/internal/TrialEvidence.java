package org.nafidha.procedures.internal;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.Refusal;
import org.nafidha.procedures.Automation.Signature;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedure.Evidence;
import org.nafidha.procedures.Scenario.Act;
import org.nafidha.procedures.Scenario.Answer;
import org.nafidha.procedures.Step;

/** What look-ups and automations answer in an invented case: as the scenario says, and nothing where it says nothing. */
record TrialEvidence(Procedure procedure, Map<String, Signature> signatures, Rules rules) {

	/** The city's own lists and decision tables, which always say the same of the same. */
	interface Rules {
		Map<String, Object> say(Evidence item, Map<String, Object> given);
	}

	/** When the books were read: two readings that differ in nothing else say the same. */
	private static final String READ_AT = "asOf";
	private static final Answer NOTHING = new Answer(Map.of(), null);

	/** Every item that is fetched, in the order of the procedure; one whose condition does not hold is taken away. */
	Optional<Refusal> fetch(TrialState s) {
		for (Evidence item : procedure.evidence()) {
			if (item.automation() == null || procedure.fetchedLater(item.id())) {
				continue;
			}
			if (item.when() != null && !Boolean.TRUE.equals(item.when().evaluate(s.data))) {
				s.data.remove(item.id());
				continue;
			}
			Answer answer = s.answers.getOrDefault(item.id(), NOTHING);
			if (answer.refused() != null) {
				return Optional.of(Refusal.of(answer.refused()));
			}
			Map<String, Object> said = new LinkedHashMap<>(item.rule() ? rules.say(item, given(item, s.data)) : Map.of());
			said.putAll(answer.values());
			s.data.put(item.id(), complete(item.automation(), said));
		}
		return Optional.empty();
	}

	/** What was asked of another body for answers that were corrected since speaks of something else. */
	void forgetStale(Map<String, Object> before, TrialState s) {
		for (Evidence item : procedure.evidence()) {
			if (procedure.fetchedLater(item.id()) && !given(item, before).equals(given(item, s.data))) {
				s.data.remove(item.id());
			}
		}
	}

	private static Map<String, Object> given(Evidence item, Map<String, Object> data) {
		Map<String, Object> given = new LinkedHashMap<>();
		item.inputs().forEach((name, formula) -> {
			Object value = formula.evaluate(data);
			if (value != null) {
				given.put(name, value);
			}
		});
		return given;
	}

	/** The answer of a body that was asked: it joins the case under the name of its evidence, or there is no such paper. */
	void gathered(Step.Fetch.Item item, Act act, TrialState s) {
		if (!act.outcome().equals(Step.Fetch.ANSWERED)) {
			s.data.remove(item.evidence());
			return;
		}
		Map<String, Object> said = new LinkedHashMap<>(s.answers.getOrDefault(item.evidence(), NOTHING).values());
		said.putAll(act.outputs());
		s.data.put(item.evidence(), complete(item.call().automation(), said));
	}

	Optional<Refusal> notEligible(TrialState s) {
		Procedure.Eligibility eligibility = procedure.eligibility();
		if (eligibility == null || Boolean.TRUE.equals(eligibility.mayAsk().evaluate(s.data))) {
			return Optional.empty();
		}
		return Optional.of(new Refusal(eligibility.refusalCode(),
				Map.of("text-ar", eligibility.refusalText().ar(), "text-en", eligibility.refusalText().en()), eligibility.legalBasis()));
	}

	/** An automation that ended joins the case's data under the step's name; one that reads evidence afresh reads the same books. */
	void answered(Step.Automated step, Act act, TrialState s) {
		Map<String, Object> known = new LinkedHashMap<>();
		if (procedure.evidence().stream().anyMatch(item -> item.id().equals(step.id()) && step.automation().equals(item.automation()))) {
			known.putAll(s.answers.getOrDefault(step.id(), NOTHING).values());
			known.putAll(act.outputs());
			s.answers.put(step.id(), new Answer(known, null));
		} else if (s.data.get(step.id()) instanceof Map<?, ?> before) {
			before.forEach((name, value) -> known.put(String.valueOf(name), value));
		}
		known.putAll(act.outputs());
		boolean answers = step.withinDays() == 0 || !act.outcome().equals("lapsed");
		if (answers || !known.isEmpty()) {
			s.data.put(step.id(), answers ? complete(step.automation(), known) : known);
		}
	}

	/** Where the case goes instead of a document, because the books say something else than those who decided had read; null for the document. */
	Elsewhere reread(Step.Automated issue, TrialState s) {
		Map<String, Object> before = new HashMap<>(s.data);
		Optional<Refusal> refused = fetch(s);
		String target = target(issue, s);
		if (refused.isPresent() && target == null) {
			return new Elsewhere(null, refused.get());
		}
		boolean differs = refused.isPresent()
				|| procedure.evidence().stream().anyMatch(item -> !reading(before.get(item.id())).equals(reading(s.data.get(item.id()))));
		boolean matters = refused.isPresent() || decided(s) || notEligible(s).isPresent();
		return new Elsewhere(differs && matters ? target : null, null);
	}

	record Elsewhere(@Nullable String target, @Nullable Refusal refusal) {
	}

	/** Null also when the review to go to has been visited as often as it may be. */
	private @Nullable String target(Step.Automated issue, TrialState s) {
		String target = issue.then().get(Step.Automated.CHANGED);
		boolean closed = target != null && procedure.steps().get(target) instanceof Step.Review review && review.atMost() > 0
				&& s.times(target) > review.atMost();
		return closed ? null : target;
	}

	/** An opinion counts only while it is the act itself, as in the engine: afterwards its consultation stands for it. */
	private boolean decided(TrialState s) {
		boolean now = s.acted != null && procedure.step(s.acted.step()) instanceof Step.Review;
		return now || s.stays.stream().filter(stay -> !stay.open()).map(stay -> procedure.steps().get(stay.step())).filter(Objects::nonNull)
				.anyMatch(Step.Review.class::isInstance);
	}

	private static Map<Object, Object> reading(@Nullable Object values) {
		Map<Object, Object> read = values instanceof Map<?, ?> map ? new HashMap<>(map) : new HashMap<>();
		read.remove(READ_AT);
		return read;
	}

	/** With every output of the automation's signature, so that formulas find what they are promised. */
	private Map<String, Object> complete(String automation, Map<String, Object> said) {
		Map<String, Object> values = new LinkedHashMap<>();
		Signature signature = signatures.get(automation);
		if (signature != null) {
			new java.util.TreeMap<>(signature.outputs()).forEach((name, type) -> values.put(name, nothing(type)));
		}
		values.putAll(said);
		return values;
	}

	private static Object nothing(String type) {
		return switch (type) {
			case "boolean" -> false;
			case "number" -> BigDecimal.ZERO;
			case "list" -> List.of();
			case "context" -> Map.of();
			default -> "";
		};
	}
}
