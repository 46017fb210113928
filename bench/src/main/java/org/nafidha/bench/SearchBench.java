package org.nafidha.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.nafidha.cases.Cases;
import org.nafidha.identity.Staff;
import org.nafidha.insight.CaseSearch;
import org.nafidha.insight.CaseSearch.Place;
import org.nafidha.insight.CaseSearch.Query;
import org.nafidha.insight.CaseSearch.Which;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedures;
import org.nafidha.tasks.Tasks;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Inboxes and searches over very many cases: how long each question takes at the 50th, 95th and 99th percentile, asked through the modules as
 * their pages ask, by one reader after another, and the plan by which PostgreSQL answered it once. How many cases: {@code -Dnafidha.cases} or
 * {@code NAFIDHA_BENCH_CASES}, a million without either.
 */
final class SearchBench implements Measurement {

	private static final String GROUP = "search";
	private static final int CASES = 1_000_000;
	private static final int WARM_UP = 300;
	private static final int ASKED = 1_000;
	private static final double AIM_MILLIS = 20;

	@Override
	public void measure(Report report) throws Exception {
		int cases = wanted();
		try (CentreInside centre = new CentreInside("search", 2_000); var owner = centre.owner()) {
			JdbcClient asOwner = JdbcClient.create(owner);
			ManyCases many = new ManyCases(asOwner);
			report.say("  filling in " + cases + " invented cases ...");
			Instant began = Instant.now();
			many.fill(cases, procedures(centre), units(centre));
			report.condition("database", Conditions.ofDatabase(asOwner));
			report.condition("search", cases + " cases (94 % ended, 4 % running, 2 % waiting) of " + many.people() + " people, filled in within "
					+ Duration.between(began, Instant.now()).toSeconds() + " s; " + ASKED + " questions of each kind by one reader after " + WARM_UP
					+ " others; aim: under " + AIM_MILLIS + " ms at p99");
			Map<String, Callable<?>> questions = questions(centre, many);
			try (Plans plans = new Plans(centre)) {
				for (Map.Entry<String, Callable<?>> question : questions.entrySet()) {
					report.say("");
					report.say("  plan of: " + question.getKey());
					plans.of(question.getValue()).forEach(line -> report.say("    " + line));
				}
			}
			report.say("");
			for (Map.Entry<String, Callable<?>> question : questions.entrySet()) {
				measure(report, question.getKey(), question.getValue());
			}
		}
	}

	private static void measure(Report report, String name, Callable<?> question) throws Exception {
		for (int i = 0; i < WARM_UP; i++) {
			question.call();
		}
		Histogram micros = new Histogram(Duration.ofMinutes(1).toNanos() / 1_000, 3);
		for (int i = 0; i < ASKED; i++) {
			long start = System.nanoTime();
			question.call();
			micros.recordValue((System.nanoTime() - start) / 1_000);
		}
		for (int percentile : new int[]{50, 95, 99}) {
			report.add(Figure.of(GROUP, name + ", p" + percentile, "ms", micros.getValueAtPercentile(percentile) / 1_000.0));
		}
		double p99 = micros.getValueAtPercentile(99) / 1_000.0;
		if (p99 >= AIM_MILLIS) {
			report.say("  above the aim: " + name);
		}
	}

	private static Map<String, Callable<?>> questions(CentreInside centre, ManyCases many) {
		SplittableRandom random = new SplittableRandom(20_261_126);
		Map<String, Callable<?>> all = new LinkedHashMap<>();
		inboxes(all, centre, many, random);
		CaseSearch search = centre.bean(CaseSearch.class);
		List<String> units = units(centre);
		List<String> procedures = procedures(centre);
		all.put("search: all cases, newest first", () -> search.search(query(Set.of(), null, Which.ANY, null)));
		all.put("search: of a unit", () -> search.search(query(Set.of(any(units, random)), null, Which.ANY, null)));
		all.put("search: of every unit of a head of many", () -> search.search(query(Set.copyOf(units), null, Which.ANY, null)));
		all.put("search: of a procedure", () -> search.search(query(Set.of(), any(procedures, random), Which.ANY, null)));
		all.put("search: waiting, of a procedure in a unit",
				() -> search.search(query(Set.of(any(units, random)), any(procedures, random), Which.WAITING, null)));
		all.put("search: late, of all", () -> search.search(query(Set.of(), null, Which.LATE, null)));
		all.put("search: late, of a unit", () -> search.search(query(Set.of(any(units, random)), null, Which.LATE, null)));
		all.put("search: a page far back, of a unit",
				() -> search.search(query(Set.of(any(units, random)), null, Which.ANY, new Place(many.someTime(random), "9"))));
		all.put("search: opened on a day, of a procedure", () -> {
			Instant day = many.someTime(random);
			return search.search(new Query(Set.of(), any(procedures, random), Which.ANY, day, day.plus(Duration.ofDays(1)), null));
		});
		all.put("search: a whole number", () -> search.byNumber(many.someNumber(random), Set.of()));
		all.put("search: the beginning of a number", () -> search.byNumber(many.someNumber(random).substring(0, 8), Set.of()));
		all.put("search: a serial", () -> search.byNumber(many.someNumber(random).split("-")[1].replaceFirst("^0+(?=.)", ""), Set.of()));
		all.put("search: the last four digits", () -> {
			String digits = many.someNumber(random).replace("-", "");
			return search.byNumber(digits.substring(digits.length() - CaseSearch.FEWEST_DIGITS), Set.of(any(units, random)));
		});
		all.put("search: by a person's name", () -> search.peopleNamed(many.someName(random)) instanceof Result.Ok<Set<String>>(Set<String> found)
				? search.ofPeople(found, Set.of())
				: "too many bear the name");
		return all;
	}

	private static void inboxes(Map<String, Callable<?>> all, CentreInside centre, ManyCases many, SplittableRandom random) {
		Tasks tasks = centre.bean(Tasks.class);
		Cases cases = centre.bean(Cases.class);
		all.put("inbox: the officer's next task", () -> tasks.next(many.someOfficer(random)));
		all.put("inbox: the officer's day in figures", () -> tasks.day(many.someOfficer(random)));
		all.put("inbox: the officer's open tasks", () -> tasks.open(many.someOfficer(random)));
		all.put("a case with its course, by number", () -> cases.find(many.someNumber(random)));
		all.put("a citizen's cases, with their courses", () -> cases.of(many.somePerson(random)));
	}

	private static Query query(Set<String> units, @Nullable String procedure, Which which, @Nullable Place after) {
		return new Query(units, procedure, which, null, null, after);
	}

	private static List<String> procedures(CentreInside centre) {
		return centre.bean(Procedures.class).current().stream().map(Procedure::id).sorted().toList();
	}

	private static List<String> units(CentreInside centre) {
		return centre.bean(Staff.class).units().stream().map(unit -> unit.code()).sorted().toList();
	}

	private static String any(List<String> values, SplittableRandom random) {
		return values.get(random.nextInt(values.size()));
	}

	private static int wanted() {
		String said = System.getProperty("nafidha.cases", System.getenv().getOrDefault("NAFIDHA_BENCH_CASES", Integer.toString(CASES)));
		return Integer.parseInt(said);
	}
}
