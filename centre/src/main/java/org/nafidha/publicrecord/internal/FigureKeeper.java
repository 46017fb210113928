package org.nafidha.publicrecord.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nafidha.calendar.WorkingCalendar;
import org.nafidha.journal.Entry;
import org.nafidha.journal.JournalReader;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Counts for everybody what the journal records: when each case was opened and how it ended, and every document issued. A refused case that
 * an appeal has opened again runs once more and is counted when it ends again, with all the days since it was asked for.
 */
@Component
class FigureKeeper implements JournalReader {

	/** How a case ended, as far as the public is told. */
	enum Outcome {
		GRANTED, REFUSED,
		/** Withdrawn, lapsed, not paid: nobody decided against it. */
		OTHER
	}

	private record Opened(String number, Procedure procedure, Instant at) {
	}

	private record Ended(String number, Outcome outcome, Instant at, String owner) {
	}

	private final JdbcClient db;
	private final Procedures procedures;
	private final WorkingCalendar calendar;
	private final JsonMapper json;

	FigureKeeper(JdbcClient db, Procedures procedures, WorkingCalendar calendar, JsonMapper json) {
		this.db = db;
		this.procedures = procedures;
		this.calendar = calendar;
		this.json = json;
	}

	@Override
	public String name() {
		return "publicrecord.figures";
	}

	@Override
	public void handle(List<Entry> batch) {
		List<Opened> opened = new ArrayList<>();
		Map<String, Ended> ended = new LinkedHashMap<>();
		Set<String> reopened = new LinkedHashSet<>();
		List<Entry> issued = new ArrayList<>();
		for (Entry entry : batch) {
			switch (entry.kind()) {
				case "case.opened" -> {
					JsonNode facts = json.readTree(entry.facts());
					procedure(facts).ifPresent(p -> opened.add(new Opened(entry.subject(), p, entry.at())));
					end(entry, facts).ifPresent(end -> ended.put(end.number(), end));
				}
				case "case.moved" -> end(entry, json.readTree(entry.facts())).ifPresent(end -> ended.put(end.number(), end));
				case "case.reopened" -> {
					ended.remove(entry.subject());
					reopened.add(entry.subject());
				}
				case "document.issued" -> issued.add(entry);
				default -> {
					// concerns nobody's figures
				}
			}
		}
		keepOpened(opened);
		keepReopened(reopened);
		keepEnded(List.copyOf(ended.values()));
		keepIssued(issued);
	}

	private Optional<Procedure> procedure(JsonNode facts) {
		return procedures.version(facts.path("procedure").asString(""), facts.path("version").asInt(0));
	}

	private Optional<Ended> end(Entry entry, JsonNode facts) {
		if (!facts.has("end")) {
			return Optional.empty();
		}
		return procedure(facts).map(p -> new Ended(entry.subject(), outcome(p.ends().get(facts.path("end").asString(""))), entry.at(), p.owner()));
	}

	private static Outcome outcome(Procedure.@Nullable End end) {
		if (end == null) {
			return Outcome.OTHER;
		}
		if (end.granted()) {
			return Outcome.GRANTED;
		}
		return end.refusedByDecision() ? Outcome.REFUSED : Outcome.OTHER;
	}

	private void keepOpened(List<Opened> opened) {
		if (opened.isEmpty()) {
			return;
		}
		db.sql("""
				insert into publicrecord.case_figure (number, procedure, promised_days, opened_at)
				select * from unnest(:numbers, :procedures, :days, cast(:moments as timestamptz[])) on conflict (number) do nothing""")
				.param("numbers", opened.stream().map(Opened::number).toArray(String[]::new))
				.param("procedures", opened.stream().map(o -> o.procedure().id()).toArray(String[]::new))
				.param("days", opened.stream().map(o -> o.procedure().statutoryDays()).toArray(Integer[]::new))
				.param("moments", opened.stream().map(o -> Timestamp.from(o.at())).toArray(Timestamp[]::new)).update();
	}

	private void keepReopened(Set<String> numbers) {
		if (!numbers.isEmpty()) {
			db.sql("update publicrecord.case_figure set ended_at = null, outcome = null, working_days = null where number = any(:numbers)")
					.param("numbers", numbers.toArray(String[]::new)).update();
		}
	}

	private void keepEnded(List<Ended> ended) {
		if (ended.isEmpty()) {
			return;
		}
		Map<String, Instant> openings = openings(ended);
		List<Ended> known = ended.stream().filter(e -> openings.containsKey(e.number())).toList();
		db.sql("""
				update publicrecord.case_figure f set ended_at = e.at, outcome = e.outcome, working_days = e.days
				from unnest(:numbers, :outcomes, cast(:moments as timestamptz[]), :days) as e(number, outcome, at, days) where f.number = e.number""")
				.param("numbers", known.stream().map(Ended::number).toArray(String[]::new))
				.param("outcomes", known.stream().map(e -> e.outcome().name()).toArray(String[]::new))
				.param("moments", known.stream().map(e -> Timestamp.from(e.at())).toArray(Timestamp[]::new))
				.param("days", known.stream().map(e -> calendar.workingDaysBetween(openings.getOrDefault(e.number(), e.at()), e.at(), e.owner()))
						.toArray(Integer[]::new))
				.update();
	}

	private Map<String, Instant> openings(List<Ended> ended) {
		Map<String, Instant> openings = new HashMap<>();
		db.sql("select number, opened_at from publicrecord.case_figure where number = any(:numbers)")
				.param("numbers", ended.stream().map(Ended::number).toArray(String[]::new))
				.query(row -> {
					openings.put(row.getString(1), row.getTimestamp(2).toInstant());
				});
		return openings;
	}

	private void keepIssued(List<Entry> issued) {
		if (issued.isEmpty()) {
			return;
		}
		db.sql("""
				insert into publicrecord.issued_figure (number, issued_at)
				select * from unnest(:numbers, cast(:moments as timestamptz[])) on conflict (number) do nothing""")
				.param("numbers", issued.stream().map(Entry::subject).toArray(String[]::new))
				.param("moments", issued.stream().map(e -> Timestamp.from(e.at())).toArray(Timestamp[]::new)).update();
	}
}
