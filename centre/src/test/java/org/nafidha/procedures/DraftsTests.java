package org.nafidha.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.nafidha.kernel.Result;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two engineers write drafts, and are kept from what would undo each other's work. */
@CentreTest
class DraftsTests extends TwoEngineers {

	@Autowired
	Procedures procedures;
	@Autowired
	ProcedureLoader loader;
	@Autowired
	ProcedureChecks checks;
	@Autowired
	TransactionTemplate transaction;
	@Autowired
	JdbcClient db;

	@Test
	void theSkeletonIsSoundFromTheStart() {
		Draft draft = drafts.startEmpty(ONE);
		assertThat(checks.check(draft.fileName(), draft.text())).filteredOn(finding -> finding.kind() != Finding.Kind.STAFFING).isEmpty();
		assertThat(draft.base()).isNull();
		assertThat(drafts.open()).contains(draft);
	}

	@Test
	void aDraftOfAPublishedVersionBringsTheNextNumberAndItsExamples() {
		int version = procedures.current("violations-statement").orElseThrow().version();
		Draft draft = drafts.start("violations-statement", version, ONE).orThrow();
		assertThat(((LoadedProcedure.Loaded) loader.load(draft.fileName(), draft.text())).procedure().version()).isEqualTo(version + 1);
		assertThat(drafts.examples(draft.id())).extracting(kept -> kept.example().name()).contains("nothing-recorded", "not-paid");
		assertThat(code(drafts.start("violations-statement", 9_000, ONE))).isEqualTo("procedure.unknown");
	}

	@Test
	void whoeverSavesOverSomebodyElsesTextIsToldAndBothTextsStay() {
		Draft draft = drafts.startEmpty(ONE);
		Draft mine = drafts.save(draft.id(), draft.revision(), draft.text() + "# mine\n", ONE).orThrow();
		Result<Draft> theirs = drafts.save(draft.id(), draft.revision(), draft.text() + "# theirs\n", OTHER);
		assertThat(refusal(theirs)).satisfies(refusal -> {
			assertThat(refusal.code()).isEqualTo("draft.overtaken");
			assertThat(refusal.values()).containsEntry("by", ONE.officerId()).containsEntry("revision", "2");
		});
		drafts.save(draft.id(), mine.revision(), draft.text() + "# theirs\n", OTHER).orThrow();
		assertThat(drafts.history(draft.id())).extracting(Drafts.Saved::by).containsExactly(OTHER.officerId(), ONE.officerId(), ONE.officerId());
		assertThat(drafts.text(draft.id(), 2)).contains(draft.text() + "# mine\n");
		assertThat(drafts.save(draft.id(), 1, draft.text() + "# theirs\n", OTHER).orThrow().revision()).as("the same text again changes nothing")
				.isEqualTo(3);
	}

	@Test
	void whoeverSavesAtTheSameMomentIsToldWhoWasFirst() throws Exception {
		Draft draft = drafts.startEmpty(ONE);
		try (ExecutorService others = Executors.newSingleThreadExecutor()) {
			Future<Result<Draft>> theirs = Objects.requireNonNull(transaction.execute(status -> {
				drafts.save(draft.id(), 1, draft.text() + "# mine\n", ONE).orThrow();
				Future<Result<Draft>> waiting = others.submit(() -> drafts.save(draft.id(), 1, draft.text() + "# theirs\n", OTHER));
				await().atMost(Duration.ofSeconds(20)).until(this::somebodyWaitsForALock);
				return waiting;
			}));
			assertThat(refusal(theirs.get())).satisfies(refusal -> {
				assertThat(refusal.code()).isEqualTo("draft.overtaken");
				assertThat(refusal.values()).containsEntry("by", ONE.officerId());
			});
		}
	}

	private boolean somebodyWaitsForALock() {
		return db.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%procedures.draft%'").query(Long.class)
				.single() > 0;
	}

	@Test
	void whatBrowsersMakeOfLineEndsIsTakenBack() {
		Draft draft = drafts.startEmpty(ONE);
		assertThat(drafts.save(draft.id(), 1, draft.text().replace("\n", "\r\n"), ONE).orThrow()).isEqualTo(draft);
	}
}
