package org.nafidha.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.Decision;
import org.nafidha.cases.OpenCase;
import org.nafidha.identity.PeopleRegistry;
import org.nafidha.identity.Person;
import org.nafidha.insight.CaseSearch.Found;
import org.nafidha.insight.CaseSearch.Line;
import org.nafidha.insight.CaseSearch.Query;
import org.nafidha.insight.CaseSearch.State;
import org.nafidha.insight.CaseSearch.Which;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.NationalNumber;
import org.nafidha.kernel.PersonName;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.tasks.Task;
import org.nafidha.tasks.Tasks;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Searches against what a reader would find by looking through all cases. */
@CentreTest
class CaseSearchTests {

	private static final int LINES = 400;
	private static final int SEARCHES = 150;

	@Autowired
	CaseSearch search;
	@Autowired
	Cases cases;
	@Autowired
	Tasks tasks;
	@Autowired
	PeopleRegistry people;
	@Autowired
	JdbcClient db;

	private final String mark = UUID.randomUUID().toString();
	private final long seed = System.nanoTime();
	private final SplittableRandom random = new SplittableRandom(seed);

	@Test
	void aCaseIsFoundSecondsAfterItsActAndAsItStandsThen() {
		CaseFile file = cases.open(new OpenCase(UUID.randomUUID().toString(), "test-permit", Channel.PORTAL, mark, null,
				Map.of("note", "n", "way", "straight"), new Actor.Citizen(mark))).orThrow();
		Line running = await().atMost(Duration.ofSeconds(20)).until(() -> line(file.number(), State.RUNNING), Optional::isPresent).orElseThrow();
		assertThat(running.unit()).isEqualTo("technical-affairs/building-control");
		assertThat(running.openedAt()).isEqualTo(file.openedAt());
		Task task = tasks.find(Optional.ofNullable(file.openVisits().getFirst().task()).orElseThrow()).orElseThrow();
		cases.decide(new Decision(UUID.randomUUID().toString(), task.id(), new Actor.Officer(String.valueOf(task.officer())), "incomplete", "missing",
				null, null)).orThrow();
		await().atMost(Duration.ofSeconds(20)).until(() -> line(file.number(), State.WAITING).isPresent());
		assertThat(search.ofPeople(Set.of(mark), Set.of())).extracting(Line::number).containsExactly(file.number());
	}

	@Test
	void whatPeopleReadOutOfANumberFindsIt() {
		String number = "2031-0" + (40_000 + random.nextInt(50_000)) + "-" + random.nextInt(10);
		String serial = number.substring(6, 11);
		insert(number, "u", "p", State.ENDED, Instant.now());
		for (String part : List.of(number, " " + number + " ", number.substring(0, 9), number.substring(0, 11), serial, "0" + serial,
				serial + number.charAt(12),
				"0" + serial + "-" + number.charAt(12), number.substring(8).replace("-", ""), number.replace('-', '/'),
				serial.chars().mapToObj(c -> String.valueOf((char) (c - '0' + '٠'))).reduce("", String::concat))) {
			assertThat(search.byNumber(part, Set.of())).as("%s, seed %d", part, seed).extracting(Line::number).contains(number);
		}
		assertThat(search.byNumber(number, Set.of("elsewhere"))).isEmpty();
		for (String part : List.of("", "123", "2031-", "%", "abcd", "2031_04", "----", "٪٪٪٪", "9".repeat(40))) {
			assertThat(search.byNumber(part, Set.of())).as(part).isEmpty();
		}
	}

	@Test
	void pageAfterPageEveryCaseIsListedOnceAndInOrder() {
		List<Line> all = fill();
		for (int i = 0; i < SEARCHES; i++) {
			Query query = someQuery();
			List<Line> found = new ArrayList<>();
			Query next = query;
			for (Found page = search.search(next);; page = search.search(next)) {
				assertThat(page.lines()).hasSizeLessThanOrEqualTo(CaseSearch.PAGE);
				found.addAll(page.lines());
				if (page.next() == null) {
					break;
				}
				next = new Query(query.units(), query.procedure(), query.which(), query.from(), query.before(), page.next());
			}
			assertThat(found).as("%s, seed %d", query, seed).containsExactlyElementsOf(expected(all, query));
		}
	}

	@Test
	void aNameIsFoundInAnySpellingAndOneThatManyBearAsksForMore() {
		String family = "Zz" + mark.replaceAll("[^a-f]", "") + "قصبجيه";
		String id = add(new PersonName("عبد الله", family, "أحمد", null));
		assertThat(search.peopleNamed("احمد " + family.replace("ه", "ة"))).isEqualTo(Result.ok(Set.of(id)));
		assertThat(search.peopleNamed("لا أحد هكذا " + mark)).isEqualTo(Result.ok(Set.of()));
		assertThat(search.peopleNamed("عب %_ ـ")).isInstanceOfSatisfying(Result.Refused.class,
				refused -> assertThat(refused.refusal().code()).isEqualTo("search.name-short"));
		String common = "Yy" + mark.replaceAll("[^a-f]", "");
		for (int i = 0; i <= CaseSearch.MOST_PEOPLE; i++) {
			add(new PersonName("منى", common, "سعيد", null));
		}
		assertThat(search.peopleNamed(common)).isEqualTo(Refusal.of("search.name-many", "max", "20").asResult());
	}

	private String add(PersonName name) {
		String id = UUID.randomUUID().toString();
		long serial = 100_000_000L + random.nextLong(900_000_000L);
		people.add(new Person(id, new NationalNumber("11" + serial), name, null, null, null)).orThrow();
		return id;
	}

	private Optional<Line> line(String number, State state) {
		return search.byNumber(number, Set.of()).stream().filter(line -> line.number().equals(number) && line.state() == state).findFirst();
	}

	/** Invented lines in units and procedures of their own; several have the same time. */
	private List<Line> fill() {
		List<Line> lines = new ArrayList<>();
		Instant base = Instant.now().truncatedTo(ChronoUnit.SECONDS);
		for (int i = 0; i < LINES; i++) {
			Instant opened = base.minusSeconds(random.nextInt(200) * 3_600L);
			State state = State.values()[random.nextInt(3)];
			String number = String.format(Locale.ROOT, "%s-%04d", mark, i);
			lines.add(insert(number, unit(random.nextInt(3)), procedure(random.nextInt(2)), state, opened));
		}
		return lines;
	}

	private Line insert(String number, String unit, String procedure, State state, Instant opened) {
		Instant due = opened.plus(Duration.ofDays(4));
		Instant ended = state == State.ENDED ? opened.plusSeconds(60) : null;
		db.sql("""
				insert into insight.case_line (number, procedure, unit, state, person, opened_at, due_at, ended_at)
				values (:number, :procedure, :unit, :state, 'nobody', :opened, :due, :ended)
				""").param("number", number).param("procedure", procedure).param("unit", unit).param("state", state.code())
				.param("opened", Timestamp.from(opened)).param("due", Timestamp.from(due))
				.param("ended", ended == null ? null : Timestamp.from(ended)).update();
		Instant kept = opened.truncatedTo(ChronoUnit.MICROS);
		return new Line(number, procedure, unit, state, kept, kept.plus(Duration.ofDays(4)),
				ended == null ? null : ended.truncatedTo(ChronoUnit.MICROS));
	}

	private Query someQuery() {
		Set<String> units = switch (random.nextInt(3)) {
			case 0 -> Set.of(unit(random.nextInt(3)));
			case 1 -> Set.of(unit(0), unit(2));
			default -> Set.of(unit(0), unit(1), unit(2));
		};
		Instant from = random.nextInt(3) == 0 ? Instant.now().minus(Duration.ofHours(random.nextInt(200))) : null;
		Instant before = random.nextInt(3) == 0 ? Instant.now().minus(Duration.ofHours(random.nextInt(100))) : null;
		return new Query(units, random.nextBoolean() ? procedure(random.nextInt(2)) : null, Which.values()[random.nextInt(Which.values().length)],
				from,
				before, null);
	}

	private static List<Line> expected(List<Line> all, Query query) {
		Stream<Line> lines = all.stream().filter(line -> query.units().contains(line.unit()))
				.filter(line -> query.procedure() == null || query.procedure().equals(line.procedure()))
				.filter(line -> query.from() == null || !line.openedAt().isBefore(query.from()))
				.filter(line -> query.before() == null || line.openedAt().isBefore(query.before()));
		Comparator<Line> newest = Comparator.comparing(Line::openedAt).thenComparing(Line::number).reversed();
		return switch (query.which()) {
			case ANY -> lines.sorted(newest).toList();
			case LATE -> lines.filter(line -> line.state() == State.RUNNING && line.dueAt().isBefore(Instant.now()))
					.sorted(Comparator.comparing(Line::dueAt).thenComparing(Line::number)).toList();
			case RUNNING -> lines.filter(line -> line.state() == State.RUNNING).sorted(newest).toList();
			case WAITING -> lines.filter(line -> line.state() == State.WAITING).sorted(newest).toList();
			case ENDED -> lines.filter(line -> line.state() == State.ENDED).sorted(newest).toList();
		};
	}

	private String unit(int n) {
		return "unit-" + n + "-" + mark;
	}

	private String procedure(int n) {
		return "procedure-" + n + "-" + mark;
	}
}
