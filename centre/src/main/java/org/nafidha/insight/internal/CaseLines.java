package org.nafidha.insight.internal;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.nafidha.journal.Entry;
import org.nafidha.journal.JournalReader;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps a line for each case: whatever the journal says of a case, its line is made anew from what the case is by then. */
@Component
class CaseLines implements JournalReader {

	private final JdbcClient db;
	private final Procedures procedures;

	CaseLines(JdbcClient db, Procedures procedures) {
		this.db = db;
		this.procedures = procedures;
	}

	@Override
	public String name() {
		return "insight.case-lines";
	}

	@Override
	public void handle(List<Entry> batch) {
		Set<String> numbers = new TreeSet<>();
		batch.stream().filter(entry -> entry.kind().startsWith("case.")).forEach(entry -> numbers.add(entry.subject()));
		if (!numbers.isEmpty()) {
			write(numbers);
		}
	}

	private void write(Set<String> numbers) {
		List<Procedure> known = procedures.current();
		db.sql("""
				insert into insight.case_line (number, procedure, unit, state, person, opened_at, due_at, ended_at)
				select l.number, l.procedure, coalesce(t.unit, o.owner, ''), l.state, l.person, l.opened_at, l.due_at, l.ended_at
				from cases.line_for_insight l
				left join tasks.unit_for_insight t on t.id = l.task
				left join unnest(cast(:procedures as text[]), cast(:owners as text[])) as o (procedure, owner) on o.procedure = l.procedure
				where l.number = any(:numbers)
				on conflict (number) do update set unit = excluded.unit, state = excluded.state, due_at = excluded.due_at, ended_at = excluded.ended_at
				""")
				.param("numbers", numbers.toArray(String[]::new)).param("procedures", known.stream().map(Procedure::id).toArray(String[]::new))
				.param("owners", known.stream().map(Procedure::owner).toArray(String[]::new)).update();
	}
}
