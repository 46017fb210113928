package org.nafidha.cases.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nafidha.calendar.WorkingCalendar;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Visit;
import org.nafidha.cases.internal.Transition.Closing;
import org.nafidha.cases.internal.Transition.Opening;
import org.nafidha.journal.Act;
import org.nafidha.journal.EntryId;
import org.nafidha.journal.Journal;
import org.nafidha.platform.CentreProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Writes a transition: one journal entry, then the case, the visit that ends and those that begin in one statement. */
@Component
class TransitionWriter {

	private static final String INSERT_FILE = """
			with file as (
			  insert into cases.file (number, procedure, version, channel, person, acts_for, opened_at, due_at, clock_stopped_since, revision, end_id, ended_at, data)
			  values (:number, :procedure, :version, :channel, :person, :acts_for, :opened_at, :due_at, :stopped, 1, :end, :ended, cast(:data as jsonb))
			)""";
	private static final String UPDATE_FILE = """
			with file as (
			  update cases.file set revision = revision + 1, due_at = :due_at, clock_stopped_since = :stopped, end_id = :end, ended_at = :ended,
			         data = coalesce(cast(:data as jsonb), data)
			  where number = :number
			)""";
	private static final String CLOSE_VISIT = """
			, closed as (
			  update cases.visit set closed_at = cast(:now as timestamptz), outcome = :outcome, reason = :reason, message = :message, note = :note, closed_by = :actor,
			         request_key = :request_key, closed_entry = cast(:entry as bigint), pending_at = null
			  where case_number = :number and step = :closing_step and visit = :closing_visit
			)""";
	private static final String OPEN_VISITS = """

			insert into cases.visit (case_number, step, visit, opened_at, due_at, task, pending_at, closed_at, outcome, closed_by, entry, closed_entry)
			select :number, o.step, o.visit, at.now, o.due_at, o.task, case when o.pending then at.now end, case when o.outcome is not null then at.now end,
			       o.outcome, case when o.outcome is not null then 'system:automation' end, at.entry, case when o.outcome is not null then at.entry end
			from unnest(:steps, :visits, cast(:dues as timestamptz[]), :tasks, :pendings, :outcomes) as o(step, visit, due_at, task, pending, outcome),
			     (select cast(:now as timestamptz) as now, cast(:entry as bigint) as entry) as at
			""";

	private static final String AUTOMATION = "system:automation";

	private final JdbcClient db;
	private final CaseStore store;
	private final Journal journal;
	private final WorkingCalendar calendar;
	private final ZoneId zone;

	TransitionWriter(JdbcClient db, CaseStore store, Journal journal, WorkingCalendar calendar, CentreProperties centre) {
		this.db = db;
		this.store = store;
		this.journal = journal;
		this.calendar = calendar;
		this.zone = centre.zone();
	}

	/** Answers with the case as it stands after it. */
	CaseFile open(Transition t) {
		EntryId entry = journal.append(new Act("case.opened", t.before.number(), t.actor, facts(t)));
		CaseFile file = t.before;
		StatementSpec statement = db.sql(INSERT_FILE + OPEN_VISITS).param("procedure", file.procedure()).param("version", file.version())
				.param("channel", file.channel().name()).param("person", file.personId()).param("acts_for", file.actsFor())
				.param("opened_at", Timestamp.from(file.openedAt()));
		file(statement, t, store.write(t.data));
		openings(statement, t, entry).update();
		return after(t, entry, 1);
	}

	/** Answers with the case as it stands after it. */
	CaseFile move(Transition t) {
		EntryId entry = journal.append(new Act("case.moved", t.before.number(), t.actor, facts(t)));
		Closing closing = t.closing;
		if (closing == null) {
			throw new IllegalStateException("a transition of " + t.before.number() + " ends no step");
		}
		StatementSpec statement = db.sql(UPDATE_FILE + CLOSE_VISIT + OPEN_VISITS).param("outcome", closing.outcome())
				.param("reason", closing.reason())
				.param("message", closing.message()).param("note", closing.note()).param("actor", t.actor.text())
				.param("request_key", closing.requestKey()).param("closing_step", closing.visit().step())
				.param("closing_visit", closing.visit().visit());
		file(statement, t, t.dataChanged ? store.write(t.data) : null);
		openings(statement, t, entry).update();
		return after(t, entry, t.before.revision() + 1);
	}

	/** What a reader would find now, without asking the database again. */
	private CaseFile after(Transition t, EntryId entry, int revision) {
		List<Visit> visits = new ArrayList<>();
		for (Visit visit : t.before.visits()) {
			visits.add(t.closing != null && t.closing.visit().key().equals(visit.key()) ? closed(t, t.closing, entry) : visit);
		}
		for (Opening o : t.openings) {
			boolean done = o.outcome() != null;
			visits.add(new Visit(t.before.number(), o.step(), o.visit(), t.now, o.dueAt(), o.task(), done ? t.now : null, o.outcome(), null, null,
					done ? AUTOMATION : null, null, entry.value(), done ? entry.value() : null));
		}
		CaseFile f = t.before;
		return new CaseFile(f.number(), f.procedure(), f.version(), f.channel(), f.personId(), f.actsFor(), f.openedAt(), dueAt(t), stoppedSince(t),
				revision, t.end, t.end == null ? null : t.now, t.data, visits);
	}

	private static Visit closed(Transition t, Closing c, EntryId entry) {
		Visit v = c.visit();
		return new Visit(v.caseNumber(), v.step(), v.visit(), v.openedAt(), v.dueAt(), v.task(), t.now, c.outcome(), c.reason(), c.message(),
				t.actor.text(), c.requestKey(), v.entry(), entry.value());
	}

	private void file(StatementSpec statement, Transition t, @Nullable String data) {
		statement.param("number", t.before.number()).param("due_at", Timestamp.from(dueAt(t)))
				.param("stopped", timestamp(stoppedSince(t))).param("end", t.end).param("ended", timestamp(t.end == null ? null : t.now))
				.param("data", data);
	}

	private static StatementSpec openings(StatementSpec statement, Transition t, EntryId entry) {
		Stream<Opening> all = t.openings.stream();
		return statement.param("now", Timestamp.from(t.now)).param("entry", entry.value())
				.param("steps", all.map(Opening::step).toArray(String[]::new))
				.param("visits", t.openings.stream().map(Opening::visit).toArray(Integer[]::new))
				.param("dues", t.openings.stream().map(o -> timestamp(o.dueAt())).toArray(Timestamp[]::new))
				.param("tasks", t.openings.stream().map(Opening::task).toArray(Long[]::new))
				.param("pendings", t.openings.stream().map(Opening::pending).toArray(Boolean[]::new))
				.param("outcomes", t.openings.stream().map(Opening::outcome).toArray(String[]::new));
	}

	/** The statutory end, moved by the working days on which the clock stood still until now. */
	private Instant dueAt(Transition t) {
		Instant stopped = t.before.clockStoppedSince();
		if (stopped == null || t.clockStops) {
			return t.before.dueAt();
		}
		int days = calendar.workingDaysBetween(stopped, t.now, t.procedure.owner());
		return days == 0 ? t.before.dueAt() : calendar.deadline(t.before.dueAt().atZone(zone), days, t.procedure.owner()).end();
	}

	private static @Nullable Instant stoppedSince(Transition t) {
		if (!t.clockStops || t.end != null) {
			return null;
		}
		return t.before.clockStoppedSince() == null ? t.now : t.before.clockStoppedSince();
	}

	private static Map<String, Object> facts(Transition t) {
		Map<String, Object> facts = new LinkedHashMap<>(t.facts);
		facts.put("procedure", t.procedure.id());
		facts.put("version", t.procedure.version());
		if (t.closing != null) {
			facts.put("step", t.closing.visit().step());
			facts.put("visit", t.closing.visit().visit());
			facts.put("outcome", t.closing.outcome());
			if (t.closing.reason() != null) {
				facts.put("reason", t.closing.reason());
			}
		}
		facts.put("to", t.openings.stream().map(o -> o.outcome() == null ? o.step() : o.step() + ":" + o.outcome()).collect(Collectors.toList()));
		if (t.end != null) {
			facts.put("end", t.end);
		}
		return facts;
	}

	private static @Nullable Timestamp timestamp(@Nullable Instant at) {
		return at == null ? null : Timestamp.from(at);
	}
}
