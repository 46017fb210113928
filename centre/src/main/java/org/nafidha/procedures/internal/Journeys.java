package org.nafidha.procedures.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.nafidha.procedures.Step;
import org.nafidha.procedures.internal.Flow.Edge;

/**
 * Every journey that a case can make: a state is where the case is and how often it has been at each step that counts its
 * visits. A review that was visited as often as it may be is closed, a correction then lapses at once, as the engine does it.
 */
final class Journeys {

	/** A definition with more states than this cannot be overseen by anybody. */
	private static final int MOST_STATES = 100_000;

	/** How a journey goes on. @param shown the edge as written; @param to where it ends up */
	record Move(Edge shown, State to) {
	}

	record State(String at, Map<String, Integer> visits) {
	}

	/** What was found; at most one of the first three is set. */
	record Survey(@Nullable List<Edge> loop, @Nullable List<Edge> stuck, boolean tooMany) {
	}

	/** Thrown on the way out of a deep search; never leaves this class. */
	private static final class Ended extends RuntimeException {
		private static final long serialVersionUID = 1;
		private final transient Survey survey;

		Ended(Survey survey) {
			super(null, null, false, false);
			this.survey = survey;
		}
	}

	private final Flow flow;
	private final Map<State, List<Move>> moves = new HashMap<>();

	Journeys(Flow flow) {
		this.flow = flow;
	}

	State start() {
		return enter(flow.procedure().start(), Map.of());
	}

	/** Looks at every journey: whether one never ends, or comes to a step that it can neither leave nor finish. */
	Survey survey() {
		try {
			walk(start(), new LinkedHashSet<>(), new ArrayList<>());
			return new Survey(null, null, false);
		} catch (Ended ended) {
			return ended.survey;
		}
	}

	private void walk(State state, Set<State> onTheWay, List<Edge> way) {
		if (moves.containsKey(state) || isEnd(state)) {
			return;
		}
		if (moves.size() + onTheWay.size() > MOST_STATES) {
			throw new Ended(new Survey(null, null, true));
		}
		onTheWay.add(state);
		List<Move> next = movesFrom(state);
		blocked(state).ifPresent(way::add);
		if (next.isEmpty() || blocked(state).isPresent()) {
			throw new Ended(new Survey(null, List.copyOf(way), false));
		}
		for (Move move : next) {
			way.add(move.shown());
			if (onTheWay.contains(move.to())) {
				throw new Ended(new Survey(loop(way, move.to().at()), null, false));
			}
			walk(move.to(), onTheWay, way);
			way.removeLast();
		}
		onTheWay.remove(state);
		moves.put(state, next);
	}

	/** The last part of the way, from the step to which it came back. */
	private static List<Edge> loop(List<Edge> way, String backAt) {
		int from = way.size() - 1;
		while (from > 0 && !way.get(from).from().equals(backAt)) {
			from--;
		}
		return List.copyOf(way.subList(from, way.size()));
	}

	/** The journey that weighs most; only after a survey that found nothing. */
	List<Edge> heaviest(ToIntFunction<Edge> weight) {
		Map<State, Integer> best = new HashMap<>();
		List<Edge> way = new ArrayList<>();
		State at = start();
		weigh(at, weight, best);
		while (!isEnd(at)) {
			Move chosen = null;
			for (Move move : movesOf(at)) {
				int value = weight.applyAsInt(move.shown()) + weigh(move.to(), weight, best);
				if (chosen == null || value > weight.applyAsInt(chosen.shown()) + weigh(chosen.to(), weight, best)) {
					chosen = move;
				}
			}
			if (chosen == null) {
				throw new IllegalStateException("the journey is stuck at " + at.at());
			}
			way.add(chosen.shown());
			at = chosen.to();
		}
		return way;
	}

	private int weigh(State state, ToIntFunction<Edge> weight, Map<State, Integer> best) {
		if (isEnd(state)) {
			return 0;
		}
		Integer known = best.get(state);
		if (known != null) {
			return known;
		}
		int most = 0;
		for (Move move : movesOf(state)) {
			most = Math.max(most, weight.applyAsInt(move.shown()) + weigh(move.to(), weight, best));
		}
		best.put(state, most);
		return most;
	}

	/** How often a case can come to the step at most. */
	int mostVisits(String step) {
		return (int) heaviest(edge -> edge.from().equals(step) ? 1 : 0).stream().filter(edge -> edge.from().equals(step)).count();
	}

	private List<Move> movesOf(State state) {
		List<Move> known = moves.get(state);
		return known == null ? movesFrom(state) : known;
	}

	private List<Move> movesFrom(State state) {
		List<Move> next = new ArrayList<>();
		for (Edge edge : flow.from(state.at())) {
			State to = arrive(edge.to(), state.visits());
			if (to != null) {
				next.add(new Move(edge, to));
			}
		}
		return next;
	}

	/**
	 * An outcome that leads to a review which is closed by now. An officer can take another one; formulas, machines, dates and the sum of
	 * opinions cannot. The document that books changed for is made all the same, as the engine does it.
	 */
	private Optional<Edge> blocked(State state) {
		if (flow.procedure().steps().get(state.at()) instanceof Step.Review) {
			return Optional.empty();
		}
		return flow.from(state.at()).stream().filter(edge -> !edge.outcome().equals(Step.Automated.CHANGED))
				.filter(edge -> arrive(edge.to(), state.visits()) == null).findFirst();
	}

	private @Nullable State arrive(String node, Map<String, Integer> visits) {
		String at = node;
		for (int hops = 0; hops <= flow.procedure().steps().size(); hops++) {
			Step step = flow.procedure().steps().get(at);
			boolean full = step != null && limit(step) > 0 && visits.getOrDefault(at, 0) >= limit(step);
			if (!full) {
				return enter(at, visits);
			}
			if (!(step instanceof Step.Correction correction)) {
				return null;
			}
			at = correction.lapsed();
		}
		return null;
	}

	private State enter(String node, Map<String, Integer> visits) {
		Step step = flow.procedure().steps().get(node);
		if (step == null || limit(step) == 0) {
			return new State(node, visits);
		}
		Map<String, Integer> more = new TreeMap<>(visits);
		more.merge(node, 1, Integer::sum);
		return new State(node, more);
	}

	private static int limit(Step step) {
		return switch (step) {
			case Step.Review review -> review.atMost();
			case Step.Correction correction -> correction.atMost();
			default -> 0;
		};
	}

	private boolean isEnd(State state) {
		return flow.procedure().ends().containsKey(state.at());
	}
}
