package org.nafidha.cases.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Visit;
import org.nafidha.journal.Act;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedures;
import org.nafidha.tasks.Tasks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moves the dates of running cases to where the calendar puts them now: later, when a day off was declared; never earlier than was told. */
@Component
class LaterDates {

	private static final Actor CALENDAR = new Actor.System("calendar");

	private final CaseStore store;
	private final Procedures procedures;
	private final Tasks tasks;
	private final Journal journal;
	private final ActContext context;
	private final JdbcClient db;

	LaterDates(CaseStore store, Procedures procedures, Tasks tasks, Journal journal, ActContext context, JdbcClient db) {
		this.store = store;
		this.procedures = procedures;
		this.tasks = tasks;
		this.journal = journal;
		this.context = context;
		this.db = db;
	}

	/** True when a date of the case moved; the journal then says which ({@code case.dates-moved}). */
	boolean move(String number, Terms terms) {
		return context.transactions().<Boolean>act(() -> {
			Optional<CaseFile> file = store.lock(number).filter(one -> !one.ended());
			return Result.ok(file.isPresent() && move(file.get(), terms));
		}).orThrow();
	}

	private boolean move(CaseFile file, Terms terms) {
		Procedure procedure = procedures.version(file.procedure(), file.version()).orElseThrow();
		Map<String, Object> moved = new LinkedHashMap<>();
		Instant due = terms.due(file, procedure);
		if (due.isAfter(file.dueAt())) {
			db.sql("update cases.file set due_at = :due, revision = revision + 1 where number = :number").param("due", due.atOffset(ZoneOffset.UTC))
					.param("number", file.number()).update();
			moved.put("due", due.toString());
		}
		for (Visit visit : file.openVisits()) {
			Instant stepDue = terms.due(visit, procedure.step(visit.step()), procedure.owner());
			if (stepDue != null && visit.dueAt() != null && stepDue.isAfter(visit.dueAt())) {
				move(visit, stepDue);
				moved.put(visit.step(), stepDue.toString());
			}
		}
		if (!moved.isEmpty()) {
			journal.append(new Act("case.dates-moved", file.number(), CALENDAR, Map.of("to", moved)));
		}
		return !moved.isEmpty();
	}

	/** A step that was late is late no longer. */
	private void move(Visit visit, Instant due) {
		db.sql("""
				update cases.visit set due_at = :due, overdue = overdue and :due <= :now where case_number = :number and step = :step and visit = :visit
				""")
				.param("due", due.atOffset(ZoneOffset.UTC)).param("now", context.now().atOffset(ZoneOffset.UTC))
				.param("number", visit.caseNumber()).param("step", visit.step()).param("visit", visit.visit()).update();
		if (visit.task() != null) {
			tasks.moveDue(visit.task(), due);
		}
	}
}
