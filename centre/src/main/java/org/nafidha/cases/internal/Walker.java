package org.nafidha.cases.internal;

import org.nafidha.cases.StepEnded;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Walk, write, then tell: what the acts of the engine have in common. */
@Component
record Walker(Walk walk, TransitionWriter writer, AutomationRunner runner, ApplicationEventPublisher events) {

	/** Tells listeners in this transaction that the step ended, and starts pending automations once it is committed. */
	void kickAfterCommit(Transition t) {
		if (t.closing != null) {
			events.publishEvent(new StepEnded(t.closing.visit().key(), t.closing.outcome()));
		}
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
