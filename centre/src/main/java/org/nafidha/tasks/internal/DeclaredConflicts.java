package org.nafidha.tasks.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nafidha.journal.Act;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.tasks.Conflicts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The conflicts of {@code tasks.conflict}, which every draw leaves out. */
@Component
class DeclaredConflicts implements Conflicts {

	private final JdbcClient db;
	private final TaskStore store;
	private final DrawnTasks tasks;
	private final Journal journal;
	private final InstantSource clock;

	DeclaredConflicts(JdbcClient db, TaskStore store, DrawnTasks tasks, Journal journal, InstantSource clock) {
		this.db = db;
		this.store = store;
		this.tasks = tasks;
		this.journal = journal;
		this.clock = clock;
	}

	@Override
	@Transactional
	public Result<Conflict> declare(String officerId, String personId, Kind kind) {
		if (of(officerId).stream().filter(conflict -> !conflict.personId().equals(personId)).count() >= LIMIT) {
			return Refusal.of("conflict.too-many", "limit", Integer.toString(LIMIT)).asResult();
		}
		Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
		Conflict declared = db.sql("""
				insert into tasks.conflict (officer, person, kind, declared_at) values (:officer, :person, :kind, :now)
				on conflict (person, officer) do update set kind = excluded.kind returning person, kind, declared_at
				""").param("officer", officerId).param("person", personId).param("kind", kind.code()).param("now", Timestamp.from(now))
				.query((row, n) -> conflict(row.getString("person"), row.getString("kind"), row.getTimestamp("declared_at"))).single();
		journal.append(new Act("conflict.declared", officerId, new Actor.Officer(officerId), Map.of("person", personId, "kind", kind.code())));
		store.heldOf(officerId, personId).forEach(task -> tasks.drawAgain(task, "conflict"));
		return Result.ok(declared);
	}

	@Override
	@Transactional
	public void withdraw(String officerId, String personId) {
		int ended = db.sql("delete from tasks.conflict where officer = :officer and person = :person").param("officer", officerId)
				.param("person", personId).update();
		if (ended == 1) {
			journal.append(new Act("conflict.withdrawn", officerId, new Actor.Officer(officerId), Map.of("person", personId)));
		}
	}

	@Override
	public List<Conflict> of(String officerId) {
		return db.sql("select person, kind, declared_at from tasks.conflict where officer = :officer order by declared_at desc, person limit :most")
				.param("officer", officerId).param("most", LIMIT)
				.query((row, n) -> conflict(row.getString("person"), row.getString("kind"), row.getTimestamp("declared_at"))).list();
	}

	private static Conflict conflict(String person, String kind, Timestamp at) {
		return new Conflict(person, Kind.valueOf(kind.toUpperCase(Locale.ROOT)), at.toInstant());
	}
}
