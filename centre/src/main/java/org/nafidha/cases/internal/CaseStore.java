package org.nafidha.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Visit;
import org.nafidha.procedures.Procedure.Channel;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Reads cases. A case and its visits come in one statement, so that a transition costs one round trip to load. */
@Component
class CaseStore {

	private static final String VISITS = """
			(select coalesce(json_agg(v order by v.opened_at, v.visit), '[]')::text from cases.visit v where v.case_number = f.number) as visits
			""";
	private static final String SELECT = "select f.*, " + VISITS + " from cases.file f ";
	private static final String LOCK = "select f.*, " + VISITS
			+ ", (select seen.revision from cases.file seen where seen.number = f.number) as seen_revision from cases.file f ";

	private static final int SERIALS = 20;

	private final JdbcClient db;
	private final JsonMapper json;
	private final Queue<Long> serials = new ConcurrentLinkedQueue<>();

	CaseStore(JdbcClient db) {
		this.db = db;
		this.json = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
				.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
	}

	/**
	 * A new case number's serial, unique over all nodes; each takes {@value #SERIALS} at a time, so that most cases need no round trip
	 * for theirs. Gaps are possible: a case number counts nothing.
	 */
	long nextSerial() {
		Long serial = serials.poll();
		if (serial == null) {
			List<Long> taken = db.sql("select nextval('cases.number_serial') from generate_series(1, :serials)").param("serials", SERIALS)
					.query((row, n) -> row.getLong(1)).list();
			serial = taken.getFirst();
			serials.addAll(taken.subList(1, taken.size()));
		}
		return serial;
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
		return db.sql(SELECT + "where f.number = :number").param("number", number).query(this::file).optional();
	}

	Optional<CaseFile> lock(String number) {
		return locked(db.sql(LOCK + "where f.number = :number for update of f").param("number", number));
	}

	/** The case that the task belongs to, locked. */
	Optional<CaseFile> lockByTask(long task) {
		return locked(db.sql(LOCK + "where f.number = (select case_number from cases.visit where task = :task) for update of f").param("task", task));
	}

	/**
	 * A statement that waited for the lock returns the newest row, but sub-selects of the moment before: the revision they saw
	 * tells. Then it is asked again, with the lock in hand.
	 */
	private Optional<CaseFile> locked(StatementSpec statement) {
		RowMapper<Locked> row = (result, n) -> new Locked(file(result, n), result.getInt("seen_revision"));
		Optional<Locked> first = statement.query(row).optional();
		return first.filter(found -> found.seenRevision != found.file.revision()).isPresent()
				? statement.query(row).optional().map(Locked::file)
				: first.map(Locked::file);
	}

	private record Locked(CaseFile file, int seenRevision) {
	}

	List<CaseFile> of(String person, int limit) {
		return db.sql(SELECT + "where f.person = :person order by f.opened_at desc limit :limit").param("person", person).param("limit", limit)
				.query(this::file).list();
	}

	String write(Map<String, Object> data) {
		return json.writeValueAsString(data);
	}

	private CaseFile file(ResultSet row, int n) throws SQLException {
		return new CaseFile(row.getString("number"), row.getString("procedure"), row.getInt("version"), Channel.valueOf(row.getString("channel")),
				row.getString("person"), row.getString("acts_for"), instant(row, "opened_at"), instant(row, "due_at"),
				optionalInstant(row, "clock_stopped_since"), row.getInt("revision"), row.getString("end_id"), optionalInstant(row, "ended_at"),
				json.readValue(row.getString("data"), new TypeReference<Map<String, Object>>() {
				}), json.readValue(row.getString("visits"), new TypeReference<List<Visit>>() {
				}));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getTimestamp(column).toInstant();
	}

	private static @Nullable Instant optionalInstant(ResultSet row, String column) throws SQLException {
		Timestamp at = row.getTimestamp(column);
		return at == null ? null : at.toInstant();
	}
}
