package org.nafidha.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.nafidha.cases.Appeals;
import org.nafidha.cases.Appeals.Right;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.OpenCase;
import org.nafidha.cases.Visit;
import org.nafidha.identity.Officer;
import org.nafidha.identity.Staff;
import org.nafidha.journal.Entry;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.procedures.Procedures;
import org.nafidha.procedures.Publications;
import org.nafidha.procedures.Scenario;
import org.nafidha.procedures.Scenario.Act;
import org.nafidha.procedures.Trial;
import org.nafidha.procedures.Trials;
import org.nafidha.tasks.Task;
import org.nafidha.testing.CentreTest;
import org.nafidha.testing.Refusals;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Against what one can appeal, who decides it, and what becomes of the refused case. */
@CentreTest
class AppealsTests {

	private static final String UNIT = "legal-affairs";

	@Autowired
	Appeals appeals;
	@Autowired
	Cases cases;
	@Autowired
	Staff staff;
	@Autowired
	Journal journal;
	@Autowired
	Publications publications;
	@Autowired
	Procedures procedures;
	@Autowired
	Trials trials;
	@Autowired
	Refusals refusals;
	@Autowired
	JdbcClient db;

	private final String person = UUID.randomUUID().toString();

	@Test
	void whoeverIsRefusedAppealsOnceAndAnotherUnitDecides() {
		CaseFile refused = refusals.refused(person);
		assertThat(appeals.right(refused)).isInstanceOf(Right.Open.class);
		CaseFile appeal = appeals.appeal(Refusals.appeal("k" + person, refused.number(), person)).orThrow();
		assertThat(appeal.about()).isEqualTo(refused.number());
		assertThat(cases.find(appeal.number())).contains(appeal);
		assertThat(officer(appeal).unit()).isEqualTo(UNIT);
		assertThat(journal.about(appeal.number())).extracting(Entry::facts).first().asString().contains("\"about\":\"" + refused.number() + "\"");
		assertThat(appeals.appeal(Refusals.appeal("k" + person, refused.number(), person)).orThrow().number()).as("a second click")
				.isEqualTo(appeal.number());
		assertThat(code(appeals.appeal(Refusals.appeal("other", refused.number(), person)))).isEqualTo("appeal.already");
		assertThat(appeals.right(refused)).isEqualTo(new Right.Used(appeal.number()));
	}

	@Test
	void onlyTheApplicantAppealsAndOnlyAgainstWhatSomebodyDecided() {
		CaseFile refused = refusals.refused(person);
		assertThat(code(refused.number(), UUID.randomUUID().toString())).isEqualTo("appeal.not-yours");
		assertThat(code("2026-000000-0", person)).isEqualTo("case.unknown");
		CaseFile running = refusals.undecided(person);
		assertThat(code(running.number(), person)).isEqualTo("appeal.running");
		CaseFile granted = refusals.decide(running, "grant", "all-met");
		assertThat(code(granted.number(), person)).isEqualTo("appeal.nothing-refused");
		CaseFile withdrawn = cases.withdraw("w", licence("all").number(), new Actor.Citizen(person)).orThrow();
		assertThat(code(withdrawn.number(), person)).isEqualTo("appeal.nothing-refused");
		OpenCase byItself = new OpenCase("k", "appeal", Channel.PORTAL, person, null, Map.of("ground", "law", "reasons", "r"),
				new Actor.Citizen(person));
		assertThat(code(cases.open(byItself))).isEqualTo("procedure.about");
	}

	@Test
	void afterTheLastDayNobodyAppeals() {
		CaseFile refused = refusals.refused(person);
		db.sql("update cases.file set ended_at = now() - interval '30 days' where number = ?").param(refused.number()).update();
		assertThat(appeals.right(cases.find(refused.number()).orElseThrow())).as("the thirtieth day").isInstanceOf(Right.Open.class);
		db.sql("update cases.file set ended_at = now() - interval '31 days' where number = ?").param(refused.number()).update();
		assertThat(code(refused.number(), person)).isEqualTo("appeal.too-late");
	}

	@Test
	void whoeverIsRefusedOnBehalfOfAnotherMayBeSucceededByThem() {
		String other = UUID.randomUUID().toString();
		CaseFile refused = refusals.refused(person);
		db.sql("update cases.file set acts_for = ? where number = ?").params(other, refused.number()).update();
		CaseFile appeal = appeals.appeal(Refusals.appeal("k", refused.number(), other)).orThrow();
		assertThat(appeal.personId()).isEqualTo(other);
		assertThat(appeal.actsFor()).isNull();
	}

	@Test
	void anUpheldAppealOpensTheCaseAgainForSomebodyElseWithItsWholeTerm() {
		for (int i = 0; i < 5; i++) {
			CaseFile refused = refusals.refused(person);
			String refuser = Objects.requireNonNull(refused.visits().getLast().closedBy());
			CaseFile appeal = refusals.decide(refusals.appealed(refused), "uphold", "law");
			assertThat(appeal.end()).isEqualTo("end-upheld");
			CaseFile again = cases.find(refused.number()).orElseThrow();
			assertThat(again.ended()).isFalse();
			assertThat(again.openVisits()).extracting(Visit::key).containsExactly(refused.number() + "/decide/2");
			assertThat("officer:" + refusals.task(again).officer()).isNotEqualTo(refuser);
			assertThat(again.reopenedAt()).isEqualTo(appeal.endedAt());
			assertThat(cases.term(again).statutory().start()).isEqualTo(again.reopenedAt());
			assertThat(cases.term(again).statutory().end()).isEqualTo(again.dueAt());
			assertThat(journal.about(refused.number())).last().satisfies(entry -> {
				assertThat(entry.kind()).isEqualTo("case.reopened");
				assertThat(entry.facts()).contains("\"appeal\":\"" + appeal.number() + "\"", "\"draw\"");
			});
			CaseFile granted = refusals.decide(again, "grant", "all-met");
			assertThat(granted.end()).isEqualTo("end-granted");
			assertThat(cases.find(refused.number())).contains(granted);
		}
	}

	@Test
	void aCaseIsAppealedOnceAlsoWhenItIsRefusedAgain() {
		CaseFile refused = refusals.refused(person);
		refusals.decide(refusals.appealed(refused), "uphold", "law");
		CaseFile again = refusals.decide(cases.find(refused.number()).orElseThrow(), "refuse", "against-rule");
		assertThat(again.end()).isEqualTo("end-refused");
		assertThat(code(again.number(), person)).isEqualTo("appeal.already");
	}

	@Test
	void aRejectedOrWithdrawnAppealLeavesTheRefusalAsItIs() {
		CaseFile refused = refusals.refused(person);
		CaseFile rejected = refusals.decide(refusals.appealed(refused), "reject", "decision-right");
		assertThat(rejected.end()).isEqualTo("end-rejected");
		assertThat(cases.find(refused.number())).contains(refused);
		assertThat(code(rejected.number(), person)).as("an appeal against an appeal").isEqualTo("appeal.not-offered");
		CaseFile other = refusals.refused(person);
		cases.withdraw("w", refusals.appealed(other).number(), new Actor.Citizen(person)).orThrow();
		assertThat(cases.find(other.number())).contains(other);
	}

	@Test
	void whoHasMovedToTheUnitThatDecidesAppealsDoesNotGetTheirOwnRefusalAndTheOthersThereDo() {
		CaseFile refused = refusals.refused(person);
		String refuser = Objects.requireNonNull(refused.visits().getLast().closedBy()).substring("officer:".length());
		String home = staff.byId(refuser).orElseThrow().unit();
		db.sql("update identity.officer set unit = ? where id = ?").params(UNIT, refuser).update();
		try {
			Task task = refusals.task(refusals.appealed(refused));
			assertThat(task.officer()).isNotNull().isNotEqualTo(refuser);
		} finally {
			db.sql("update identity.officer set unit = ? where id = ?").params(home, refuser).update();
		}
	}

	@Test
	void ofManyAppealsAtTheSameMomentOneIsOpened() throws Exception {
		CaseFile refused = refusals.refused(person);
		List<String> answers = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
			List<Callable<String>> sent = new ArrayList<>();
			for (int i = 0; i < 6; i++) {
				String key = "k" + i;
				sent.add(() -> code(appeals.appeal(Refusals.appeal(key, refused.number(), person))));
			}
			for (Future<String> answer : threads.invokeAll(sent)) {
				answers.add(answer.get());
			}
		}
		assertThat(answers).containsOnlyOnce("accepted").filteredOn("appeal.already"::equals).hasSize(5);
	}

	@Test
	void whatMayHappenOnlySoOftenCountsAnewFromTheNamedStep() {
		assertThat(publications.publish("test-anew.yaml", ANEW, new Actor.System("test"))).isInstanceOf(Publications.Publication.Published.class);
		await().atMost(Duration.ofSeconds(10)).until(() -> procedures.current("test-anew").isPresent());
		CaseFile file = cases.open(new OpenCase("k" + person, "test-anew", Channel.PORTAL, person, null, Map.of("note", "n"),
				new Actor.Citizen(person))).orThrow();
		file = refusals.decide(file, "back", "because");
		file = cases.correct("c1", file.number(), Map.of("note", "better"), List.of(), new Actor.Citizen(person)).orThrow();
		file = refusals.decide(refusals.decide(file, "yes", "because"), "no", "because");
		refusals.decide(refusals.appealed(file), "uphold", "facts");
		CaseFile again = cases.find(file.number()).orElseThrow();
		assertThat(again.openVisits()).extracting(Visit::step).containsExactly("check");
		again = refusals.decide(again, "back", "because");
		assertThat(again.openVisits()).extracting(Visit::step).containsExactly("fix");
		assertThat(again.times("fix")).isEqualTo(1);
		again = cases.correct("c2", file.number(), Map.of("note", "best"), List.of(), new Actor.Citizen(person)).orThrow();
		assertThat(again.openVisits()).extracting(Visit::key).containsExactly(file.number() + "/check/4");
		assertThat(stays(trials.play(procedures.current("test-anew").orElseThrow(), TRIED))).as("an invented case goes the same way")
				.isEqualTo(again.visits().stream().map(visit -> visit.step() + "/" + visit.visit() + " " + visit.outcome()).toList());
	}

	/** What happened to the real case, once more as an invented one. */
	private static final Scenario TRIED = new Scenario(LocalDate.of(2026, 1, 11), Channel.PORTAL, false, Map.of("note", "n"), Map.of(),
			List.of(Act.of("check", "back"), corrected("better"), Act.of("check", "yes"), Act.of("decide", "no"), Act.of("", Act.UPHELD),
					Act.of("check", "back"), corrected("best")));

	private static Act corrected(String note) {
		return new Act("fix", "corrected", null, Map.of("note", note), false, Map.of(), Map.of(), null);
	}

	private static List<String> stays(Trial trial) {
		return trial.stays().stream().map(stay -> stay.step() + "/" + stay.visit() + " " + stay.outcome()).toList();
	}

	private CaseFile licence(String join) {
		return cases.open(new OpenCase(UUID.randomUUID().toString(), "test-licence", Channel.PORTAL, person, null,
				Map.of("join", join, "old", "y", "day", "2999-01-04"), new Actor.Citizen(person))).orThrow();
	}

	private Officer officer(CaseFile file) {
		return staff.byId(String.valueOf(refusals.task(file).officer())).orElseThrow();
	}

	private String code(String about, String who) {
		return code(appeals.appeal(Refusals.appeal(UUID.randomUUID().toString(), about, who)));
	}

	private static String code(Result<?> result) {
		return result instanceof Result.Refused<?> refused ? refused.refusal().code() : "accepted";
	}

	private static final String ANEW = """
			procedure: test-anew
			version: 1
			source: placeholder
			name: { ar: إجراء للتجربة, en: For tests }
			summary: { ar: للتجربة, en: For tests }
			owner: technical-affairs/building-control
			channels: [portal, counter]
			keywords: [test]
			legal: { test-law: { ar: قانون للتجربة, en: A law for tests, source: placeholder } }
			statutoryTerm: 10 working days
			inputs:
			  note: { type: text, label: { ar: ملاحظة, en: Note } }
			fees: {}
			start: check
			steps:
			  check: { review: { ar: تدقيق, en: Check }, by: reviewer, unit: technical-affairs/building-control, deadline: 1 working day, atMost: 2, then: { yes: decide, back: fix } }
			  fix: { correction: { ar: تصحيح, en: Fix }, of: check, within: 5 working days, atMost: 1, then: { corrected: check, lapsed: end-lapsed } }
			  decide: { review: { ar: قرار, en: Decide }, by: reviewer, unit: technical-affairs/building-control, notBy: [check], deadline: 1 working day, then: { yes: end-granted, no: end-refused } }
			decisions:
			  check:
			    yes: { ar: نعم, en: Yes, reasons: { because: { ar: سبب, en: Because } } }
			    back: { ar: يعاد, en: Back, reasons: { because: { ar: سبب, en: Because } } }
			  decide:
			    yes: { ar: نعم, en: Yes, reasons: { because: { ar: سبب, en: Because } } }
			    no: { ar: لا, en: No, reasons: { because: { ar: سبب, en: Because, legal: test-law } } }
			ends:
			  end-granted: { granted: true, title: { ar: مُنح, en: Granted } }
			  end-refused: { granted: false, reason: refused-by-decision, title: { ar: رُفض, en: Refused } }
			  end-lapsed: { granted: false, reason: lapsed, title: { ar: سقط, en: Lapsed } }
			appeal: { within: 30 days, to: { ar: وحدة أخرى, en: Another unit }, upheld: check }
			keep: 1 year
			""";
}
