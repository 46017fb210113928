package org.nafidha.cases.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nafidha.calendar.WorkingCalendar;
import org.nafidha.cases.internal.Transition.Opening;
import org.nafidha.kernel.Refusal;
import org.nafidha.platform.CentreProperties;
import org.nafidha.procedures.Step;
import org.nafidha.tasks.Draw;
import org.nafidha.tasks.NewTask;
import org.nafidha.tasks.Tasks;
import org.springframework.stereotype.Component;

/** Opens human steps: until when, and by whom. */
@Component
class Assigning {

	private final Tasks tasks;
	private final Exclusions exclusions;
	private final WorkingCalendar calendar;
	private final ZoneId zone;

	Assigning(Tasks tasks, Exclusions exclusions, WorkingCalendar calendar, CentreProperties centre) {
		this.tasks = tasks;
		this.exclusions = exclusions;
		this.calendar = calendar;
		this.zone = centre.zone();
	}

	/** Null when it is open, with its draw among the facts; the refusal when a case may not come to it so often. */
	@Nullable
	Refusal open(Step.Review review, Transition t) {
		int visit = t.nextVisit(review.id());
		if (review.atMost() > 0 && t.times(review.id()) > review.atMost()) {
			return Refusal.of("step.too-often", "max", Integer.toString(review.atMost()));
		}
		Instant due = calendar.deadline(t.now.atZone(zone), review.deadlineDays(), t.procedure.owner()).end();
		NewTask task = new NewTask(t.before.number(), t.procedure.id(), review.id(), visit, review.role(), review.unit(), !review.needsIdentity(),
				due,
				t.before.personId(), exclusions.of(review, t));
		Draw draw = tasks.draw(task, t.closing == null ? null : t.closing.visit().task());
		t.openings.add(new Opening(review.id(), visit, due, new Tasks.Drawn(task, draw), false, null));
		told(review, draw, t);
		return null;
	}

	/** A draw of its own, or one among those of a consultation. */
	private static void told(Step.Review review, Draw draw, Transition t) {
		if (!review.id().contains(".")) {
			t.facts.put("draw", draw.facts());
			return;
		}
		Map<String, Object> draws = new LinkedHashMap<>();
		if (t.facts.get("draws") instanceof Map<?, ?> before) {
			before.forEach((step, facts) -> draws.put(String.valueOf(step), facts));
		}
		draws.put(review.id(), draw.facts());
		t.facts.put("draws", draws);
	}
}
