package org.nafidha.tasks.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.Refusal;
import org.nafidha.platform.Numbers;
import org.nafidha.platform.Writes;
import org.nafidha.tasks.Draw;
import org.nafidha.tasks.NewTask;
import org.nafidha.tasks.Task;
import org.nafidha.tasks.Tasks;
import org.nafidha.tasks.Tasks.Drawn;
import org.nafidha.tasks.Tasks.Ending;
import org.nafidha.tasks.Tasks.Withdrawn;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of tasks. */
@Component
class TaskStore {

	/** Must equal the increment of the sequence {@code tasks.task_id}. */
	private static final int BLOCK = 50;

	private static final int MOST_LISTED = 200;

	private static final String INSERT = """
			insert into tasks.task (id, case_number, procedure, step, visit, role, unit, blind, applicant, excluded, officer, draws, opened_at, due_at)
			values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?)""";
	/** By its key: "officer = ?" alone would tempt the planner to walk over everything the officer has closed since the last vacuum. */
	private static final String CLOSE = """
			update tasks.task set closed_at = ?, outcome = ? where id = ? and closed_at is null and coalesce(officer, '') = ?""";

	private static final String WITHDRAW = "update tasks.task set closed_at = ?, outcome = ? where id = ? and closed_at is null";

	/** Whose open tasks of a role in a unit are meant; nobody's when the officer is null. */
	record Holding(String role, String unit, @Nullable String officer) {
	}

	private final JdbcClient db;
	private final Numbers ids;
	private final JsonMapper json;

	TaskStore(JdbcClient db, JdbcOperations operations, JsonMapper json) {
		this.db = db;
		this.ids = new Numbers(operations, "tasks.task_id", BLOCK);
		this.json = json;
	}

	/** The officers who may be drawn for the task now, in order of id, with their open tasks, not counting the one that ends. */
	SortedMap<String, Integer> loads(NewTask task, @Nullable Long ending) {
		SortedMap<String, Integer> loads = new TreeMap<>();
		db.sql("""
				select r.officer, (select count(*) from tasks.task t where t.officer = r.officer and t.closed_at is null and t.id <> :ending) as load
				from identity.roster_for_tasks r
				where r.role = :role and (r.unit = :unit or starts_with(r.unit, :unit || '/')) and r.officer <> all(:excluded)
				  and r.officer <> all (array(select c.officer from tasks.conflict c where c.person = :applicant))
				""").param("role", task.role()).param("unit", task.unit()).param("applicant", task.applicant())
				.param("excluded", task.excluded().toArray(String[]::new)).param("ending", ending == null ? 0L : ending)
				.query(row -> {
					loads.put(row.getString("officer"), row.getInt("load"));
				});
		return loads;
	}

	/** The id of the task that will be there when the writes are sent. */
	long insert(Drawn drawn, Instant now, Writes writes) {
		NewTask task = drawn.task();
		long id = ids.next();
		writes.add(INSERT, id, task.caseNumber(), task.procedure(), task.step(), task.visit(), task.role(), task.unit(), task.blind(),
				task.applicant(), List.copyOf(task.excluded()), drawn.draw().officer(), json.writeValueAsString(List.of(drawn.draw())), now,
				task.dueAt());
		return id;
	}

	void close(Ending ending, Instant now, Writes writes) {
		writes.require(Refusal.of("task.not-yours"), CLOSE, now, ending.outcome(), ending.task(), ending.officer());
	}

	void withdraw(Withdrawn task, Instant now, Writes writes) {
		writes.add(WITHDRAW, now, task.outcome(), task.task());
	}

	void assign(long task, Draw draw) {
		db.sql("update tasks.task set officer = :officer, draws = draws || cast(:draw as jsonb) where id = :task").param("task", task)
				.param("officer", draw.officer()).param("draw", json.writeValueAsString(List.of(draw))).update();
	}

	void moveDue(long task, Instant dueAt) {
		db.sql("update tasks.task set due_at = :due where id = :task and closed_at is null").param("due", dueAt.atOffset(ZoneOffset.UTC))
				.param("task", task).update();
	}

	Optional<Task> find(long task) {
		return db.sql("select * from tasks.task where id = :task").param("task", task).query(TaskStore::task).optional();
	}

	Optional<Task> hold(long task) {
		return db.sql("select * from tasks.task where id = :task for share").param("task", task).query(TaskStore::task).optional();
	}

	Optional<Task> next(String officer) {
		return db.sql("""
				select * from tasks.task where officer = :officer and closed_at is null order by due_at, id limit 1
				""").param("officer", officer).query(TaskStore::task).optional();
	}

	List<Task> open(String officer) {
		return db.sql("select * from tasks.task where officer = :officer and closed_at is null order by due_at, id limit :limit")
				.param("officer", officer)
				.param("limit", MOST_LISTED).query(TaskStore::task).list();
	}

	/** Every combination of role, unit and officer (null for nobody) among the open tasks. */
	List<Holding> holdings() {
		return db.sql("select distinct role, unit, officer from tasks.task where closed_at is null order by role, unit, officer")
				.query((row, n) -> new Holding(row.getString("role"), row.getString("unit"), row.getString("officer"))).list();
	}

	/**
	 * The open tasks of one combination, locked for drawing again, those due first in front; those that are being decided just now are left
	 * out. Nobody's come in any order: those that nobody present may take must not stand before the others for ever.
	 */
	List<Task> held(Holding holding, int limit) {
		String officer = holding.officer();
		return db.sql("select * from tasks.task where closed_at is null and role = :role and unit = :unit and "
				+ (officer == null ? "officer is null order by random()" : "officer = :officer order by due_at, id")
				+ " limit :limit for update skip locked")
				.param("role", holding.role()).param("unit", holding.unit()).param("officer", officer).param("limit", limit).query(TaskStore::task)
				.list();
	}

	/** The officer's open tasks of one applicant, locked. */
	List<Task> heldOf(String officer, String applicant) {
		return db.sql("select * from tasks.task where officer = :officer and closed_at is null and applicant = :applicant order by id for update")
				.param("officer", officer).param("applicant", applicant).query(TaskStore::task).list();
	}

	List<Tasks.Waiting> waiting() {
		return db.sql("""
				select unit, role, count(*) as count, min(due_at) as oldest from tasks.task
				where closed_at is null and officer is null group by unit, role order by unit, role
				""").query((row, n) -> new Tasks.Waiting(row.getString("unit"), row.getString("role"), row.getInt("count"),
				row.getTimestamp("oldest").toInstant())).list();
	}

	NewTask asNew(Task task) {
		return db.sql("select applicant, excluded from tasks.task where id = :task").param("task", task.id())
				.query((row, n) -> new NewTask(task.caseNumber(), task.procedure(), task.step(), task.visit(), task.role(), task.unit(), task.blind(),
						task.dueAt(), row.getString("applicant"), java.util.Set.of((String[]) row.getArray("excluded").getArray())))
				.single();
	}

	List<Draw> draws(long task) {
		return db.sql("select draws::text from tasks.task where id = :task").param("task", task).query(String.class).optional()
				.map(text -> json.readValue(text, new TypeReference<List<Draw>>() {
				})).orElse(List.of());
	}

	int doneSince(String officer, Instant start) {
		return db.sql("select count(*) from tasks.task where officer = :officer and closed_at >= :start").param("officer", officer)
				.param("start", start.atOffset(ZoneOffset.UTC)).query(Integer.class).single();
	}

	int waiting(String officer) {
		return db.sql("select count(*) from tasks.task where officer = :officer and closed_at is null").param("officer", officer).query(Integer.class)
				.single();
	}

	private static Task task(ResultSet row, int n) throws SQLException {
		Timestamp closed = row.getTimestamp("closed_at");
		return new Task(row.getLong("id"), row.getString("case_number"), row.getString("procedure"), row.getString("step"), row.getInt("visit"),
				row.getString("role"), row.getString("unit"), row.getBoolean("blind"), row.getString("officer"),
				row.getTimestamp("opened_at").toInstant(), row.getTimestamp("due_at").toInstant(), closed == null ? null : closed.toInstant());
	}
}
