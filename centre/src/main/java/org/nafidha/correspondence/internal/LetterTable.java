package org.nafidha.correspondence.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.nafidha.correspondence.Letter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of letters. */
@Component
class LetterTable {

	private static final int MOST_LISTED = 200;

	/** @param entry of the journal */
	record Written(String key, Letter letter, String actor, long entry) {
	}

	private final JdbcClient db;

	LetterTable(JdbcClient db) {
		this.db = db;
	}

	/** Until the end of the transaction nobody else writes in this file: limits hold also for two at once. */
	void lock(String caseNumber) {
		db.sql("select pg_advisory_xact_lock(hashtextextended('correspondence ' || ?, 0))").param(caseNumber).query(row -> {
			// nothing is answered
		});
	}

	void insert(Written written) {
		Letter letter = written.letter();
		db.sql("""
				insert into correspondence.letter (request_key, case_number, from_applicant, unit, text, actor, at, entry)
				values (:key, :number, :applicant, :unit, :text, :actor, :at, :entry)
				""").param("key", written.key()).param("number", letter.caseNumber()).param("applicant", letter.fromApplicant())
				.param("unit", letter.unit()).param("text", letter.text()).param("actor", written.actor()).param("at", Timestamp.from(letter.at()))
				.param("entry", written.entry()).update();
	}

	Optional<Letter> find(String key) {
		return db.sql("select * from correspondence.letter where request_key = ?").param(key).query(LetterTable::letter).optional();
	}

	List<Letter> of(String caseNumber) {
		return db.sql("select * from correspondence.letter where case_number = ? order by id limit ?").params(caseNumber, MOST_LISTED)
				.query(LetterTable::letter).list();
	}

	Set<String> unanswered(Collection<String> caseNumbers) {
		return new TreeSet<>(db.sql("""
				select case_number from (select distinct on (case_number) case_number, from_applicant from correspondence.letter
				                         where case_number = any(:numbers) order by case_number, id desc) newest
				where from_applicant""").param("numbers", caseNumbers.toArray(String[]::new)).query(String.class).list());
	}

	private static Letter letter(ResultSet row, int n) throws SQLException {
		return new Letter(row.getString("case_number"), row.getBoolean("from_applicant"), row.getString("unit"), row.getString("text"),
				row.getTimestamp("at").toInstant());
	}
}
