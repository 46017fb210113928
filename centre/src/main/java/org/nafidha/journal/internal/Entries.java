package org.nafidha.journal.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.nafidha.journal.Entry;
import org.nafidha.journal.EntryId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads entries with their positions. */
@Component
class Entries {

	static final int ABOUT_LIMIT = 1_000;

	static final String SELECT = """
			select e.id, e.kind, e.subject, e.actor, e.at, e.facts, l.position
			from journal.entry e left join journal.leaf l on l.entry = e.id
			""";

	private final JdbcClient db;

	Entries(JdbcClient db) {
		this.db = db;
	}

	/** Oldest first: by position; what has none yet follows in the order in which it will get one. */
	List<Entry> about(String subject) {
		return db.sql(SELECT + "where e.subject = ? order by l.position nulls last, e.era, e.xid, e.id limit " + ABOUT_LIMIT).param(subject)
				.query(Entries::entry).list();
	}

	Optional<Entry> find(EntryId id) {
		return db.sql(SELECT + "where e.id = ?").param(id.value()).query(Entries::entry).optional();
	}

	/** Sequenced entries from a position on, in order. */
	List<Entry> from(long position, int limit) {
		return db.sql(SELECT.replace("left join", "join") + "where l.position >= ? order by l.position limit ?").params(position, limit)
				.query(Entries::entry).list();
	}

	static Entry entry(ResultSet row, int number) throws SQLException {
		Long position = row.getObject("position", Long.class);
		return new Entry(new EntryId(row.getLong("id")), row.getString("kind"), row.getString("subject"), row.getString("actor"),
				row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("facts"),
				position == null ? OptionalLong.empty() : OptionalLong.of(position));
	}
}
