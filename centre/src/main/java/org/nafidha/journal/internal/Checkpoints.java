package org.nafidha.journal.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.nafidha.journal.PublicLog.Checkpoint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The signed tree heads, each with what the sequencer had seen when it was made. */
@Component
class Checkpoints {

	/** @param seen every entry of the era that was committed before this has its position */
	record Head(Checkpoint checkpoint, int era, Snapshot seen) {
	}

	private final JdbcClient db;

	Checkpoints(JdbcClient db) {
		this.db = db;
	}

	Optional<Head> newest() {
		return db.sql("select size, root, note, era, snapshot::text from journal.checkpoint order by size desc limit 1").query(Checkpoints::head)
				.optional();
	}

	void insert(Head head, Instant at) {
		db.sql("insert into journal.checkpoint (size, root, note, at, era, snapshot) values (?, ?, ?, ?, ?, ?::pg_snapshot)")
				.params(head.checkpoint().size(), head.checkpoint().root(), head.checkpoint().note(), at.atOffset(ZoneOffset.UTC), head.era(),
						head.seen().text())
				.update();
	}

	private static Head head(ResultSet row, int number) throws SQLException {
		return new Head(new Checkpoint(row.getLong("size"), row.getBytes("root"), row.getString("note")), row.getInt("era"),
				Snapshot.parse(row.getString("snapshot")));
	}
}
