package org.nafidha.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Cases that ended long ago, with their visits and tasks, written straight into the database of a centre that runs: invented, and marked so. */
final class StoredCases {

	private static final String FILES = """
			insert into cases.file (number, procedure, version, channel, person, opened_at, due_at, revision, end_id, ended_at, data)
			select 'bench-' || i, 'violations-statement', 2, 'PORTAL', 'bench-' || i / 20, now() - i * interval '30 seconds',
			       now() - i * interval '30 seconds' + interval '1 day', 4, 'end-granted', now() - i * interval '30 seconds' + interval '2 hours',
			       '{"invented": true, "property": "1/1", "purpose": "sale", "violations": {"found": true, "count": 2}}'
			from generate_series(%1$d, %2$d) as i""";
	private static final String VISITS = """
			insert into cases.visit (case_number, step, visit, opened_at, due_at, task, closed_at, outcome, closed_by, entry, closed_entry, place)
			select 'bench-' || i, s.step, 1, now() - i * interval '30 seconds', now() - i * interval '30 seconds' + interval '1 day',
			       case when s.step = 'check' then -i end, now() - i * interval '30 seconds' + interval '1 hour', 'done', 'system:bench', 1, 1, s.place
			from generate_series(%1$d, %2$d) as i, (values ('check', 1), ('pay', 2), ('issue', 3)) as s(step, place)""";
	private static final String TASKS = """
			insert into tasks.task (id, case_number, procedure, step, visit, role, unit, blind, applicant, excluded, officer, draws, opened_at, due_at,
			                        closed_at, outcome)
			select -i, 'bench-' || i, 'violations-statement', 'check', 1, 'reviewer', 'technical-affairs/building-control', true, 'bench-' || i / 20, '{}',
			       'bench-officer-' || i %% 7, '[]', now() - i * interval '30 seconds', now() - i * interval '30 seconds' + interval '1 day',
			       now() - i * interval '30 seconds' + interval '1 hour', 'confirm'
			from generate_series(%1$d, %2$d) as i""";

	private final Path home;
	private int stored;

	StoredCases(Path home) {
		this.home = home;
	}

	/** Adds what is missing to that number, and lets PostgreSQL look at its tables as it would by itself after a while. */
	void fillTo(int cases) throws IOException, SQLException {
		if (cases == stored) {
			return;
		}
		try (Connection owner = HomeDatabase.connect(home); Statement statement = owner.createStatement()) {
			owner.setReadOnly(false);
			for (String insert : new String[]{FILES, VISITS, TASKS}) {
				statement.executeUpdate(insert.formatted(stored + 1, cases));
			}
			statement.execute("vacuum (analyze) cases.file, cases.visit, tasks.task");
		}
		stored = cases;
	}
}
