package org.nafidha.cases.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Visit;
import org.nafidha.kernel.Actor;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Step;
import org.nafidha.tasks.Tasks.Drawn;

/** One transition while it is being worked out: what closes, what opens, what the case learns. Written all at once by {@link TransitionWriter}. */
final class Transition {

	/**
	 * @param task the officer's task, if the step is a human one
	 * @param pending an automation is to be run after the commit
	 */
	record Opening(String step, int visit, @Nullable Instant dueAt, @Nullable Drawn task, boolean pending, @Nullable String outcome) {
	}

	record Closing(Visit visit, String outcome, @Nullable String reason, @Nullable String message, @Nullable String note,
			@Nullable String requestKey) {
	}

	/** The outcome of a stay that was taken back, by the applicant or because nothing depends on it any more. */
	static final String WITHDRAWN = "withdrawn";

	final Procedure procedure;
	final CaseFile before;
	final Actor actor;
	final Instant now;
	final Map<String, Object> data;
	final List<Opening> openings = new ArrayList<>();
	final Map<String, Object> facts = new LinkedHashMap<>();
	/** Stays that end together with {@link #closing}: the consultation whose opinion it was, and whatever need not be done any more. */
	final List<Closing> aside = new ArrayList<>();
	@Nullable
	Closing closing;
	@Nullable
	String end;
	boolean dataChanged;
	/** Words on fields that are sent back with {@link #closing}. */
	Map<String, String> marks = Map.of();
	boolean clockStops;
	/** A refused case is taken up again; nothing closes. */
	boolean reopening;

	Transition(Procedure procedure, CaseFile before, Actor actor, Instant now) {
		this.procedure = procedure;
		this.before = before;
		this.actor = actor;
		this.now = now;
		this.data = new HashMap<>(before.data());
	}

	void learn(String name, Object value) {
		data.put(name, value);
		dataChanged = true;
	}

	/** What holds no longer. */
	void forget(String name) {
		dataChanged |= data.remove(name) != null;
	}

	/** The number of the next stay at a step, counting those of this transition. */
	int nextVisit(String step) {
		long stored = before.visits().stream().filter(visit -> visit.step().equals(step)).count();
		long opened = openings.stream().filter(opening -> opening.step().equals(step)).count();
		return Math.toIntExact(stored + opened + 1);
	}

	/** The same, for what may happen only so often: what was before a case was taken up again does not count. */
	int times(String step) {
		long opened = openings.stream().filter(opening -> opening.step().equals(step)).count();
		return Math.toIntExact((reopening ? 0 : before.times(step)) + opened + 1);
	}

	/** Of its entry in the journal. */
	String kind() {
		if (closing != null) {
			return "case.moved";
		}
		return reopening ? "case.reopened" : "case.opened";
	}

	Step stepOf(Visit visit) {
		Step step = procedure.step(visit.step());
		if (step == null) {
			throw new IllegalStateException(before.number() + " stands at the step " + visit.step() + ", which its version does not have");
		}
		return step;
	}

	/** Every stay that ends; the one that was acted upon first. */
	List<Closing> closings() {
		List<Closing> all = new ArrayList<>();
		if (closing != null) {
			all.add(closing);
		}
		all.addAll(aside);
		return all;
	}

	/** Ends a stay that nobody has to care for any more, together with {@link #closing}. */
	void takeBack(Visit visit) {
		aside.add(new Closing(visit, WITHDRAWN, null, null, null, null));
	}

	String key(String step, int visit) {
		return before.number() + "/" + step + "/" + visit;
	}
}
