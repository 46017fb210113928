package org.nafidha.tasks.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tasks that are open, and those that nobody present may take, read from partial indexes when somebody asks. */
@Component
class TaskMetrics {

	TaskMetrics(JdbcClient db, MeterRegistry registry) {
		Gauge.builder("nafidha.tasks.open", () -> count(db, "closed_at is null")).description("tasks that officers have to do").register(registry);
		Gauge.builder("nafidha.tasks.waiting", () -> count(db, "closed_at is null and officer is null"))
				.description("tasks that wait for an eligible officer to be present").register(registry);
	}

	private static long count(JdbcClient db, String which) {
		return db.sql("select count(*) from tasks.task where " + which).query(Long.class).single();
	}
}
