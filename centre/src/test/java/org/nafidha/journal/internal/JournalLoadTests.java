package org.nafidha.journal.internal;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.nafidha.journal.EntryId;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * Writers that commit out of order and roll back, two nodes that sequence, and connections cut in the middle of their
 * batches: positions stay without gaps, and every committed entry has exactly one. The seed is printed.
 */
@CentreTest
@Import(JournalFixture.class)
class JournalLoadTests {

	private static final int WRITERS = 8;
	private static final int TRANSACTIONS = 60;

	@Autowired
	JournalFixture journal;

	private final long seed = Long.getLong("nafidha.seed", new Random().nextLong());
	private final String subject = "load-" + UUID.randomUUID();
	private final Set<EntryId> committed = ConcurrentHashMap.newKeySet();
	private final Set<EntryId> rolledBack = ConcurrentHashMap.newKeySet();
	/** Transactions whose connection broke: all of their entries must be there, or none. */
	private final Queue<List<EntryId>> unknown = new ConcurrentLinkedQueue<>();

	@Test
	void everyCommittedEntryGetsExactlyOnePositionWhateverBreaks() throws Exception {
		System.out.println("JournalLoadTests: -Dnafidha.seed=" + seed);
		Loop secondNode = new Loop("second node", Duration.ofMillis(20), journal.clock(), secondNode());
		AtomicBoolean over = new AtomicBoolean();
		secondNode.start();
		try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
			Future<Integer> cuts = threads.submit(() -> cutSequencers(over));
			List<Future<?>> writers = new ArrayList<>();
			for (int w = 0; w < WRITERS; w++) {
				Random random = new Random(seed + w);
				writers.add(threads.submit(() -> write(random)));
			}
			for (Future<?> writer : writers) {
				writer.get();
			}
			over.set(true);
			System.out.printf("JournalLoadTests: %d committed, %d rolled back, %d transactions with broken connections, %d connections cut%n",
					committed.size(), rolledBack.size(), unknown.size(), cuts.get());
		}
		await().atMost(60, SECONDS).until(() -> journal.journal().about(subject).stream().allMatch(e -> e.position().isPresent()));
		secondNode.stop();
		checkOutcome();
	}

	private void checkOutcome() {
		Set<EntryId> there = new HashSet<>(journal.db().sql("select id from journal.entry where subject = ?").param(subject)
				.query((row, n) -> new EntryId(row.getLong(1))).list());
		assertThat(committed).as("seed %d", seed).isNotEmpty();
		assertThat(rolledBack).as("seed %d", seed).isNotEmpty().doesNotContainAnyElementsOf(there);
		for (List<EntryId> transaction : unknown) {
			assertThat(there.containsAll(transaction) || transaction.stream().noneMatch(there::contains)).as("half a transaction, seed %d", seed)
					.isTrue();
			committed.addAll(there.containsAll(transaction) ? transaction : List.of());
		}
		assertThat(there).as("seed %d", seed).isEqualTo(committed);
		journal.verifyAll();
		for (EntryId id : there) {
			journal.verify(journal.journal().receipt(id).orElseThrow(() -> new AssertionError("no receipt for " + id + ", seed " + seed)));
		}
	}

	private Loop.Work secondNode() {
		Sequencer sequencer = journal.node(37);
		return () -> sequencer.pass() instanceof Sequencer.Pass.Done(int entries, boolean more) && more;
	}

	private void write(Random random) {
		for (int t = 0; t < TRANSACTIONS; t++) {
			int entries = 1 + random.nextInt(6);
			boolean rollBack = random.nextInt(5) == 0;
			int[] pauses = random.ints(entries, 0, 12).toArray();
			List<EntryId> ids = new ArrayList<>();
			try {
				journal.transaction().executeWithoutResult(status -> {
					for (int i = 0; i < entries; i++) {
						ids.add(journal.journal().append(JournalFixture.act(subject, i)));
						sleep(pauses[i]);
					}
					if (rollBack) {
						status.setRollbackOnly();
					}
				});
				(rollBack ? rolledBack : committed).addAll(ids);
			} catch (RuntimeException broken) {
				unknown.add(List.copyOf(ids));
			}
		}
	}

	/** Ends database sessions that are in the middle of a batch, every now and then. */
	private int cutSequencers(AtomicBoolean over) {
		int cut = 0;
		while (!over.get()) {
			sleep(50);
			cut += journal.db().sql("""
					select count(pg_terminate_backend(pid)) from pg_stat_activity
					where usename = current_user and pid <> pg_backend_pid() and state <> 'idle' and query ~ 'into journal.(leaf|tile|checkpoint)'""")
					.query(Integer.class).single();
		}
		return cut;
	}

	private static void sleep(int millis) {
		try {
			Thread.sleep(millis);
		} catch (InterruptedException e) {
			throw new AssertionError(e);
		}
	}
}
