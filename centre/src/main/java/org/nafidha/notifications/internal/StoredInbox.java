package org.nafidha.notifications.internal;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.nafidha.notifications.Inbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class StoredInbox implements Inbox {

	private final JdbcClient db;
	private final InstantSource clock;

	StoredInbox(JdbcClient db, InstantSource clock) {
		this.db = db;
		this.clock = clock;
	}

	@Override
	public List<Kept> of(String personId) {
		return db.sql("""
				select id, subject, subject_en, body, body_en, about, made_at, shown_at from notifications.message
				where person = ? and body is not null order by made_at desc limit ?""").params(personId, MOST_LISTED)
				.query((row, n) -> new Kept(row.getString("id"), Objects.requireNonNull(MessageTable.both(row, "subject", "subject_en")),
						Objects.requireNonNull(MessageTable.both(row, "body", "body_en")), row.getString("about"),
						row.getTimestamp("made_at").toInstant(), row.getTimestamp("shown_at") != null))
				.list();
	}

	@Override
	public int unread(String personId) {
		return db
				.sql("""
						select count(*) from (select shown_at from notifications.message where person = ? and body is not null order by made_at desc limit ?) newest
						where shown_at is null""")
				.params(personId, MOST_LISTED).query(Integer.class).single();
	}

	@Override
	public void shown(String personId, Collection<String> ids) {
		db.sql("update notifications.message set shown_at = :now where person = :person and id = any(:ids) and shown_at is null")
				.param("now", Timestamp.from(clock.instant())).param("person", personId).param("ids", ids.toArray(new String[0])).update();
	}
}
