package org.nafidha.journal.internal;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nafidha.journal.Entry;
import org.nafidha.journal.JournalReader;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Import;

/** Readers get each entry once in effect, in order, whatever fails and however many nodes feed them. */
@CentreTest
@Import(JournalFixture.class)
class ReaderTests {

	@Autowired
	JournalFixture journal;
	@Autowired
	Cursors cursors;
	@Autowired
	Entries entries;
	@Autowired
	Sequencer sequencer;
	@Autowired
	JournalLag lag;

	private final long seed = Long.getLong("nafidha.seed", new Random().nextLong());
	private final String name = "test-" + UUID.randomUUID();

	@BeforeEach
	void aTableForEffects() throws Exception {
		System.out.println("ReaderTests: -Dnafidha.seed=" + seed);
		journal.asOwner("create table if not exists journal.test_effect (n bigint generated always as identity, reader text, position bigint)",
				"grant select, insert on journal.test_effect to nafidha_app");
		journal.transaction()
				.executeWithoutResult(t -> IntStream.range(0, 1_300).forEach(i -> journal.journal().append(JournalFixture.act(name, i))));
		await().atMost(30, SECONDS).until(() -> journal.journal().about(name).stream().allMatch(e -> e.position().isPresent()));
	}

	@Test
	void aReaderThatFailsMidwayHasEachEntryOnceInEffect() {
		Random random = new Random(seed);
		int failures = 0;
		JournalReader reader = reader(entry -> {
			if (random.nextInt(700) == 0) {
				throw new IllegalStateException("midway");
			}
		});
		long size = size();
		while (effects().size() < size) {
			try {
				cursors.feed(reader);
			} catch (IllegalStateException midway) {
				failures++;
			}
		}
		assertThat(effects()).as("seed %d", seed).startsWith(LongStream.range(0, size).boxed().toArray(Long[]::new)).doesNotHaveDuplicates()
				.isSorted();
		assertThat(failures).as("seed %d", seed).isPositive();
	}

	@Test
	void severalNodesFeedingOneReaderDoNotHandleAnythingTwice() throws Exception {
		long size = size();
		List<Future<Integer>> nodes = new ArrayList<>();
		try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
			for (int n = 0; n < 4; n++) {
				Cursors node = new Cursors(journal.db(), entries, journal.transaction(), journal.clock());
				JournalReader reader = reader(entry -> {
				});
				nodes.add(threads.submit(() -> feedUntilDone(node, reader)));
			}
		}
		for (Future<Integer> node : nodes) {
			node.get();
		}
		assertThat(effects()).startsWith(LongStream.range(0, size).boxed().toArray(Long[]::new)).doesNotHaveDuplicates().isSorted();
	}

	@Test
	void batchesAreBoundedAndAnEntryComesAsItWasWritten() {
		List<Integer> sizes = new ArrayList<>();
		List<Entry> seen = new ArrayList<>();
		JournalReader reader = new NamedReader(name, batch -> {
			sizes.add(batch.size());
			seen.addAll(batch);
		});
		feedUntilDone(cursors, reader);
		assertThat(sizes).allMatch(size -> size <= Cursors.BATCH).contains(Cursors.BATCH);
		assertThat(seen).containsAll(journal.journal().about(name));
		assertThat(cursors.feed(reader)).as("nothing left").isFalse();
	}

	@Test
	void aStuckReaderShowsInTheHealthAndGoesOnWhenItCan() throws Exception {
		AtomicBoolean broken = new AtomicBoolean(true);
		JournalReader reader = reader(entry -> {
			if (broken.get()) {
				throw new OutOfMemoryError("even this");
			}
		});
		ObjectProvider<JournalReader> readers = new StaticListableBeanFactory(Map.of("reader", reader)).getBeanProvider(JournalReader.class);
		JournalThreads threads = new JournalThreads(sequencer, cursors, readers, new JournalSettings(Duration.ofMillis(10), 4_096, null, null),
				journal.clock(),
				new SimpleMeterRegistry());
		SimpleMeterRegistry metrics = new SimpleMeterRegistry();
		JournalHealth health = new JournalHealth(threads, lag, cursors, readers, journal.clock(), metrics);
		assertThat(health.health().getStatus()).as("before the start").isEqualTo(Status.DOWN);
		threads.start();
		try {
			await().atMost(30, SECONDS).until(() -> health.health().getStatus().equals(Status.DOWN) && threads.readers().get(name).failures() > 3);
			assertThat(metrics.get("nafidha.journal.reader.behind").gauge().value()).isGreaterThanOrEqualTo(1_300);
			broken.set(false);
			await().atMost(60, SECONDS).until(() -> health.health().getStatus().equals(Status.UP));
			await().atMost(60, SECONDS).until(() -> cursors.behind(reader) == 0);
			assertThat(effects()).doesNotHaveDuplicates().isSorted();
		} finally {
			threads.stop();
		}
		assertThat(threads.readers().get(name).alive()).isFalse();
	}

	@Test
	void twoReadersOfOneNameAreRefused() {
		JournalReader reader = reader(entry -> {
		});
		ObjectProvider<JournalReader> twice = new StaticListableBeanFactory(Map.of("one", reader, "two", reader))
				.getBeanProvider(JournalReader.class);
		assertThatThrownBy(
				() -> new JournalThreads(sequencer, cursors, twice, new JournalSettings(Duration.ofMillis(10), 10, null, null), journal.clock(),
						new SimpleMeterRegistry()))
				.hasMessageContaining(name);
	}

	/** Writes each entry's position down, then does something more with it. */
	private JournalReader reader(Consumer<Entry> then) {
		return new NamedReader(name, batch -> batch.forEach(entry -> {
			journal.db().sql("insert into journal.test_effect (reader, position) values (?, ?)").params(name, entry.position().orElseThrow())
					.update();
			then.accept(entry);
		}));
	}

	private record NamedReader(String name, Consumer<List<Entry>> handling) implements JournalReader {
		@Override
		public void handle(List<Entry> batch) {
			handling.accept(batch);
		}
	}

	private static int feedUntilDone(Cursors node, JournalReader reader) {
		int rounds = 0;
		while (node.behind(reader) > 0) {
			node.feed(reader);
			rounds++;
		}
		return rounds;
	}

	private List<Long> effects() {
		return journal.db().sql("select position from journal.test_effect where reader = ? order by n").param(name).query(Long.class).list();
	}

	private long size() {
		return journal.db().sql("select max(size) from journal.checkpoint").query(Long.class).single();
	}
}
