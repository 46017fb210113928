package org.nafidha.procedures.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nafidha.procedures.Scenario.Answer;
import org.nafidha.procedures.Trial;
import org.nafidha.procedures.Trial.Charged;
import org.nafidha.procedures.Trial.Stay;

/** Where an invented case is. Each act works on a copy, so that a refused one leaves nothing behind. */
final class TrialState {

	final Map<String, Object> data;
	final Map<String, Answer> answers;
	final List<Stay> stays;
	final List<String> way;
	final List<Charged> fees;
	LocalDate today;
	/** From here counts the statutory term, and what may happen only so often: the opening, or when an upheld appeal took the case up again. */
	LocalDate counted;
	int uncounted;
	int taken;
	/** The stay that the present act ends; null at the opening. */
	@Nullable
	Stay acted;
	@Nullable
	String end;

	TrialState(LocalDate today) {
		this(new HashMap<>(), new HashMap<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), today);
	}

	private TrialState(Map<String, Object> data, Map<String, Answer> answers, List<Stay> stays, List<String> way, List<Charged> fees,
			LocalDate today) {
		this.data = data;
		this.answers = answers;
		this.stays = stays;
		this.way = way;
		this.fees = fees;
		this.today = today;
		this.counted = today;
	}

	/** For the next act. */
	TrialState next() {
		TrialState next = new TrialState(new HashMap<>(data), new HashMap<>(answers), new ArrayList<>(stays), new ArrayList<>(way),
				new ArrayList<>(fees), today);
		next.taken = taken + 1;
		next.counted = counted;
		next.uncounted = uncounted;
		next.end = end;
		return next;
	}

	int nextVisit(String step) {
		return Math.toIntExact(stays.stream().filter(stay -> stay.step().equals(step)).count()) + 1;
	}

	/** The same, for what may happen only so often: stays before an upheld appeal do not count. */
	int times(String step) {
		return Math.toIntExact(stays.stream().skip(uncounted).filter(stay -> stay.step().equals(step)).count()) + 1;
	}

	/** The case is decided anew: what was so far stays in the file and counts no more. */
	void takeUpAgain() {
		end = null;
		counted = today;
		uncounted = stays.size();
		way.add(Trial.UPHELD);
	}

	List<Stay> open() {
		return stays.stream().filter(Stay::open).toList();
	}

	Optional<Stay> openAt(String step) {
		return stays.stream().filter(stay -> stay.open() && stay.step().equals(step)).findFirst();
	}

	/** @param outcome of a stay that ends as soon as it begins; null for one that stays open */
	void enter(String step, @Nullable LocalDate due, @Nullable String outcome) {
		stays.add(new Stay(step, nextVisit(step), today, due, outcome, null, taken, outcome == null ? -1 : taken));
		if (outcome != null) {
			way.add(step + ":" + outcome);
		}
	}

	void close(Stay stay, String outcome, @Nullable String reason) {
		stays.set(stays.indexOf(stay), new Stay(stay.step(), stay.visit(), stay.since(), stay.due(), outcome, reason, stay.opened(), taken));
		way.add(stay.step() + ":" + outcome);
	}
}
