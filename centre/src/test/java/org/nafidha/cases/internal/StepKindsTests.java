package org.nafidha.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nafidha.cases.Attachments;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.CaseInputs;
import org.nafidha.cases.Cases;
import org.nafidha.cases.Decision;
import org.nafidha.cases.OpenCase;
import org.nafidha.cases.Visit;
import org.nafidha.identity.Officer;
import org.nafidha.identity.Staff;
import org.nafidha.journal.Entry;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.tasks.Task;
import org.nafidha.tasks.Tasks;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Opinions at the same time, inspections, waits, silence that counts as an answer, other units, and applications that are taken back. */
@CentreTest
class StepKindsTests {

	@Autowired
	Cases cases;
	@Autowired
	Tasks tasks;
	@Autowired
	Attachments attachments;
	@Autowired
	Staff staff;
	@Autowired
	Journal journal;
	@Autowired
	JdbcClient db;
	@Autowired
	Deadlines deadlines;
	@Autowired
	Moves moves;
	@Autowired
	TransactionTemplate transaction;

	private final String person = UUID.randomUUID().toString();

	@Test
	void everybodyIsAskedAtOnceAndTheCaseGoesOnWhenAllHaveConsented() {
		CaseFile file = open("all", "y");
		assertThat(open(file)).containsExactlyInAnyOrder("ask-all", "ask-all.old-city", "ask-all.social");
		file = decide(file, "ask-all.social", "consent", "fine");
		assertThat(open(file)).containsExactlyInAnyOrder("ask-all", "ask-all.old-city");
		file = decide(file, "ask-all.old-city", "consent", "fine");
		assertThat(open(file)).containsExactly("decide");
		assertThat(cases.find(file.number())).contains(file);
	}

	@Test
	void anObjectionDecidesAtOnceAndTheOthersAreNoLongerAsked() {
		CaseFile file = open("all", "y");
		Task social = task(file, "ask-all.social");
		file = decide(file, "ask-all.old-city", "objection", "heritage");
		assertThat(open(file)).containsExactly("visit");
		assertThat(tasks.find(social.id()).orElseThrow().open()).isFalse();
		assertThat(code(cases.decide(decision(social, "consent", "fine")))).isEqualTo("task.not-needed");
		assertThat(journal.about(file.number())).last()
				.satisfies(entry -> assertThat(entry.facts()).contains("ask-all:objection", "ask-all.social:withdrawn"));
	}

	@Test
	void nobodyToAskIsConsent() {
		assertThat(open(open("all", "n"))).containsExactly("decide");
	}

	@Test
	void oneConsentOfAnyIsEnoughAndOnlyEverybodysObjectionIsOne() {
		assertThat(open(decide(open("any", "n"), "ask-any.social", "consent", "fine"))).containsExactly("decide");
		CaseFile file = decide(open("any", "n"), "ask-any.social", "objection", "heritage");
		assertThat(open(file)).containsExactlyInAnyOrder("ask-any", "ask-any.old-city");
		assertThat(open(decide(file, "ask-any.old-city", "objection", "heritage"))).containsExactly("visit");
	}

	@Test
	void aQuorumIsDecidedAsSoonAsNoAnswerCanChangeIt() {
		CaseFile file = decide(open("two", "n"), "ask-two.social", "objection", "heritage");
		assertThat(open(file)).contains("ask-two");
		assertThat(open(decide(file, "ask-two.archive", "objection", "heritage"))).containsExactly("visit");
		file = decide(decide(open("two", "n"), "ask-two.social", "objection", "heritage"), "ask-two.archive", "consent", "fine");
		assertThat(open(decide(file, "ask-two.old-city", "consent", "fine"))).containsExactly("decide");
	}

	@Test
	void silenceCountsAsConsentWhereTheLawSaysSoAndALateOpinionIsToldSo() {
		CaseFile file = decide(open("all", "y"), "ask-all.social", "consent", "fine");
		Task silent = task(file, "ask-all.old-city");
		file = passed(file, "ask-all.old-city");
		assertThat(open(file)).containsExactly("decide");
		Visit deemed = file.visits().stream().filter(visit -> visit.step().equals("ask-all.old-city")).findFirst().orElseThrow();
		assertThat(deemed.outcome()).isEqualTo("consent");
		assertThat(deemed.reason()).isEqualTo(Cases.DEEMED);
		assertThat(deemed.closedBy()).isEqualTo("system:deadlines");
		assertThat(code(cases.decide(decision(silent, "objection", "heritage")))).isEqualTo("task.deemed");
		assertThat(journal.about(file.number())).extracting(Entry::facts).last().asString().contains("test-law");
	}

	@Test
	void silenceCountsForNothingWhenTheDateWasMovedAfterTheSweepHadReadIt() {
		CaseFile file = open("all", "y");
		Visit silent = file.openVisit("ask-all.old-city").orElseThrow();
		assertThat(open(moves.deem(VisitKey.parse(silent.key()), new Actor.System("deadlines")).orThrow())).contains("ask-all.old-city");
		assertThat(cases.find(file.number())).contains(file);
	}

	@Test
	void whereTheLawSaysNothingOfSilenceTheOpinionIsLateAndStillAwaited() {
		CaseFile file = open("all", "y");
		assertThat(open(passed(file, "ask-all.social"))).contains("ask-all.social");
		assertThat(journal.about(file.number())).extracting(Entry::kind).containsOnlyOnce("case.overdue");
	}

	@Test
	void anInspectionNeedsItsPhotographsAndTheirPlace() {
		CaseFile file = open("site", "n");
		Task task = task(file, "visit");
		List<String> photos = List.of(photo("visit"), photo("visit"));
		assertThat(code(cases.decide(inspected(task, photos, "somewhere")))).isEqualTo("inspection.place");
		assertThat(code(cases.decide(inspected(task, List.of(photos.getFirst()), "36.20210, 37.13426")))).isEqualTo("inspection.photos");
		String twice = photo("visit", "the same");
		assertThat(code(cases.decide(inspected(task, List.of(twice, photo("visit", "the same")), "36.20210, 37.13426"))))
				.isEqualTo("inspection.photos");
		assertThat(code(cases.decide(inspected(task, List.of(photo("other"), photo("other")), "36.20210, 37.13426")))).isEqualTo("inspection.photos");
		file = cases.decide(inspected(task, photos, "٣٦.٢٠٢١٠, ٣٧.١٣٤٢٦")).orThrow();
		assertThat(open(file)).containsExactly("decide");
		assertThat(file.data().get("visit")).asString().contains("36.20210,37.13426");
		assertThat(attachments.of(file.number())).hasSize(2);
	}

	@Test
	void theDecisionFallsToAnotherUnitThanTheInspection() {
		for (int i = 0; i < 5; i++) {
			CaseFile file = open("site", "n");
			file = cases.decide(inspected(task(file, "visit"), List.of(photo("visit"), photo("visit")), "36.20210, 37.13426")).orThrow();
			Officer officer = staff.byId(String.valueOf(task(file, "decide").officer())).orElseThrow();
			assertThat(officer.unit()).startsWith("technical-affairs/").isNotEqualTo("technical-affairs/building-control");
		}
	}

	@Test
	void aReviewMayCountSilenceAsItsOutcomeToo() {
		CaseFile file = open("all", "n");
		assertThat(passed(file, "decide").end()).isEqualTo("end-granted");
	}

	@Test
	void aCaseWaitsForADateWithItsClockStoppedAndGoesOnWhenItHasCome() {
		CaseFile file = open(Map.of("join", "date", "old", "n", "day", "2999-01-04"));
		assertThat(open(file)).containsExactly("until");
		assertThat(file.clockStoppedSince()).isNotNull();
		file = passed(file, "until");
		assertThat(open(file)).containsExactly("decide");
		assertThat(file.clockStoppedSince()).isNull();
		assertThat(open(open(Map.of("join", "date", "old", "n", "day", "2020-01-04")))).as("a date that is past").containsExactly("decide");
	}

	@Test
	void aCaseWaitsForAnEventAndLapsesWithoutIt() {
		CaseFile file = open("event", "n");
		assertThat(code(cases.happened(file.number(), "something-else", new Actor.System("test")))).isEqualTo("event.not-awaited");
		assertThat(open(cases.happened(file.number(), "handed-over", new Actor.System("test")).orThrow())).containsExactly("decide");
		assertThat(passed(open("event", "n"), "event").end()).isEqualTo("end-lapsed");
	}

	@Test
	void anApplicationTakenBackEndsWithEverythingThatWasOpen() {
		CaseFile file = open("all", "y");
		Task task = task(file, "ask-all.social");
		CaseFile ended = cases.withdraw("w", file.number(), new Actor.Citizen(person)).orThrow();
		assertThat(ended.end()).isEqualTo("end-withdrawn");
		assertThat(ended.openVisits()).isEmpty();
		assertThat(cases.withdraw("w", file.number(), new Actor.Citizen(person)).orThrow()).isEqualTo(ended);
		assertThat(code(cases.withdraw("again", file.number(), new Actor.Citizen(person)))).isEqualTo("withdrawal.ended");
		assertThat(code(cases.decide(decision(task, "consent", "fine")))).isEqualTo("task.not-needed");
		assertThat(cases.find(file.number())).contains(ended);
	}

	private CaseFile open(String join, String old) {
		return open(Map.of("join", join, "old", old, "day", "2999-01-04"));
	}

	@Test
	void aDateIsReadAsPeopleWriteItAndAsMachinesDo() {
		Procedure licence = cases.procedureOf(open("all", "y"));
		for (String typed : List.of("14/3/1987", "١٤/٣/١٩٨٧", "14-03-1987", "1987-03-14", "1987/3/14")) {
			assertThat(cases.read(licence, Map.of("join", "all", "old", "y", "day", typed))).as(typed).isInstanceOfSatisfying(CaseInputs.Valid.class,
					valid -> assertThat(valid.values()).containsEntry("day", "1987-03-14"));
		}
		for (String typed : List.of("31/2/1987", "3/1987", "tomorrow", "14/3/87")) {
			assertThat(cases.read(licence, Map.of("join", "all", "old", "y", "day", typed))).as(typed).isInstanceOfSatisfying(
					CaseInputs.Invalid.class,
					invalid -> assertThat(invalid.fields().get("day").code()).isEqualTo("input.date"));
		}
	}

	private CaseFile open(Map<String, String> inputs) {
		return cases.open(new OpenCase(UUID.randomUUID().toString(), "test-licence", Channel.PORTAL, person, null, new HashMap<>(inputs),
				new Actor.Citizen(person))).orThrow();
	}

	private static List<String> open(CaseFile file) {
		return file.openVisits().stream().map(Visit::step).toList();
	}

	private Task task(CaseFile file, String step) {
		return tasks.find(Optional.ofNullable(file.openVisit(step).orElseThrow().task()).orElseThrow()).orElseThrow();
	}

	private CaseFile decide(CaseFile file, String step, String outcome, String reason) {
		return cases.decide(decision(task(file, step), outcome, reason)).orThrow();
	}

	private static Decision decision(Task task, String outcome, String reason) {
		return new Decision(UUID.randomUUID().toString(), task.id(), new Actor.Officer(String.valueOf(task.officer())), outcome, reason, null, null);
	}

	private static Decision inspected(Task task, List<String> photos, String place) {
		return new Decision(UUID.randomUUID().toString(), task.id(), new Actor.Officer(String.valueOf(task.officer())), "conforms", "as-drawn", null,
				null, new Decision.OnSite(new ArrayList<>(photos), place));
	}

	private String photo(String step) {
		return photo(step, UUID.randomUUID().toString());
	}

	private String photo(String step, String shows) {
		byte[] bytes = ("\u00ff\u00d8\u00ff\u00e0" + shows).getBytes(StandardCharsets.ISO_8859_1);
		return attachments.accept(person, Attachments.photoOf(step), "IMG.jpg", new ByteArrayInputStream(bytes)).orThrow().id();
	}

	/** The date of the step passes, and the sweep finds it. */
	private CaseFile passed(CaseFile file, String step) {
		db.sql("update cases.visit set due_at = now() - interval '1 hour' where case_number = ? and step = ?").params(file.number(), step).update();
		deadlines.sweep(transaction);
		return cases.find(file.number()).orElseThrow();
	}

	private static String code(Result<?> result) {
		return result instanceof Result.Refused<?> refused ? refused.refusal().code() : "accepted";
	}
}
