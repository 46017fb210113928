package org.nafidha.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nafidha.journal.EntryId;
import org.nafidha.journal.internal.Sequencer.Pass;
import org.nafidha.platform.CentreProperties;
import org.nafidha.platform.Secrets;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** Order and completeness, pass by pass, with the centre's own sequencer stopped. */
@CentreTest
@Import(JournalFixture.class)
class SequencerTests {

	@Autowired
	JournalFixture journal;
	@Autowired
	JournalThreads threads;

	private final String subject = "sequence-" + UUID.randomUUID();

	@BeforeEach
	void stopTheCentresOwn() {
		threads.stop();
		drain(journal.node(10_000));
	}

	@AfterEach
	void startItAgain() {
		try {
			journal.verifyAll();
		} finally {
			threads.start();
		}
	}

	@Test
	void aPassPlacesWhatIsCommittedAndTheNextOneFindsNothing() {
		EntryId first = journal.append(subject);
		EntryId second = journal.append(subject);
		assertThat(journal.journal().receipt(first)).isEmpty();
		Sequencer node = journal.node(100);
		assertThat(node.pass()).isEqualTo(new Pass.Done(2, false));
		assertThat(node.pass()).isEqualTo(new Pass.Done(0, false));
		assertThat(journal.positions(subject)).hasSize(2).isSorted();
		journal.verify(journal.journal().receipt(first).orElseThrow());
		journal.verify(journal.journal().receipt(second).orElseThrow());
	}

	@Test
	void aTransactionThatStaysOpenDelaysItsOwnEntriesOnly() {
		TransactionStatus open = begin();
		EntryId late = journal.journal().append(JournalFixture.act(subject, 1));
		Sequencer node = journal.node(100);
		List<EntryId> others = inAnotherThread(() -> List.of(journal.append(subject), journal.append(subject)));
		assertThat(inAnotherThread(node::pass)).isEqualTo(new Pass.Done(2, false));
		assertThat(inAnotherThread(node::pass)).isEqualTo(new Pass.Done(0, false));
		assertThat(inAnotherThread(() -> journal.journal().receipt(others.getLast()))).isPresent();
		journal.transaction().getTransactionManager().commit(open);
		assertThat(node.pass()).isEqualTo(new Pass.Done(1, false));
		assertThat(journal.journal().about(subject)).extracting(e -> e.id()).containsExactly(others.get(0), others.get(1), late);
	}

	@Test
	void smallBatchesKeepTransactionsWholeAndMissNobodyWhoWasStillRunning() {
		TransactionStatus open = begin();
		journal.journal().append(JournalFixture.act(subject, 0));
		inAnotherThread(() -> {
			for (int t = 0; t < 7; t++) {
				journal.transaction()
						.executeWithoutResult(s -> IntStream.range(0, 10).forEach(i -> journal.journal().append(JournalFixture.act(subject, i))));
			}
			return null;
		});
		Sequencer node = journal.node(15);
		// 15 fall within the second transaction: its other five come along
		assertThat(inAnotherThread(node::pass)).isEqualTo(new Pass.Done(20, true));
		journal.transaction().getTransactionManager().commit(open);
		assertThat(node.pass()).isEqualTo(new Pass.Done(21, true));
		assertThat(node.pass()).isEqualTo(new Pass.Done(20, true));
		assertThat(node.pass()).isEqualTo(new Pass.Done(10, false));
		assertThat(journal.positions(subject)).hasSize(71).doesNotHaveDuplicates();
	}

	@Test
	void whileOneNodeIsAtItAnotherPasses() throws Exception {
		journal.append(subject);
		try (Connection another = journal.pool().getConnection(); Statement s = another.createStatement()) {
			another.setAutoCommit(false);
			s.execute("select pg_advisory_xact_lock(" + 0x6a6f75726e616cL + ")");
			assertThat(journal.node(100).pass()).isEqualTo(new Pass.Elsewhere());
			another.rollback();
		}
		assertThat(journal.node(100).pass()).isEqualTo(new Pass.Done(1, false));
	}

	@Test
	void nodesTakeTurnsWithoutKnowingOfEachOther() {
		Sequencer one = journal.node(1_000);
		Sequencer two = journal.node(1_000);
		for (int round = 0; round < 20; round++) {
			int entries = 1 + round * 7;
			journal.transaction()
					.executeWithoutResult(t -> IntStream.range(0, entries).forEach(i -> journal.journal().append(JournalFixture.act(subject, i))));
			assertThat((round % 3 == 0 ? one : two).pass()).isEqualTo(new Pass.Done(entries, false));
		}
	}

	@Test
	void aBatchThatFailsLeavesNothingAndIsDoneAgain() throws Exception {
		long size = size();
		journal.append(subject);
		journal.asOwner("revoke insert on journal.checkpoint from nafidha_app");
		Sequencer node = journal.node(100);
		try {
			assertThatThrownBy(node::pass).hasMessageContaining("checkpoint");
			assertThat(size()).isEqualTo(size);
		} finally {
			journal.asOwner("grant insert on journal.checkpoint to nafidha_app");
		}
		assertThat(node.pass()).isEqualTo(new Pass.Done(1, false));
	}

	@Test
	void underAnotherKeyNothingIsSigned(@TempDir Path home) {
		journal.append(subject);
		CentreProperties centre = new CentreProperties(home, ZoneId.of("Asia/Damascus"), true, "http://localhost", "aleppo");
		SigningKey other = new SigningKey(centre, new Secrets(centre), new JournalSettings(Duration.ofMillis(10), 100, null, null));
		Sequencer stranger = new Sequencer(journal.db(), journal.transaction(), journal.tables(), other,
				new JournalSettings(Duration.ofMillis(10), 100, null, null), journal.clock());
		assertThatThrownBy(stranger::pass).hasMessageContaining("nafidha.journal.previous-key");
		assertThat(journal.positionsOrNone(subject)).isEmpty();
		assertThat(journal.node(100).pass()).isEqualTo(new Pass.Done(1, false));
	}

	/** As after pg_restore into a fresh cluster: old entries carry transaction ids that are still to come here. */
	@Test
	void aRestoredDatabaseGoesOnInANewEra() throws Exception {
		EntryId left = journal.append(subject);
		journal.asOwner("update journal.entry set xid = '900000000000' where id = " + left.value(), "update journal.era set system_identifier = 1");
		int before = era();
		journal.asOwner(new ClassPathResource("db/journal/afterMigrate.sql").getContentAsString(StandardCharsets.UTF_8));
		assertThat(era()).isEqualTo(before + 1);
		EntryId fresh = journal.append(subject);
		Sequencer node = journal.node(100);
		assertThat(node.pass()).isEqualTo(new Pass.Done(1, true));
		assertThat(node.pass()).isEqualTo(new Pass.Done(1, false));
		assertThat(journal.journal().about(subject)).extracting(e -> e.id()).containsExactly(left, fresh);
		journal.append(subject);
		assertThat(journal.node(100).pass()).isEqualTo(new Pass.Done(1, false));
		journal.asOwner(new ClassPathResource("db/journal/afterMigrate.sql").getContentAsString(StandardCharsets.UTF_8));
		assertThat(era()).as("a start on the same cluster").isEqualTo(before + 1);
	}

	private int era() {
		return journal.db().sql("select max(number) from journal.era").query(Integer.class).single();
	}

	private long size() {
		return journal.db().sql("select count(*) from journal.leaf").query(Long.class).single();
	}

	private TransactionStatus begin() {
		return journal.transaction().getTransactionManager().getTransaction(new DefaultTransactionDefinition());
	}

	private static void drain(Sequencer node) {
		while (node.pass() instanceof Pass.Done(int entries, boolean more) && entries > 0) {
			// until nothing is left of other tests
		}
	}

	private static <T> T inAnotherThread(Callable<T> work) {
		try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
			return executor.submit(work).get();
		} catch (Exception e) {
			throw new AssertionError(e);
		}
	}
}
