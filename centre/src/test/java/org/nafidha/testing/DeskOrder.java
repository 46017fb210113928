package org.nafidha.testing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The order of the work on officers' desks, for tests that share their officers with others. */
@Component
public class DeskOrder {

	private final JdbcClient db;

	DeskOrder(JdbcClient db) {
		this.db = db;
	}

	/** The open task is due before all that its officer holds now, and comes next. */
	public void bringForward(long task) {
		db.sql("""
				update tasks.task set due_at = (select min(other.due_at) - interval '1 day' from tasks.task other
				                                 where other.officer = task.officer and other.closed_at is null)
				 where id = :task
				""").param("task", task).update();
	}
}
