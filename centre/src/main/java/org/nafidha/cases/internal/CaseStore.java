package org.nafidha.cases.internal;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.FieldMark;
import org.nafidha.cases.Visit;
import org.nafidha.platform.Numbers;
import org.nafidha.procedures.Procedure.Channel;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads cases. A case and its visits come in one statement, so that a transition costs one round trip to load. */
@Component
class CaseStore {

	/** A row for each visit, the case's own columns in front of it. */
	private static final String SELECT = """
			select f.*, v.step, v.visit, v.opened_at as visit_opened_at, v.due_at as visit_due_at, v.task, v.closed_at, v.outcome, v.reason, v.message, v.note,
			       v.closed_by, v.request_key, v.entry, v.closed_entry
			from cases.file f left join cases.visit v on v.case_number = f.number
			""";
	private static final String FIND = SELECT + "where f.number = ? order by v.place";
	private static final String OF_PERSON = SELECT + """
			where f.number in (select number from cases.file where person = ? order by opened_at desc limit ?)
			order by f.opened_at desc, f.number, v.place""";
	/** Two statements in one round trip: the second sees what was committed while the first waited for the lock. */
	private static final String LOCKING = "select 1";
	private static final String LOCK = LOCKING + " from cases.file where number = ? for update;\n" + FIND;
	private static final String CASE_OF_TASK = "(select case_number from cases.visit where task = ?)";
	private static final String LOCK_BY_TASK = LOCK.replace("number = ?", "number = " + CASE_OF_TASK);

	/** Must equal the increment of the sequence {@code cases.number_serial}. */
	private static final int BLOCK = 20;

	private static final int MOST_MARKS = 1_000;

	private final JdbcClient db;
	private final JdbcOperations operations;
	private final JsonMapper json;
	private final Numbers serials;

	CaseStore(JdbcClient db, JdbcOperations operations) {
		this.db = db;
		this.operations = operations;
		this.json = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
		this.serials = new Numbers(operations, "cases.number_serial", BLOCK);
	}

	/** A new case number's serial, unique over all nodes. Gaps are possible: a case number counts nothing. */
	long nextSerial() {
		return serials.next();
	}

	/** The case that the key opened first, if any. Claims the key for the given number otherwise. */
	Optional<String> firstAnswer(String key, String number) {
		int claimed = db.sql("insert into cases.request (key, case_number) values (:key, :number) on conflict (key) do nothing").param("key", key)
				.param("number", number).update();
		return claimed == 1
				? Optional.empty()
				: db.sql("select case_number from cases.request where key = :key").param("key", key).query(String.class).optional();
	}

	Optional<CaseFile> find(String number) {
		return files(FIND, number).stream().findFirst();
	}

	Optional<CaseFile> lock(String number) {
		return files(LOCK, number, number).stream().findFirst();
	}

	/** The case that the task belongs to, locked. */
	Optional<CaseFile> lockByTask(long task) {
		return files(LOCK_BY_TASK, task, task).stream().findFirst();
	}

	List<CaseFile> of(String person, int limit) {
		return files(OF_PERSON, person, limit);
	}

	/** Running cases of the procedure on any other version, oldest first. */
	List<String> runningOffVersion(String procedure, int version, int limit) {
		return db
				.sql("""
						select number from cases.file where procedure = :procedure and version <> :version and end_id is null order by opened_at, number limit :limit
						""")
				.param("procedure", procedure).param("version", version).param("limit", limit).query((row, n) -> row.getString(1)).list();
	}

	int countOffVersion(String procedure, int version) {
		return db.sql("select count(*) from cases.file where procedure = ? and version <> ? and end_id is null").params(procedure, version)
				.query(Integer.class).single();
	}

	/** The case, which is locked, goes on under another version. */
	void moved(String number, int version, Instant dueAt) {
		db.sql("update cases.file set version = :version, due_at = :due, revision = revision + 1 where number = :number").param("version", version)
				.param("due", dueAt.atOffset(ZoneOffset.UTC)).param("number", number).update();
	}

	/** The number of the case about this one. */
	Optional<String> about(String number) {
		return db.sql("select number from cases.file where about = ?").param(number).query(String.class).optional();
	}

	List<FieldMark> marks(String number) {
		return db.sql("""
				select m.step, m.visit, m.field, m.word from cases.mark m join cases.visit v using (case_number, step, visit)
				where m.case_number = ? order by v.place, m.field limit ?""").params(number, MOST_MARKS)
				.query((row, n) -> new FieldMark(row.getString("step"), row.getInt("visit"), row.getString("field"), row.getString("word"))).list();
	}

	String write(Map<String, Object> data) {
		return json.writeValueAsString(data);
	}

	/** The cases in the last result of the statements, in its order. */
	private List<CaseFile> files(String sql, Object... values) {
		return requireNonNull(operations.execute(sql, (PreparedStatementCallback<List<CaseFile>>) statement -> {
			for (int i = 0; i < values.length; i++) {
				statement.setObject(i + 1, values[i]);
			}
			statement.execute();
			if (sql.startsWith(LOCKING)) {
				statement.getMoreResults();
			}
			try (ResultSet rows = statement.getResultSet()) {
				return files(rows);
			}
		}));
	}

	private List<CaseFile> files(ResultSet rows) throws SQLException {
		List<CaseFile> files = new ArrayList<>();
		List<Visit> visits = new ArrayList<>();
		boolean more = rows.next();
		while (more) {
			String number = rows.getString("number");
			CaseFile file = file(rows, number);
			visits.clear();
			do {
				if (rows.getString("step") != null) {
					visits.add(visit(rows, number));
				}
				more = rows.next();
			} while (more && number.equals(rows.getString("number")));
			files.add(file.with(visits));
		}
		return files;
	}

	private CaseFile file(ResultSet row, String number) throws SQLException {
		return new CaseFile(number, row.getString("procedure"), row.getInt("version"), Channel.valueOf(row.getString("channel")),
				row.getString("person"), row.getString("acts_for"), row.getString("about"), instant(row, "opened_at"), instant(row, "due_at"),
				optionalInstant(row, "clock_stopped_since"), row.getInt("revision"), row.getString("end_id"), optionalInstant(row, "ended_at"),
				optionalInstant(row, "reopened_at"),
				json.readValue(row.getString("data"), new TypeReference<Map<String, Object>>() {
				}), List.of());
	}

	private static Visit visit(ResultSet row, String number) throws SQLException {
		return new Visit(number, row.getString("step"), row.getInt("visit"), instant(row, "visit_opened_at"), optionalInstant(row, "visit_due_at"),
				row.getObject("task", Long.class), optionalInstant(row, "closed_at"), row.getString("outcome"), row.getString("reason"),
				row.getString("message"), row.getString("note"), row.getString("closed_by"), row.getString("request_key"),
				row.getObject("entry", Long.class),
				row.getObject("closed_entry", Long.class));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return requireNonNull(optionalInstant(row, column));
	}

	private static @Nullable Instant optionalInstant(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return at == null ? null : at.toInstant();
	}
}
