package org.nafidha.identity.internal;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where officers have signed in from in the last weeks, as marks that tell no address. */
@Component
class KnownPlaces {

	/** Longer than a holiday. */
	static final Duration KEPT = Duration.ofDays(45);

	private static final String PURPOSE = "known-place";

	private final JdbcClient db;
	private final Marks marks;
	private final InstantSource clock;

	KnownPlaces(JdbcClient db, Marks marks, InstantSource clock) {
		this.db = db;
		this.marks = marks;
		this.clock = clock;
	}

	/** False for a username that nobody has, after the same statement. */
	boolean has(String username, String address) {
		String id = db.sql("select id from identity.officer where username = ?").param(username).query(String.class).optional().orElse("");
		return db.sql("select exists (select 1 from identity.known_place where officer = ? and place = ? and seen_at > ?)")
				.params(id, mark(id, address), Timestamp.from(clock.instant().minus(KEPT))).query(Boolean.class).single();
	}

	void remember(String officerId, String address) {
		db.sql("""
				insert into identity.known_place (officer, place, seen_at) values (?, ?, ?)
				on conflict (officer, place) do update set seen_at = excluded.seen_at
				""").params(officerId, mark(officerId, address), Timestamp.from(clock.instant())).update();
	}

	/** Deletes places not seen since the moment. */
	int forget(Instant before) {
		return db.sql("delete from identity.known_place where seen_at < ?").param(Timestamp.from(before)).update();
	}

	private String mark(String officerId, String address) {
		return marks.text(PURPOSE, officerId, NetworkPlace.of(address));
	}
}
