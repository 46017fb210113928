package org.nafidha.cases.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
			insert into cases.file (number, procedure, version, channel, person, acts_for, opened_at, due_at, clock_stopped_since, revision, end_id, ended_at, data)
			values (:number, :procedure, :version, :channel, :person, :acts_for, :opened_at, :due_at, :stopped, 1, :end, :ended, cast(:data as jsonb))
			""";
	private static final String UPDATE_FILE = """
			update cases.file set revision = revision + 1, due_at = :due_at, clock_stopped_since = :stopped, end_id = :end, ended_at = :ended,
			       data = coalesce(cast(:data as jsonb), data)
			where number = :number
			""";
	private static final String CLOSE_VISIT = """
			closed as (
			  update cases.visit set closed_at = cast(:now as timestamptz), outcome = :outcome, reason = :reason, message = :message, note = :note, closed_by = :actor,
			         request_key = :request_key, closed_entry = cast(:entry as bigint), pending_at = null
			  where case_number = :number and step = :closing_step and visit = :closing_visit
			)""";
	private static final String OPEN_VISITS = """
			opened as (
			  insert into cases.visit (case_number, step, visit, opened_at, due_at, task, pending_at, closed_at, outcome, closed_by, entry, closed_entry)
			  select :number, o.step, o.visit, at.now, o.due_at, o.task, case when o.pending then at.now end, case when o.outcome is not null then at.now end,
			         o.outcome, case when o.outcome is not null then 'system:automation' end, at.entry, case when o.outcome is not null then at.entry end
			  from (values %s) as o(step, visit, due_at, task, pending, outcome),
			       (select cast(:now as timestamptz) as now, cast(:entry as bigint) as entry) as at
			)""";
	/** Rows, not arrays: for arrays of unknown length PostgreSQL would plan the statement anew each time. */
	private static final String OPENING = """
			(cast(:step%1$d as text), cast(:visit%1$d as int), cast(:due%1$d as timestamptz), cast(:task%1$d as bigint), cast(:pending%1$d as boolean), cast(:outcome%1$d as text))""";

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

	/** Answers with the case as it stands after it. @param tasks the ids of the tasks that open, in the order of their openings */
	CaseFile write(Transition t, List<Long> tasks) {
		return t.closing == null ? open(t, tasks) : move(t, t.closing, tasks);
	}

	private CaseFile open(Transition t, List<Long> tasks) {
		EntryId entry = journal.append(new Act("case.opened", t.before.number(), t.actor, facts(t)));
		CaseFile file = t.before;
		StatementSpec statement = statement(t, "", INSERT_FILE).param("procedure", file.procedure()).param("version", file.version())
				.param("channel", file.channel().name()).param("person", file.personId()).param("acts_for", file.actsFor())
				.param("opened_at", Timestamp.from(file.openedAt()));
		List<Visit> opened = opened(t, tasks, entry);
		file(statement, t, store.write(t.data));
		openings(statement, t, opened, entry).update();
		return after(t, opened, entry, 1);
	}

	private CaseFile move(Transition t, Closing closing, List<Long> tasks) {
		EntryId entry = journal.append(new Act("case.moved", t.before.number(), t.actor, facts(t)));
		StatementSpec statement = statement(t, CLOSE_VISIT, UPDATE_FILE).param("outcome", closing.outcome()).param("reason", closing.reason())
				.param("message", closing.message()).param("note", closing.note()).param("actor", t.actor.text())
				.param("request_key", closing.requestKey()).param("closing_step", closing.visit().step())
				.param("closing_visit", closing.visit().visit());
		List<Visit> opened = opened(t, tasks, entry);
		file(statement, t, t.dataChanged ? store.write(t.data) : null);
		openings(statement, t, opened, entry).update();
		return after(t, opened, entry, t.before.revision() + 1);
	}

	private StatementSpec statement(Transition t, String closing, String file) {
		String openings = IntStream.range(0, t.openings.size()).mapToObj(OPENING::formatted).collect(Collectors.joining(", "));
		String opening = openings.isEmpty() ? "" : OPEN_VISITS.formatted(openings);
		String visits = Stream.of(closing, opening).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
		return db.sql((visits.isEmpty() ? "" : "with " + visits + " ") + file);
	}

	/** What a reader would find now, without asking the database again. */
	private CaseFile after(Transition t, List<Visit> opened, EntryId entry, int revision) {
		List<Visit> visits = new ArrayList<>();
		for (Visit visit : t.before.visits()) {
			visits.add(t.closing != null && t.closing.visit().key().equals(visit.key()) ? closed(t, t.closing, entry) : visit);
		}
		visits.addAll(opened);
		CaseFile f = t.before;
		return new CaseFile(f.number(), f.procedure(), f.version(), f.channel(), f.personId(), f.actsFor(), f.openedAt(), dueAt(t), stoppedSince(t),
				revision, t.end, t.end == null ? null : t.now, t.data, visits);
	}

	private static List<Visit> opened(Transition t, List<Long> tasks, EntryId entry) {
		Iterator<Long> task = tasks.iterator();
		List<Visit> opened = new ArrayList<>();
		for (Opening o : t.openings) {
			boolean done = o.outcome() != null;
			opened.add(new Visit(t.before.number(), o.step(), o.visit(), t.now, o.dueAt(), o.task() == null ? null : task.next(), done ? t.now : null,
					o.outcome(), null, null, done ? AUTOMATION : null, null, entry.value(), done ? entry.value() : null));
		}
		return opened;
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

	private static StatementSpec openings(StatementSpec statement, Transition t, List<Visit> opened, EntryId entry) {
		if (!opened.isEmpty() || t.closing != null) {
			statement.param("now", Timestamp.from(t.now)).param("entry", entry.value());
		}
		for (int i = 0; i < opened.size(); i++) {
			Visit visit = opened.get(i);
			statement.param("step" + i, visit.step()).param("visit" + i, visit.visit()).param("due" + i, timestamp(visit.dueAt()))
					.param("task" + i, visit.task()).param("pending" + i, t.openings.get(i).pending()).param("outcome" + i, visit.outcome());
		}
		return statement;
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
