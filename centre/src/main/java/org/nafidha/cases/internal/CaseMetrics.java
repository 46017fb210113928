package org.nafidha.cases.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the engine has still to do, read from its partial indexes when somebody asks. */
@Component
class CaseMetrics {

	/** Tries after which an automation counts as failing: one may fail by chance. */
	static final int FAILING = 3;

	CaseMetrics(JdbcClient db, MeterRegistry registry) {
		Gauge.builder("nafidha.automations.pending", () -> count(db, 0)).description("automations that have still to run").register(registry);
		Gauge.builder("nafidha.automations.failing", () -> count(db, FAILING))
				.description("automations tried three times or more, and still not done")
				.register(registry);
	}

	private static long count(JdbcClient db, int tries) {
		return db.sql("select count(*) from cases.visit where pending_at is not null and attempts >= ?").param(tries).query(Long.class).single();
	}
}
