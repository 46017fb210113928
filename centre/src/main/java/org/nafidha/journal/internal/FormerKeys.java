package org.nafidha.journal.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.nafidha.journal.JournalKey.Former;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys before the present one, each with the size up to which it signed. */
@Component
record FormerKeys(JdbcClient db) {

	/** Oldest first. */
	List<Former> all() {
		return db.sql("select vkey, until_size from journal.former_key order by until_size, at")
				.query((row, n) -> new Former(row.getString("vkey"), row.getLong("until_size"))).list();
	}

	void add(String vkey, long untilSize, Instant at) {
		db.sql("insert into journal.former_key (vkey, until_size, at) values (?, ?, ?) on conflict (vkey) do nothing")
				.params(vkey, untilSize, at.atOffset(ZoneOffset.UTC)).update();
	}
}
