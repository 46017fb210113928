package org.nafidha.cases.internal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.StepEnded;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.platform.Writes;
import org.nafidha.tasks.Tasks;
import org.nafidha.tasks.Tasks.Drawn;
import org.nafidha.tasks.Tasks.Ending;
import org.nafidha.tasks.Tasks.Withdrawn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Walk, write, then tell: what the acts of the engine have in common. */
@Component
record Walker(Walk walk, Tasks tasks, TransitionWriter writer, AutomationRunner runner, ApplicationEventPublisher events, JdbcOperations db) {

	/** Refused as {@code task.not-yours} when the task that ends is somebody else's; otherwise the case as it stands after it. */
	Result<CaseFile> write(Transition t) {
		List<Drawn> drawn = t.openings.stream().map(Transition.Opening::task).filter(Objects::nonNull).toList();
		Writes writes = new Writes();
		CaseFile after = writer.write(t, tasks.turn(ending(t), withdrawn(t), drawn, writes), writes);
		Optional<Refusal> refusal = writes.send(db);
		if (refusal.isPresent()) {
			return refusal.get().asResult();
		}
		kickAfterCommit(t);
		return Result.ok(after);
	}

	private static @Nullable Ending ending(Transition t) {
		Transition.Closing closing = t.closing;
		return closing != null && closing.visit().task() instanceof Long task && t.actor instanceof Actor.Officer(String officer)
				? new Ending(task, officer, closing.outcome())
				: null;
	}

	/** Tasks that end without their officer's decision. */
	private static List<Withdrawn> withdrawn(Transition t) {
		boolean decided = ending(t) != null;
		return t.closings().stream().skip(decided ? 1 : 0).filter(closing -> closing.visit().task() != null)
				.map(closing -> new Withdrawn(Objects.requireNonNull(closing.visit().task()), closing.outcome())).toList();
	}

	/** Tells listeners in this transaction that the step ended, and starts pending automations once it is committed. */
	private void kickAfterCommit(Transition t) {
		t.closings().forEach(closing -> events.publishEvent(new StepEnded(closing.visit().key(), closing.outcome())));
		if (t.openings.stream().anyMatch(Transition.Opening::pending)) {
			String number = t.before.number();
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
				@Override
				public void afterCommit() {
					runner.kick(number);
				}
			});
		}
	}
}
