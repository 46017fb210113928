package org.nafidha.correspondence.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nafidha.correspondence.AskedOpinion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of asked opinions. */
@Component
class OpinionTable {

	private final JdbcClient db;

	OpinionTable(JdbcClient db) {
		this.db = db;
	}

	/** @param stay of the case at the step of whoever asks, as {@code Visit.key()} */
	void insert(String key, AskedOpinion opinion, String stay, long entry) {
		db.sql("""
				insert into correspondence.opinion (task, request_key, case_number, asked_for, asked_stay, unit, question, waits, asked_at, entry)
				values (:task, :key, :number, :for, :stay, :unit, :question, :waits, :at, :entry)
				""").param("task", opinion.task()).param("key", key).param("number", opinion.caseNumber()).param("for", opinion.askedFor())
				.param("stay", stay).param("unit", opinion.unit()).param("question", opinion.question()).param("waits", opinion.waits())
				.param("at", Timestamp.from(opinion.askedAt())).param("entry", entry).update();
	}

	void answer(long task, String answer, Instant now, long entry) {
		db.sql("update correspondence.opinion set answer = ?, ended_at = ?, end_entry = ? where task = ?")
				.params(answer, Timestamp.from(now), entry, task).update();
	}

	void takeBack(long task, Instant now) {
		db.sql("update correspondence.opinion set ended_at = ? where task = ? and ended_at is null").params(Timestamp.from(now), task).update();
	}

	Optional<AskedOpinion> byKey(String key) {
		return db.sql("select * from correspondence.opinion where request_key = ?").param(key).query(OpinionTable::opinion).optional();
	}

	Optional<AskedOpinion> ofTask(long task) {
		return db.sql("select * from correspondence.opinion where task = ?").param(task).query(OpinionTable::opinion).optional();
	}

	List<AskedOpinion> of(String caseNumber) {
		return db.sql("select * from correspondence.opinion where case_number = ? order by asked_at, task").param(caseNumber)
				.query(OpinionTable::opinion).list();
	}

	/** All that are awaited in the whole centre; each unit has three days for one, so they are few. */
	List<AskedOpinion> open() {
		return db.sql("select * from correspondence.opinion where ended_at is null order by task").query(OpinionTable::opinion).list();
	}

	/** Tasks that were asked for a stay and are open. */
	List<Long> open(String stay) {
		return db.sql("select task from correspondence.opinion where asked_stay = ? and ended_at is null").param(stay)
				.query((row, n) -> row.getLong("task")).list();
	}

	/** Tasks that were asked for another and are open, and whose answer it waits for. */
	List<Long> awaited(long askedFor) {
		return db.sql("select task from correspondence.opinion where asked_for = ? and ended_at is null and waits").param(askedFor)
				.query((row, n) -> row.getLong("task")).list();
	}

	private static AskedOpinion opinion(ResultSet row, int n) throws SQLException {
		Timestamp ended = row.getTimestamp("ended_at");
		return new AskedOpinion(row.getLong("task"), row.getString("case_number"), row.getLong("asked_for"), row.getString("unit"),
				row.getString("question"), row.getBoolean("waits"), row.getTimestamp("asked_at").toInstant(), row.getString("answer"),
				ended == null ? null : ended.toInstant());
	}
}
