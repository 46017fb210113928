package org.nafidha.journal.internal;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nafidha.journal.EntryId;
import org.nafidha.journal.PublicLog;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the journal is asked all day can be answered from indexes: it stays fast however long the journal grows. */
@CentreTest
@Import(JournalFixture.class)
class PlanTests {

	@Autowired
	JournalFixture journal;
	@Autowired
	JdbcClient db;
	@Autowired
	PublicLog log;
	@Autowired
	JournalLag lag;
	@Autowired
	Entries entries;

	@Test
	void noWholeTableMustBeRead() throws Exception {
		String subject = "plan-" + UUID.randomUUID();
		journal.transaction()
				.executeWithoutResult(t -> IntStream.range(0, 5_000).forEach(i -> journal.journal().append(JournalFixture.act(subject + i, i))));
		await().atMost(60, SECONDS).until(() -> journal.journal().about(subject + 4_999).getFirst().position().isPresent());
		journal.asOwner("analyze journal.entry", "analyze journal.leaf", "analyze journal.tile");
		long size = log.checkpoint().orElseThrow().size();
		Map<String, Long> none = Map.of("entry", 0L, "leaf", 0L, "tile", 0L);
		assertThat(scansWhile(() -> assertThat(journal.journal().about(subject + 77)).hasSize(1))).as("about").isEqualTo(none);
		assertThat(scansWhile(() -> assertThat(journal.journal().receipt(new EntryId(anId(subject)))).isPresent())).as("receipt").isEqualTo(none);
		assertThat(scansWhile(() -> assertThat(entries.from(size - 400, 300)).hasSize(300))).as("readers").isEqualTo(none);
		assertThat(scansWhile(() -> assertThat(log.entries(1, 256)).isPresent())).as("bundle").isEqualTo(none);
		assertThat(scansWhile(() -> assertThat(log.consistency(size / 2, size)).isPresent())).as("consistency").isEqualTo(none);
		assertThat(scansWhile(lag::age)).as("lag").isEqualTo(none);
		assertThat(scansWhile(() -> {
			journal.journal().append(JournalFixture.act(subject, 1));
			assertThat(journal.node(100).pass()).isNotNull();
		})).as("append and sequence").isEqualTo(none);
		assertThat(scansWhile(() -> db.sql("select count(*) from journal.entry where facts like '%x'").query(Long.class).single()))
				.as("the count itself works").containsEntry("entry", 1L);
	}

	private long anId(String subject) {
		return db.sql("select id from journal.entry where subject = ?").param(subject + 78).query(Long.class).single();
	}

	/** Sequential scans of the tables that grow, made by this; the session's counts may hold what it did before. */
	private Map<String, Long> scansWhile(Runnable work) {
		return journal.transaction().execute(t -> {
			// so few rows would be read as a whole for being few; this leaves only what has no index
			db.sql("set local enable_seqscan = off").update();
			Map<String, Long> before = scans();
			work.run();
			Map<String, Long> after = scans();
			after.replaceAll((table, scans) -> scans - before.get(table));
			return after;
		});
	}

	private Map<String, Long> scans() {
		Map<String, Long> scans = new HashMap<>();
		db.sql("select relname, seq_scan from pg_stat_xact_user_tables where schemaname = 'journal' and relname in ('entry', 'leaf', 'tile')")
				.query(row -> {
					scans.put(row.getString(1), row.getLong(2));
				});
		return scans;
	}
}
