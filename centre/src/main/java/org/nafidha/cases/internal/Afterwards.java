package org.nafidha.cases.internal;

import org.nafidha.cases.StepEnded;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What a transition that is written sets going: listeners hear of it in this transaction, pending automations start once it is committed. */
@Component
record Afterwards(AutomationRunner runner, ApplicationEventPublisher events) {

	void of(Transition t) {
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
