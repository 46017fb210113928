package org.nafidha.journal.internal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Acts that this node has committed, by kind ({@code nafidha_acts_total{kind="case.opened"}}): cases opened and moved, payments,
 * documents issued. Kinds are words of the code, so there are a few dozen.
 */
@Component
class ActMetrics {

	private final MeterRegistry registry;
	private final Map<String, Counter> counters = new ConcurrentHashMap<>();

	ActMetrics(MeterRegistry registry) {
		this.registry = registry;
	}

	/** Counted when the transaction commits; not at all if it is rolled back. */
	void appended(String kind) {
		if (!TransactionSynchronizationManager.isSynchronizationActive()) {
			return;
		}
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				counters.computeIfAbsent(kind, ActMetrics.this::counter).increment();
			}
		});
	}

	private Counter counter(String kind) {
		return Counter.builder("nafidha.acts").description("acts entered into the journal by this node").tag("kind", kind).register(registry);
	}
}
