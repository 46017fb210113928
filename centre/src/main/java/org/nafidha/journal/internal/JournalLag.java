package org.nafidha.journal.internal;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import org.nafidha.journal.internal.Checkpoints.Head;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long the oldest entry has been waiting for its position; one look at an index, however long the journal is. */
@Component
record JournalLag(JdbcClient db, Checkpoints checkpoints, InstantSource clock) {

	Duration age() {
		String seen = checkpoints.newest().map(Head::seen).map(Snapshot::end).map(String::valueOf).orElse("1");
		return db.sql("""
				select at from journal.entry where era = (select max(number) from journal.era) and xid >= ?::text::xid8 order by era, xid limit 1""")
				.param(seen).query(OffsetDateTime.class).optional().map(at -> Duration.between(at.toInstant(), clock.instant()))
				.orElse(Duration.ZERO);
	}
}
