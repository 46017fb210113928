package org.nafidha.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Very many cases of many people, over all procedures and units, written as the owner straight into a centre's tables: invented, and marked so.
 * Case {@code i} was opened {@code i} times two minutes ago; every twentieth case is of the same person.
 */
final class ManyCases {

	private static final Duration APART = Duration.ofMinutes(2);
	private static final int CASES_OF_A_PERSON = 20;
	private static final int OFFICERS = 100;
	private static final int AT_ONCE = 100_000;

	private static final String PEOPLE = """
			insert into identity.person (id, national_number, given_name, family_name, father_name, search_key, invented)
			select 'bench-' || i, '13' || lpad(i::text, 9, '0'), g.given_name, f.family_name, h.father_name,
			       split_part(g.search_key, ' ', 1) || ' ' || split_part(h.search_key, ' ', 2) || ' ' || reverse(split_part(reverse(f.search_key), ' ', 1)), true
			from generate_series(cast(:first as bigint), cast(:last as bigint)) as i
			join bench_name g on g.n = (i * 7919) % :names join bench_name f on f.n = (i / 3 * 104729) % :names join bench_name h on h.n = (i / 7 * 1299709) % :names
			on conflict do nothing""";
	private static final String CASES = """
			insert into cases.file (number, procedure, version, channel, person, opened_at, due_at, clock_stopped_since, revision, end_id, ended_at, data)
			select '2026-' || lpad(i::text, greatest(6, length(i::text)), '0') || '-' || i % 10, (cast(:procedures as text[]))[1 + i * 31 % :procedureCount], 1, 'PORTAL',
			       'bench-' || i % :people, now() - i * interval '2 minutes', now() - i * interval '2 minutes' + interval '20 days',
			       case when i % 50 = 1 then now() - interval '1 day' end, 4, case when i % 50 > 2 then 'end-granted' end,
			       case when i % 50 > 2 then now() - i * interval '2 minutes' + interval '5 days' end, '{"invented": true}'
			from generate_series(:first, :last) as i""";
	private static final String VISITS = """
			insert into cases.visit (case_number, step, visit, opened_at, due_at, overdue, task, closed_at, outcome, closed_by, entry, closed_entry, place)
			select '2026-' || lpad(i::text, greatest(6, length(i::text)), '0') || '-' || i % 10, s.step, 1, now() - i * interval '2 minutes', now() + interval '9 days', false,
			       case when s.place = 2 then -i end, case when s.place < 2 or i % 50 > 2 then now() - i * interval '2 minutes' + interval '1 day' end,
			       case when s.place < 2 or i % 50 > 2 then 'done' end, case when s.place < 2 or i % 50 > 2 then 'system:bench' end, 1,
			       case when s.place < 2 or i % 50 > 2 then 1 end, s.place
			from generate_series(:first, :last) as i, (values ('pay', 1), ('check', 2)) as s(step, place)""";
	private static final String TASKS = """
			insert into tasks.task (id, case_number, procedure, step, visit, role, unit, blind, applicant, excluded, officer, draws, opened_at, due_at,
			                        closed_at, outcome)
			select -i, '2026-' || lpad(i::text, greatest(6, length(i::text)), '0') || '-' || i % 10, (cast(:procedures as text[]))[1 + i * 31 % :procedureCount], 'check', 1, 'reviewer',
			       (cast(:units as text[]))[1 + i * 17 % :unitCount], true, 'bench-' || i % :people, '{}', 'bench-officer-' || i / 7 % 100, '[]',
			       now() - i * interval '2 minutes', now() - i * interval '2 minutes' + interval '3 days',
			       case when i % 50 > 2 then now() - i * interval '2 minutes' + interval '1 day' end, case when i % 50 > 2 then 'done' end
			from generate_series(:first, :last) as i""";
	/** As the module's reader of the journal writes them. */
	private static final String LINES = """
			insert into insight.case_line (number, procedure, unit, state, person, opened_at, due_at, ended_at)
			select l.number, l.procedure, coalesce(t.unit, ''), l.state, l.person, l.opened_at, l.due_at, l.ended_at
			from cases.line_for_insight l left join tasks.unit_for_insight t on t.id = l.task
			on conflict (number) do nothing""";

	private final JdbcClient owner;
	private final Instant now = Instant.now();
	private List<String> names = List.of();
	private int cases;
	private int people;

	ManyCases(JdbcClient owner) {
		this.owner = owner;
	}

	/** Fills an empty centre, and lets PostgreSQL look at its tables as it would by itself after a while. */
	void fill(int wanted, List<String> procedures, List<String> units) {
		cases = wanted;
		people = Math.max(1, wanted / CASES_OF_A_PERSON);
		owner.sql("create temporary table bench_name as select *, row_number() over (order by id) - 1 as n from identity.person").update();
		owner.sql("create index on bench_name (n)").update();
		owner.sql("analyze bench_name").update();
		int known = owner.sql("select count(*) from bench_name").query(Integer.class).single();
		inParts(people, (first, last) -> owner.sql(PEOPLE).param("first", first).param("last", last).param("names", known).update());
		for (String insert : List.of(CASES, VISITS, TASKS)) {
			inParts(cases, (first, last) -> owner.sql(insert).param("first", first).param("last", last).param("people", people)
					.param("procedures", procedures.toArray(String[]::new)).param("procedureCount", procedures.size())
					.param("units", units.toArray(String[]::new)).param("unitCount", units.size()).update());
		}
		owner.sql(LINES).update();
		owner.sql("vacuum (analyze) cases.file, cases.visit, tasks.task, insight.case_line, identity.person").update();
		names = owner.sql("select search_key from identity.person where id like 'bench-%' order by id limit 5000")
				.query((row, n) -> row.getString("search_key")).list();
	}

	private interface Part {
		void write(int first, int last);
	}

	private static void inParts(int all, Part part) {
		for (int first = 1; first <= all; first += AT_ONCE) {
			part.write(first, Math.min(all, first + AT_ONCE - 1));
		}
	}

	int people() {
		return people;
	}

	String someNumber(SplittableRandom random) {
		int i = 1 + random.nextInt(cases);
		return String.format(Locale.ROOT, "2026-%06d-%d", i, i % 10);
	}

	String somePerson(SplittableRandom random) {
		return "bench-" + random.nextInt(people);
	}

	String someOfficer(SplittableRandom random) {
		return "bench-officer-" + random.nextInt(OFFICERS);
	}

	/** All words of somebody's name, or two of them. */
	String someName(SplittableRandom random) {
		List<String> words = new ArrayList<>(List.of(names.get(random.nextInt(names.size())).split(" ")));
		if (words.size() > 2 && random.nextBoolean()) {
			words.remove(random.nextInt(words.size()));
		}
		return String.join(" ", words);
	}

	Instant someTime(SplittableRandom random) {
		return now.minus(APART.multipliedBy(random.nextInt(cases)));
	}
}
