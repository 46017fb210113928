package org.nafidha.cases.internal;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.nafidha.cases.CaseFile;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Automation.Answer;
import org.nafidha.procedures.Procedures;
import org.nafidha.procedures.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Runs automations that come after the commit: at once, in the background, by whoever committed; and by a sweep, if that
 * node died. A claim is a time in the visit's row, so no two nodes run one automation at the same time, and a crash
 * only delays it by {@link #CLAIM}. Documents are made by few, since that costs processor; whoever asks others mostly waits for them, so that
 * many ask at once and a body that does not answer holds up neither another body nor a document.
 */
@Component
class AutomationRunner implements DisposableBean {

	private static final Logger LOG = LoggerFactory.getLogger(AutomationRunner.class);
	private static final Actor AUTOMATION = new Actor.System("automation");
	private static final Duration CLAIM = Duration.ofSeconds(60);
	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
	private static final Duration LAST_ONES = Duration.ofSeconds(5);
	private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
	private static final int MADE_AT_ONCE = 4;
	private static final int ASKED_AT_ONCE = 16;
	private static final int SWEPT_AT_ONCE = 50;

	private final JdbcClient db;
	private final CaseStore store;
	private final Procedures procedures;
	private final Automations automations;
	private final InstantSource clock;
	private final ObjectProvider<Moves> moves;
	private final ExecutorService making = Executors.newFixedThreadPool(MADE_AT_ONCE, Thread.ofPlatform().name("automation-", 1).factory());
	private final ExecutorService asking = Executors.newFixedThreadPool(ASKED_AT_ONCE, Thread.ofVirtual().name("asking-", 1).factory());

	/** An automation that is due, and the version of the procedure that says what it is. */
	private record Pending(VisitKey key, String procedure, int version) {
	}

	AutomationRunner(JdbcClient db, CaseStore store, Procedures procedures, Automations automations, InstantSource clock,
			ObjectProvider<Moves> moves) {
		this.db = db;
		this.store = store;
		this.procedures = procedures;
		this.automations = automations;
		this.clock = clock;
		this.moves = moves;
	}

	/** Runs what the case has pending, in the background. */
	void kick(String caseNumber) {
		try {
			asking.execute(() -> pending("v.case_number = ?", caseNumber).forEach(this::start));
		} catch (RejectedExecutionException stopping) {
			LOG.info("the centre is stopping: what {} has pending is left to the sweep of the next start", caseNumber);
		}
	}

	/** Runs what is due on any case: what a crash left behind, and what failed before. Returns when all of it has been tried, at the latest after {@link #CLAIM}. */
	void sweep() {
		CompletableFuture<?>[] started = pending("v.pending_at <= ? order by v.pending_at limit ?",
				Timestamp.from(clock.instant().minusSeconds(5)), SWEPT_AT_ONCE).stream().map(this::start).toArray(CompletableFuture[]::new);
		CompletableFuture.allOf(started).completeOnTimeout(null, CLAIM.toSeconds(), TimeUnit.SECONDS).join();
	}

	private CompletableFuture<Void> start(Pending pending) {
		try {
			return CompletableFuture.runAsync(() -> runClaimed(pending.key()), lane(pending));
		} catch (RejectedExecutionException stopping) {
			LOG.info("the centre is stopping: {} is left to the sweep of the next start", pending.key());
			return CompletableFuture.completedFuture(null);
		}
	}

	/** What cannot be told apart goes where it does no harm; running it says what is wrong with it. */
	private ExecutorService lane(Pending pending) {
		boolean document = procedures.version(pending.procedure(), pending.version()).map(procedure -> procedure.step(pending.key().step()))
				.filter(step -> step instanceof Step.Automated automated && automated.kind() == Step.Automated.Kind.ISSUE).isPresent();
		return document ? making : asking;
	}

	/** Waits until the case has nothing pending, or the time is over. */
	void await(String caseNumber, Duration atMost) {
		long end = System.nanoTime() + atMost.toNanos();
		while (!pending("v.case_number = ?", caseNumber).isEmpty() && System.nanoTime() < end) {
			try {
				TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				return;
			}
		}
	}

	private List<Pending> pending(String which, Object... values) {
		return db
				.sql("select v.case_number, v.step, v.visit, f.procedure, f.version from cases.visit v join cases.file f on f.number = v.case_number "
						+ "where v.pending_at is not null and " + which)
				.params(values)
				.query((row, n) -> new Pending(new VisitKey(row.getString(1), row.getString(2), row.getInt(3)), row.getString(4), row.getInt(5)))
				.list();
	}

	private void runClaimed(VisitKey key) {
		if (!claim(key)) {
			return;
		}
		try (var named = CaseLog.about(key.caseNumber())) {
			run(key);
		} catch (RuntimeException e) {
			LOG.error("the automation of {} failed and will be tried again", key, e);
			postpone(key);
		}
	}

	private void run(VisitKey key) {
		CaseFile file = store.find(key.caseNumber()).orElseThrow();
		var procedure = procedures.version(file.procedure(), file.version()).orElseThrow();
		Step.Automated step = (Step.Automated) Optional.ofNullable(procedure.step(key.step())).orElseThrow();
		Transition t = new Transition(procedure, file, AUTOMATION, clock.instant());
		Answer answer = automations.named(step.automation()).run(Walk.call(step, key.visit(), t));
		switch (answer) {
			case Answer.Done(String outcome, Map<String, Object> outputs) -> {
				if (moves.getObject().complete(key, outcome, outputs, AUTOMATION) instanceof Result.Refused<CaseFile>(var refusal)) {
					LOG.warn("the automation of {} is done, but the case did not move on: {}", key, refusal.code());
					postpone(key);
				}
			}
			case Answer.Waiting waiting -> release(key);
			case Answer.Refused(var refusal) -> {
				LOG.warn("the automation of {} was refused and will be tried again: {}", key, refusal.code());
				postpone(key);
			}
		}
	}

	private boolean claim(VisitKey key) {
		Instant now = clock.instant();
		return db.sql("""
				update cases.visit set pending_at = :until, attempts = attempts + 1
				where case_number = :number and step = :step and visit = :visit and pending_at <= :now and closed_at is null
				""").param("until", Timestamp.from(now.plus(CLAIM))).param("number", key.caseNumber()).param("step", key.step())
				.param("visit", key.visit()).param("now", Timestamp.from(now)).update() == 1;
	}

	/** The next try: about 2, 4, 8 … seconds later, at most {@link #LONGEST_PAUSE}; not all at the same moment when somebody is there again. */
	private void postpone(VisitKey key) {
		db.sql("""
				update cases.visit set pending_at = cast(:now as timestamptz)
				       + least(power(2, least(attempts, 20)) * interval '1 second', cast(:most as interval)) * (0.75 + random() / 4)
				where case_number = :number and step = :step and visit = :visit and pending_at is not null
				""")
				.param("now", Timestamp.from(clock.instant())).param("most", LONGEST_PAUSE.toSeconds() + " seconds")
				.param("number", key.caseNumber())
				.param("step", key.step()).param("visit", key.visit()).update();
	}

	private void release(VisitKey key) {
		db.sql("update cases.visit set pending_at = null where case_number = :number and step = :step and visit = :visit")
				.param("number", key.caseNumber()).param("step", key.step()).param("visit", key.visit()).update();
	}

	@Override
	public void destroy() throws InterruptedException {
		making.shutdown();
		asking.shutdown();
		for (ExecutorService lane : List.of(making, asking)) {
			if (!lane.awaitTermination(LAST_ONES.toMillis(), TimeUnit.MILLISECONDS)) {
				lane.shutdownNow();
			}
		}
	}
}
