package org.nafidha.procedures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nafidha.procedures.Procedure.Channel;

/**
 * An invented case: what is asked for, what look-ups answer, and what everybody then does, one act after the other.
 *
 * @param opened the day on which it is opened
 * @param inputs values as the engine reads them from what was typed: texts, numbers, and dates as {@code 2026-03-14}
 * @param evidence what the look-ups of the evidence answer, by id; whatever is not said is taken as nothing: no, 0, an empty text
 */
public record Scenario(LocalDate opened, Channel channel, boolean actsForAnother, Map<String, Object> inputs, Map<String, Answer> evidence,
		List<Act> acts) {

	public Scenario {
		inputs = copy(inputs);
		evidence = copy(evidence);
		acts = List.copyOf(acts);
	}

	/** What a look-up answers: values, or the code of its refusal. */
	public record Answer(Map<String, Object> values, @Nullable String refused) {

		public Answer {
			values = copy(values);
		}
	}

	/**
	 * Somebody or something ends the stay at a step.
	 *
	 * @param at id of the step, of an opinion ({@code ask.old-city}); empty when the applicant takes the application back, and when an appeal is upheld
	 * @param reason of an officer's decision; null for none
	 * @param inputs all answers after a correction
	 * @param papers whether a correction brings a paper
	 * @param outputs what an automation answers
	 * @param evidence what look-ups answer from now on, because the books changed meanwhile
	 * @param on the day on which it happens; null: the same day as what came before
	 */
	public record Act(String at, String outcome, @Nullable String reason, Map<String, Object> inputs, boolean papers, Map<String, Object> outputs,
			Map<String, Answer> evidence, @Nullable LocalDate on) {

		/** The outcome when the applicant takes the application back. */
		public static final String WITHDRAWN = "withdrawn";
		/** The outcome when an appeal against the refusal was upheld and the case is taken up again. */
		public static final String UPHELD = "upheld";
		/** The reason when a deadline passed and silence counts as the outcome. */
		public static final String DEEMED = "deemed";

		public Act {
			inputs = copy(inputs);
			outputs = copy(outputs);
			evidence = copy(evidence);
		}

		/** Whether the refused case is taken up again. */
		public boolean upheld() {
			return at.isEmpty() && outcome.equals(UPHELD);
		}

		/** Nothing but the outcome. */
		public static Act of(String at, String outcome) {
			return new Act(at, outcome, null, Map.of(), false, Map.of(), Map.of(), null);
		}
	}

	public Scenario and(Act act) {
		List<Act> more = new ArrayList<>(acts);
		more.add(act);
		return with(more);
	}

	/** The same case, up to its last act but one. */
	public Scenario withoutLast() {
		return with(acts.subList(0, Math.max(0, acts.size() - 1)));
	}

	public Scenario with(List<Act> others) {
		return new Scenario(opened, channel, actsForAnother, inputs, evidence, others);
	}

	private static <V> Map<String, V> copy(Map<String, V> map) {
		return java.util.Collections.unmodifiableMap(new LinkedHashMap<>(map));
	}
}
