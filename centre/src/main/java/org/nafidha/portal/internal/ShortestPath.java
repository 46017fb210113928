package org.nafidha.portal.internal;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Stream;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedure.End;
import org.nafidha.procedures.Step;

/**
 * The way through a procedure that ends well with the fewest officers, then the fewest steps: what a citizen meets when
 * nothing has to be looked into.
 */
final class ShortestPath {

	private static final int OFFICER = 1000;

	private ShortestPath() {
	}

	/** A way so far, newest step last, and where it leads. */
	private record Way(List<Step> steps, String to, int cost) {
	}

	/** From the start; empty if no way ends well, which no published procedure has. */
	static List<Step> of(Procedure procedure) {
		return from(procedure, procedure.start());
	}

	/** From a step of the procedure, which comes first in the answer. */
	static List<Step> from(Procedure procedure, String start) {
		PriorityQueue<Way> ways = new PriorityQueue<>(Comparator.comparingInt(Way::cost));
		ways.add(new Way(List.of(), start, 0));
		Set<String> seen = new HashSet<>();
		while (!ways.isEmpty()) {
			Way way = ways.remove();
			End end = procedure.ends().get(way.to());
			if (end != null && end.granted()) {
				return way.steps();
			}
			Step step = procedure.steps().get(way.to());
			if (step != null && seen.add(step.id())) {
				List<Step> further = Stream.concat(way.steps().stream(), Stream.of(step)).toList();
				int cost = way.cost() + (step instanceof Step.Review || step instanceof Step.Consultation ? OFFICER : 1);
				targets(step).forEach(to -> ways.add(new Way(further, to, cost)));
			}
		}
		return List.of();
	}

	private static Stream<String> targets(Step step) {
		return switch (step) {
			case Step.Review review -> review.outcomes().stream().filter(o -> !o.refusal()).map(Step.Outcome::to);
			case Step.Consultation consultation -> Stream.of(consultation.consent());
			case Step.Fetch fetch -> Stream.of(fetch.fetched());
			case Step.Wait wait -> wait.then().values().stream();
			case Step.Automated automated -> automated.then().values().stream();
			case Step.Choice choice -> Stream.concat(choice.branches().stream().map(Step.Choice.Branch::to), Stream.of(choice.otherwise()));
			case Step.Correction correction -> Stream.of(correction.corrected());
		};
	}
}
