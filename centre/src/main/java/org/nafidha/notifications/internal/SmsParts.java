package org.nafidha.notifications.internal;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an SMSC has taken and what it reported, in {@code notifications.sms_part}. The receipt may come first. */
@Component
class SmsParts {

	private final JdbcClient db;
	private final InstantSource clock;

	SmsParts(JdbcClient db, InstantSource clock) {
		this.db = db;
		this.clock = clock;
	}

	/** Numbers of the parts of the message that were taken in an earlier round. */
	Set<Integer> taken(String message) {
		return new HashSet<>(db.sql("select part from notifications.sms_part where message = ?").param(message).query(Integer.class).list());
	}

	void taken(String smscId, String message, int part) {
		db.sql("""
				insert into notifications.sms_part (smsc_id, message, part, taken_at) values (:id, :message, :part, :now)
				on conflict (smsc_id) do update set message = excluded.message, part = excluded.part, taken_at = excluded.taken_at
				""").param("id", smscId).param("message", message).param("part", part).param("now", Timestamp.from(clock.instant())).update();
	}

	void reported(String smscId, String receipt) {
		db.sql("""
				insert into notifications.sms_part (smsc_id, receipt, receipt_at) values (:id, :receipt, :now)
				on conflict (smsc_id) do update set receipt = excluded.receipt, receipt_at = excluded.receipt_at
				""").param("id", smscId).param("receipt", receipt).param("now", Timestamp.from(clock.instant())).update();
	}
}
