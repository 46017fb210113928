package org.nafidha.cases.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
import org.nafidha.platform.Writes;
import org.springframework.stereotype.Component;

/** What a transition writes: one journal entry, the case, the visit that ends and those that begin. */
@Component
class TransitionWriter {

	private static final String INSERT_FILE = """
			insert into cases.file (number, procedure, version, channel, person, acts_for, about, opened_at, due_at, clock_stopped_since, revision, end_id, ended_at, data)
			values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, cast(? as jsonb))""";
	private static final String UPDATE_FILE = """
			update cases.file set revision = revision + 1, due_at = ?, clock_stopped_since = ?, end_id = ?, ended_at = ?, reopened_at = ?,
			       data = coalesce(cast(? as jsonb), data) where number = ?""";
	private static final String CLOSE_VISIT = """
			update cases.visit set closed_at = ?, outcome = ?, reason = ?, message = ?, note = ?, closed_by = ?, request_key = ?, closed_entry = ?,
			       pending_at = null where case_number = ? and step = ? and visit = ?""";
	private static final String OPEN_VISIT = """
			insert into cases.visit (case_number, step, visit, opened_at, due_at, task, pending_at, closed_at, outcome, closed_by, entry, closed_entry, place)
			values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

	private static final String MARK = "insert into cases.mark (case_number, step, visit, field, word) values (?, ?, ?, ?, ?)";

	private static final String AUTOMATION = "system:automation";

	private final CaseStore store;
	private final Journal journal;
	private final WorkingCalendar calendar;
	private final ZoneId zone;

	TransitionWriter(CaseStore store, Journal journal, WorkingCalendar calendar, CentreProperties centre) {
		this.store = store;
		this.journal = journal;
		this.calendar = calendar;
		this.zone = centre.zone();
	}

	/**
	 * Adds what is to be written, and answers with the case as it stands after it.
	 *
	 * @param tasks the ids of the tasks that open, in the order of their openings
	 */
	CaseFile write(Transition t, List<Long> tasks, Writes writes) {
		EntryId entry = journal.append(new Act(t.kind(), t.before.number(), t.actor, facts(t)), writes);
		List<Visit> opened = opened(t, tasks, entry);
		CaseFile after = after(t, opened, entry);
		if (t.closing == null && !t.reopening) {
			insertFile(after, writes);
		} else {
			updateFile(t, after, writes);
			t.closings().forEach(c -> writes.add(CLOSE_VISIT, t.now, c.outcome(), c.reason(), c.message(), c.note(), t.actor.text(), c.requestKey(),
					entry.value(), t.before.number(), c.visit().step(), c.visit().visit()));
			mark(t, writes);
		}
		for (int i = 0; i < opened.size(); i++) {
			Visit v = opened.get(i);
			writes.add(OPEN_VISIT, v.caseNumber(), v.step(), v.visit(), v.openedAt(), v.dueAt(), v.task(), t.openings.get(i).pending() ? t.now : null,
					v.closedAt(), v.outcome(), v.closedBy(), v.entry(), v.closedEntry(), t.before.visits().size() + i + 1);
		}
		return after;
	}

	private static void mark(Transition t, Writes writes) {
		Closing closing = t.closing;
		if (closing != null) {
			t.marks.forEach((field, word) -> writes.add(MARK, t.before.number(), closing.visit().step(), closing.visit().visit(), field, word));
		}
	}

	private void insertFile(CaseFile f, Writes writes) {
		writes.add(INSERT_FILE, f.number(), f.procedure(), f.version(), f.channel().name(), f.personId(), f.actsFor(), f.about(), f.openedAt(),
				f.dueAt(), f.clockStoppedSince(), f.end(), f.endedAt(), store.write(f.data()));
	}

	private void updateFile(Transition t, CaseFile f, Writes writes) {
		writes.add(UPDATE_FILE, f.dueAt(), f.clockStoppedSince(), f.end(), f.endedAt(), f.reopenedAt(), t.dataChanged ? store.write(t.data) : null,
				f.number());
	}

	/** What a reader would find now, without asking the database again. */
	private CaseFile after(Transition t, List<Visit> opened, EntryId entry) {
		List<Visit> visits = new ArrayList<>();
		for (Visit visit : t.before.visits()) {
			visits.add(
					t.closings().stream().filter(c -> c.visit().key().equals(visit.key())).findFirst().map(c -> closed(t, c, entry)).orElse(visit));
		}
		visits.addAll(opened);
		CaseFile f = t.before;
		int revision = t.closing == null && !t.reopening ? 1 : f.revision() + 1;
		return new CaseFile(f.number(), f.procedure(), f.version(), f.channel(), f.personId(), f.actsFor(), f.about(), f.openedAt(), dueAt(t),
				stoppedSince(t), revision, t.end, t.end == null ? null : t.now, t.reopening ? t.now : f.reopenedAt(), t.data, visits);
	}

	private static List<Visit> opened(Transition t, List<Long> tasks, EntryId entry) {
		Iterator<Long> task = tasks.iterator();
		List<Visit> opened = new ArrayList<>();
		for (Opening o : t.openings) {
			boolean done = o.outcome() != null;
			opened.add(new Visit(t.before.number(), o.step(), o.visit(), t.now, o.dueAt(), o.task() == null ? null : task.next(), done ? t.now : null,
					o.outcome(), null, null, null, done ? AUTOMATION : null, null, entry.value(), done ? entry.value() : null));
		}
		return opened;
	}

	private static Visit closed(Transition t, Closing c, EntryId entry) {
		Visit v = c.visit();
		return new Visit(v.caseNumber(), v.step(), v.visit(), v.openedAt(), v.dueAt(), v.task(), t.now, c.outcome(), c.reason(), c.message(),
				c.note(),
				t.actor.text(), c.requestKey(), v.entry(), entry.value());
	}

	/** The statutory end, moved by the working days on which the clock stood still until now; a case that is taken up again has its whole term again. */
	private Instant dueAt(Transition t) {
		if (t.reopening) {
			return calendar.deadline(t.now.atZone(zone), t.procedure.statutoryDays(), t.procedure.owner()).end();
		}
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
		if (!t.aside.isEmpty()) {
			facts.put("with", t.aside.stream().map(c -> c.visit().step() + ":" + c.outcome()).toList());
		}
		facts.put("to", t.openings.stream().map(o -> o.outcome() == null ? o.step() : o.step() + ":" + o.outcome()).collect(Collectors.toList()));
		if (t.end != null) {
			facts.put("end", t.end);
		}
		return facts;
	}
}
