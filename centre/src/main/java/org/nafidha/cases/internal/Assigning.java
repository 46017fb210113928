package org.nafidha.cases.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nafidha.calendar.WorkingCalendar;
import org.nafidha.cases.Visit;
import org.nafidha.cases.internal.Transition.Opening;
import org.nafidha.identity.Officer;
import org.nafidha.identity.Staff;
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
	private final Staff staff;
	private final WorkingCalendar calendar;
	private final ZoneId zone;

	Assigning(Tasks tasks, Staff staff, WorkingCalendar calendar, CentreProperties centre) {
		this.tasks = tasks;
		this.staff = staff;
		this.calendar = calendar;
		this.zone = centre.zone();
	}

	/** Null when it is open, with its draw among the facts; the refusal when a case may not come to it so often. */
	@Nullable
	Refusal open(Step.Review review, Transition t) {
		int visit = t.nextVisit(review.id());
		if (review.atMost() > 0 && visit > review.atMost()) {
			return Refusal.of("step.too-often", "max", Integer.toString(review.atMost()));
		}
		Instant due = calendar.deadline(t.now.atZone(zone), review.deadlineDays(), t.procedure.owner()).end();
		NewTask task = new NewTask(t.before.number(), t.procedure.id(), review.id(), visit, review.role(), review.unit(), !review.needsIdentity(),
				due,
				t.before.personId(), excluded(review, t));
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

	/** Officers whom this step must not be drawn for: who did certain steps, and everybody in the unit of whoever did certain others. */
	private Set<String> excluded(Step.Review review, Transition t) {
		Set<String> officers = new HashSet<>(doneBy(review.notBy(), t));
		if (!review.by().differentUnit().isEmpty()) {
			List<String> units = doneBy(review.by().differentUnit(), t).stream().flatMap(id -> staff.byId(id).stream()).map(Officer::unit).toList();
			staff.withRole(review.role(), review.unit()).stream()
					.filter(officer -> units.stream().anyMatch(unit -> !Step.Assignment.differ(officer.unit(), unit))).map(Officer::id)
					.forEach(officers::add);
		}
		return officers;
	}

	/** Officers who did the steps: of every stay, also the one that ends now. */
	private static Set<String> doneBy(Set<String> steps, Transition t) {
		Set<String> officers = t.before.visits().stream().filter(visit -> steps.contains(visit.step())).map(Visit::closedBy)
				.filter(by -> by != null && by.startsWith("officer:")).map(by -> by.substring("officer:".length())).collect(Collectors.toSet());
		if (t.closing != null && steps.contains(t.closing.visit().step()) && t.actor.text().startsWith("officer:")) {
			officers.add(t.actor.text().substring("officer:".length()));
		}
		return officers;
	}
}
