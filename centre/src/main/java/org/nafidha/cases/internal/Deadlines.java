package org.nafidha.cases.internal;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.nafidha.cases.CaseFile;
import org.nafidha.journal.Act;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Procedures;
import org.nafidha.procedures.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What happens because a date has passed, by a sweep over an index, not by a timer for each case: payments and corrections
 * lapse, waits are over; a review that is late is marked and journalled and stays the officer's, unless its procedure counts silence as an
 * answer.
 */
@Component
class Deadlines {

	private static final Actor DEADLINES = new Actor.System("deadlines");
	private static final int SWEPT_AT_ONCE = 100;
	private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);
	private static final Late FIRST = new Late(new VisitKey("", "", 0), Instant.EPOCH);

	private record Late(VisitKey key, Instant dueAt) {
	}

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

	/** Handles every passed date; one that cannot be handled stays for the next sweep and holds up no other. Returns how many were. */
	int sweep(TransactionTemplate transaction) {
		int handled = 0;
		Late after = FIRST;
		List<Late> page;
		do {
			page = late(after);
			for (Late one : page) {
				handled += handled(one.key, transaction) ? 1 : 0;
				after = one;
			}
		} while (page.size() == SWEPT_AT_ONCE);
		return handled;
	}

	private List<Late> late(Late after) {
		return db.sql("""
				select case_number, step, visit, due_at from cases.visit
				where closed_at is null and due_at is not null and not overdue and due_at < :now
				  and (due_at, case_number, step, visit) > (cast(:after as timestamptz), :number, :step, :visit)
				order by due_at, case_number, step, visit limit :limit
				""").param("now", Timestamp.from(clock.instant())).param("after", Timestamp.from(after.dueAt)).param("number", after.key.caseNumber())
				.param("step", after.key.step()).param("visit", after.key.visit()).param("limit", SWEPT_AT_ONCE)
				.query((row, n) -> new Late(new VisitKey(row.getString(1), row.getString(2), row.getInt(3)), row.getTimestamp(4).toInstant())).list();
	}

	private boolean handled(VisitKey key, TransactionTemplate transaction) {
		try (var named = CaseLog.about(key.caseNumber())) {
			CaseFile file = store.find(key.caseNumber()).orElseThrow();
			Step step = procedures.version(file.procedure(), file.version()).orElseThrow().step(key.step());
			if (step instanceof Step.Review review && review.deemed() == null) {
				transaction.executeWithoutResult(status -> markOverdue(key));
				return true;
			}
			Result<CaseFile> moved = switch (step) {
				case Step.Review review -> moves.deem(key, DEADLINES);
				case Step.Wait wait -> moves.complete(key, wait.until() == null ? Step.Wait.LAPSED : Step.Wait.OVER, Map.of(), DEADLINES);
				case null, default -> moves.complete(key, "lapsed", Map.of(), DEADLINES);
			};
			if (moved instanceof Result.Refused<CaseFile>(Refusal refusal)) {
				LOG.warn("the date of {} has passed, but it did not move on: {}", key, refusal.code());
				return false;
			}
			return true;
		} catch (RuntimeException e) {
			LOG.error("the date of {} has passed, and nothing could be done about it; the next sweep tries again", key, e);
			return false;
		}
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
