package org.nafidha.cases.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.nafidha.cases.Visit;
import org.nafidha.cases.internal.Transition.Closing;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Step.Fetch;

/** What an answer means for the step that asks several holders at once. */
final class Fetches {

	private Fetches() {
	}

	/** The fetch that a step is, or is an item of. */
	static Optional<Fetch> of(Procedure procedure, String step) {
		int dot = step.indexOf('.');
		return procedure.steps().get(dot < 0 ? step : step.substring(0, dot)) instanceof Fetch fetch ? Optional.of(fetch) : Optional.empty();
	}

	/**
	 * Where the case goes on after {@code t.closing}, which is an answer or, when the term is over, the fetch's own stay; empty while others
	 * must still answer: then the clock goes on standing still. What nobody has given by the end of the term is no longer asked for.
	 */
	static Optional<String> after(Transition t, Fetch fetch, Map<String, Object> outputs) {
		Closing closing = Objects.requireNonNull(t.closing);
		Optional<Fetch.Item> item = fetch.item(closing.visit().step());
		item.ifPresent(answered -> learn(t, answered, closing.outcome(), outputs));
		Visit own = item.isEmpty() ? closing.visit() : t.before.openVisit(fetch.id()).orElseThrow();
		List<Visit> others = t.before.visits().stream().filter(visit -> fetch.item(visit.step()).isPresent())
				.filter(visit -> Objects.equals(visit.entry(), own.entry()) && !visit.key().equals(closing.visit().key())).toList();
		if (item.isPresent() && others.stream().anyMatch(Visit::open)) {
			t.clockStops = true;
			return Optional.empty();
		}
		others.stream().filter(Visit::open).forEach(t::takeBack);
		boolean all = item.isPresent() && closing.outcome().equals(Fetch.ANSWERED)
				&& others.stream().allMatch(visit -> Fetch.ANSWERED.equals(visit.outcome()));
		String outcome = all ? Fetch.FETCHED : Fetch.MISSING;
		if (item.isPresent()) {
			t.aside.add(new Closing(own, outcome, null, null, null, null));
		}
		return Optional.of(fetch.target(outcome));
	}

	private static void learn(Transition t, Fetch.Item item, String outcome, Map<String, Object> outputs) {
		if (outcome.equals(Fetch.ANSWERED)) {
			t.learn(item.evidence(), outputs);
		} else {
			t.forget(item.evidence());
		}
	}
}
