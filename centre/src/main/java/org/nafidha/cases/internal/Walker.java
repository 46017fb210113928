package org.nafidha.cases.internal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nafidha.cases.CaseFile;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.platform.Writes;
import org.nafidha.tasks.Tasks;
import org.nafidha.tasks.Tasks.Drawn;
import org.nafidha.tasks.Tasks.Ending;
import org.nafidha.tasks.Tasks.Withdrawn;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Walk, write, then tell: what the acts of the engine have in common. */
@Component
record Walker(Walk walk, Tasks tasks, TransitionWriter writer, Afterwards afterwards, Reopening reopening, JdbcOperations db) {

	/** Refused as {@code task.not-yours} when the task that ends is somebody else's; otherwise the case as it stands after it. */
	Result<CaseFile> write(Transition t) {
		List<Drawn> drawn = t.openings.stream().map(Transition.Opening::task).filter(Objects::nonNull).toList();
		Writes writes = new Writes();
		CaseFile after = writer.write(t, tasks.turn(ending(t), withdrawn(t), drawn, writes), writes);
		Optional<Refusal> refusal = writes.send(db);
		if (refusal.isPresent()) {
			return refusal.get().asResult();
		}
		afterwards.of(t);
		return reopening.wanted(t).map(again -> open(again).map(opened -> after)).orElseGet(() -> Result.ok(after));
	}

	private Result<CaseFile> open(Reopening.Again again) {
		Refusal stopped = walk.from(again.at(), again.transition());
		return stopped == null ? write(again.transition()) : stopped.asResult();
	}

	/** What a clerk takes back for the applicant ends no task as that clerk's. */
	private static @Nullable Ending ending(Transition t) {
		Transition.Closing closing = t.closing;
		boolean decides = closing != null && !closing.outcome().equals(Transition.WITHDRAWN);
		return closing != null && decides && closing.visit().task() instanceof Long task && t.actor instanceof Actor.Officer(String officer)
				? new Ending(task, officer, closing.outcome())
				: null;
	}

	/** Tasks that end without their officer's decision. */
	private static List<Withdrawn> withdrawn(Transition t) {
		boolean decided = ending(t) != null;
		return t.closings().stream().skip(decided ? 1 : 0).filter(closing -> closing.visit().task() != null)
				.map(closing -> new Withdrawn(Objects.requireNonNull(closing.visit().task()), closing.outcome())).toList();
	}
}
