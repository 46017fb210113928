package org.nafidha.cases.internal;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.nafidha.cases.CaseFile;
import org.nafidha.journal.Act;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.procedures.Procedures;
import org.nafidha.procedures.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What happens because a date has passed, by a sweep over an index, not by a timer for each case: payments and corrections
 * lapse; a review that is late is marked and journalled, and stays the officer's.
 */
@Component
class Deadlines {

	private static final Actor DEADLINES = new Actor.System("deadlines");
	private static final int SWEPT_AT_ONCE = 100;

	private final JdbcClient db;
	private final CaseStore store;
	private final Procedures procedures;
	private final Moves moves;
	private final Journal journal;
	private final InstantSource clock;

	Deadlines(JdbcClient db, CaseStore store, Procedures procedures, Moves moves, Journal journal, InstantSource clock) {
		this.db = db;
		this.store = store;
		this.procedures = procedures;
		this.moves = moves;
		this.journal = journal;
		this.clock = clock;
	}

	/** Handles at most {@value #SWEPT_AT_ONCE} passed dates; returns how many. */
	int sweep(TransactionTemplate transaction) {
		List<VisitKey> late = db.sql("""
				select case_number, step, visit from cases.visit
				where closed_at is null and due_at is not null and not overdue and due_at < :now order by due_at limit :limit
				""").param("now", Timestamp.from(clock.instant())).param("limit", SWEPT_AT_ONCE)
				.query((row, n) -> new VisitKey(row.getString(1), row.getString(2), row.getInt(3))).list();
		for (VisitKey key : late) {
			CaseFile file = store.find(key.caseNumber()).orElseThrow();
			Step step = procedures.version(file.procedure(), file.version()).orElseThrow().steps().get(key.step());
			if (step instanceof Step.Review) {
				transaction.executeWithoutResult(status -> markOverdue(key));
			} else {
				moves.complete(key, "lapsed", Map.of(), DEADLINES);
			}
		}
		return late.size();
	}

	private void markOverdue(VisitKey key) {
		int marked = db.sql("""
				update cases.visit set overdue = true
				where case_number = :number and step = :step and visit = :visit and closed_at is null and not overdue
				""").param("number", key.caseNumber()).param("step", key.step()).param("visit", key.visit()).update();
		if (marked == 1) {
			journal.append(new Act("case.overdue", key.caseNumber(), DEADLINES, Map.of("step", key.step(), "visit", key.visit())));
		}
	}

	@Component
	static class Jobs {

		@Bean
		Task<Void> deadlinesJob(Deadlines deadlines, TransactionTemplate transaction) {
			return Tasks.recurring("cases-deadlines", FixedDelay.of(Duration.ofSeconds(30)))
					.execute((instance, context) -> deadlines.sweep(transaction));
		}

		@Bean
		Task<Void> automationsJob(AutomationRunner runner) {
			return Tasks.recurring("cases-automations", FixedDelay.of(Duration.ofSeconds(5))).execute((instance, context) -> runner.sweep());
		}
	}
}
