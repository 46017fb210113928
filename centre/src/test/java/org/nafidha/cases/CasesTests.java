package org.nafidha.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.tasks.Task;
import org.nafidha.tasks.Tasks;
import org.nafidha.testing.CentreTest;
import org.nafidha.testing.TestAutomations;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CentreTest
class CasesTests {

	@Autowired
	Cases cases;
	@Autowired
	Tasks tasks;
	@Autowired
	Journal journal;
	@Autowired
	JdbcClient db;

	private final String person = UUID.randomUUID().toString();
	private final Actor citizen = new Actor.Citizen(person);

	@BeforeEach
	void everyCallSucceeds() {
		TestAutomations.FAILURES.set(0);
	}

	@Test
	void aCaseGoesFromRequestToGrantThroughThreeDifferentDecisionsWithAnEntryForEach() {
		CaseFile file = open("straight");
		file = decide(file, "complete", "all-there");
		file = decide(file, "given", "fine");
		file = decide(file, "grant", "all-met");
		assertThat(file.end()).isEqualTo("end-granted");
		assertThat(file.openVisits()).isEmpty();
		assertThat(cases.find(file.number())).contains(file);
		assertThat(journal.about(file.number())).extracting("kind").containsExactly("case.opened", "case.moved", "case.moved", "case.moved");
	}

	@Test
	void theDecisionIsNeverDrawnForWhoeverCheckedThePapersOrGaveTheOpinion() {
		for (int i = 0; i < 10; i++) {
			CaseFile file = open("straight");
			String papers = officerOf(file);
			file = decide(file, "complete", "all-there");
			String opinion = officerOf(file);
			file = decide(file, "given", "fine");
			assertThat(officerOf(file)).isNotIn(papers, opinion);
		}
	}

	@Test
	void aRepeatedRequestGetsTheFirstAnswer() {
		OpenCase request = request("same-" + person, "straight", "n");
		assertThat(cases.open(request).orThrow()).isEqualTo(cases.open(request).orThrow());
		assertThat(cases.of(person)).hasSize(1);
	}

	@Test
	void aFormSentBeforeAndChangedSinceIsNotTakenForTheFirst() {
		CaseFile first = cases.open(request("same-" + person, "straight", "n")).orThrow();
		Result<CaseFile> changed = cases.open(request("same-" + person, "straight", "another"));
		assertThat(changed).isInstanceOfSatisfying(Result.Refused.class,
				refused -> assertThat(refused.refusal()).isEqualTo(Refusal.of("key.reused", "number", first.number())));
		OpenCase more = new OpenCase("same-" + person, "test-permit", Channel.PORTAL, person, null,
				Map.of("note", "n", "way", "straight", "extra", "said later"), citizen);
		assertThat(code(cases.open(more))).isEqualTo("key.reused");
		assertThat(cases.of(person)).hasSize(1);
	}

	@Test
	void aRepeatedDecisionGetsTheFirstAnswerAndALateOneIsToldThatItIsDecided() {
		CaseFile file = open("straight");
		Task task = task(file);
		Decision decision = decision("k1", task, "complete", "all-there");
		assertThat(cases.decide(decision).orThrow().number()).isEqualTo(cases.decide(decision).orThrow().number());
		assertThat(code(cases.decide(decision("k2", task, "incomplete", "missing")))).isEqualTo("task.closed");
		assertThat(cases.find(file.number()).orElseThrow().revision()).isEqualTo(2);
	}

	@Test
	void anotherOfficersTaskCannotBeDecidedAndNothingIsLeftBehind() {
		CaseFile file = open("straight");
		Decision foreign = new Decision("k", task(file).id(), new Actor.Officer("somebody-else"), "complete", "all-there", null, null);
		assertThat(code(cases.decide(foreign))).isEqualTo("task.not-yours");
		assertThat(cases.find(file.number())).contains(file);
		assertThat(journal.about(file.number())).hasSize(1);
	}

	@Test
	void anOutcomeOrReasonOutsideTheProcedureIsRefused() {
		Task task = task(open("straight"));
		assertThat(code(cases.decide(decision("a", task, "grant", "all-met")))).isEqualTo("outcome.unknown");
		assertThat(code(cases.decide(decision("b", task, "complete", "because")))).isEqualTo("reason.unknown");
		assertThat(tasks.find(task.id()).orElseThrow().open()).isTrue();
	}

	@Test
	void whoeverIsNotEntitledOpensNothing() {
		assertThat(code(cases.open(request("k", "straight", "forbidden")))).isEqualTo("not-entitled");
		assertThat(code(cases.open(request("k", "straight", "unknown")))).isEqualTo("case.unknown");
		assertThat(cases.of(person)).isEmpty();
		assertThat(cases.open(request("k", "straight", "fine"))).as("the refused key is free again").isInstanceOf(Result.Ok.class);
	}

	@Test
	void everyWrongFieldIsNamedAtOnce() {
		var procedure = cases.procedureOf(open("straight"));
		assertThat(cases.read(procedure, Map.of("note", "x".repeat(41), "way", "sideways"))).isInstanceOfSatisfying(CaseInputs.Invalid.class,
				invalid -> assertThat(invalid.fields()).containsOnlyKeys("note", "way"));
		assertThat(cases.read(procedure, Map.of())).isInstanceOfSatisfying(CaseInputs.Invalid.class,
				invalid -> assertThat(invalid.fields().get("note").code()).isEqualTo("input.missing"));
	}

	@Test
	void aCorrectionStopsTheClockAndComesBackWithTheNewInputs() {
		CaseFile file = decide(open("straight"), "incomplete", "missing");
		assertThat(file.clockStoppedSince()).isNotNull();
		file = cases.correct("c", file.number(), Map.of("note", "better", "way", "straight"), List.of(), citizen).orThrow();
		assertThat(file.clockStoppedSince()).isNull();
		assertThat(file.data()).containsEntry("note", "better");
		assertThat(file.openVisits()).singleElement().satisfies(visit -> assertThat(visit.key()).endsWith("/papers/2"));
		assertThat(decide(file, "incomplete", "missing").end()).as("a second correction is more than the procedure allows").isEqualTo("end-lapsed");
	}

	@Test
	void aCorrectionThatChangesNothingIsRefusedAndUsesUpNoAttempt() {
		CaseFile file = decide(open("straight"), "incomplete", "missing");
		assertThat(code(cases.correct("c", file.number(), Map.of("note", "n", "way", "straight"), List.of(), citizen)))
				.isEqualTo("correction.unchanged");
		assertThat(cases.find(file.number())).contains(file);
		assertThat(code(cases.correct("c", file.number(), Map.of("note", "better", "way", "straight"), List.of(), citizen))).isEqualTo("accepted");
	}

	@Test
	void evidenceWhoseConditionACorrectionEndsLeavesTheFile() {
		CaseFile file = decide(open("straight"), "incomplete", "missing");
		assertThat(file.data()).containsKey("second");
		file = cases.correct("c", file.number(), Map.of("note", "n", "way", "waiting"), List.of(), citizen).orThrow();
		assertThat(file.data()).containsKey("lookup").doesNotContainKey("second");
		assertThat(cases.find(file.number())).contains(file);
	}

	@Test
	void anOptionalAnswerThatACorrectionClearsIsGone() {
		CaseFile file = cases.open(new OpenCase("x-" + person, "test-permit", Channel.PORTAL, person, null,
				Map.of("note", "n", "way", "straight", "extra", "by mistake"), citizen)).orThrow();
		file = decide(file, "incomplete", "missing");
		file = cases.correct("c", file.number(), Map.of("note", "n", "way", "straight"), List.of(), citizen).orThrow();
		assertThat(cases.find(file.number()).orElseThrow().data()).doesNotContainKey("extra");
	}

	@Test
	void aCorrectionAsksEligibilityAgain() {
		CaseFile file = decide(open("straight"), "incomplete", "missing");
		assertThat(code(cases.correct("c", file.number(), Map.of("note", "forbidden", "way", "straight"), List.of(), citizen)))
				.isEqualTo("not-entitled");
		assertThat(cases.find(file.number())).contains(file);
	}

	@Test
	void aWaitIsFinishedOnceAndOnlyByAKnownOutcome() {
		CaseFile file = open("waiting");
		String key = file.openVisits().getFirst().key();
		assertThat(code(cases.completeAutomation(key, "stolen", Map.of(), citizen))).isEqualTo("outcome.unknown");
		CaseFile after = cases.completeAutomation(key, "done", Map.of("receipt", "7-1"), citizen).orThrow();
		assertThat(after.data().get("wait")).isEqualTo(Map.of("asked", true, "receipt", "7-1"));
		assertThat(cases.completeAutomation(key, "done", Map.of("receipt", "7-2"), citizen).orThrow()).isEqualTo(after);
		assertThat(code(cases.completeAutomation(key, "lapsed", Map.of(), citizen))).isEqualTo("step.closed");
	}

	@Test
	void anAutomationAfterTheCommitRunsByItselfAndEndsTheCase() {
		CaseFile file = cases.settled(open("after").number(), Duration.ofSeconds(10)).orElseThrow();
		assertThat(file.end()).isEqualTo("end-granted");
		assertThat(file.data().get("after")).isEqualTo(Map.of("number", "N-" + file.number() + "/after/1"));
		assertThat(TestAutomations.CALLS_AFTER).containsOnlyOnce(file.number() + "/after/1");
	}

	@Test
	void anAutomationThatFailsIsTriedAgainUntilItSucceeds() {
		TestAutomations.FAILURES.set(1);
		CaseFile file = cases.settled(open("after").number(), Duration.ofSeconds(30)).orElseThrow();
		assertThat(file.end()).isEqualTo("end-granted");
	}

	@Test
	void aWaitLapsesWhenItsTermIsOver() {
		CaseFile file = open("waiting");
		db.sql("update cases.visit set due_at = now() - interval '1 hour' where case_number = :n").param("n", file.number()).update();
		assertThat(eventuallyEnded(file.number())).isEqualTo("end-lapsed");
	}

	@Test
	void aPassedDateThatCannotBeHandledHoldsUpNoOther() {
		CaseFile broken = open("waiting");
		CaseFile sound = open("waiting");
		db.sql("update cases.file set version = 99 where number = :n").param("n", broken.number()).update();
		db.sql("update cases.visit set due_at = now() - interval '2 hours' where case_number = :n").param("n", broken.number()).update();
		db.sql("update cases.visit set due_at = now() - interval '1 hour' where case_number = :n").param("n", sound.number()).update();
		assertThat(eventuallyEnded(sound.number())).isEqualTo("end-lapsed");
		assertThat(cases.find(broken.number()).orElseThrow().ended()).isFalse();
		db.sql("update cases.file set version = :v where number = :n").param("v", broken.version()).param("n", broken.number()).update();
		assertThat(eventuallyEnded(broken.number())).isEqualTo("end-lapsed");
	}

	private String eventuallyEnded(String number) {
		long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
		while (System.nanoTime() < end) {
			String reached = cases.find(number).orElseThrow().end();
			if (reached != null) {
				return reached;
			}
			Thread.onSpinWait();
		}
		return "still open";
	}

	private CaseFile open(String way) {
		return cases.open(request(UUID.randomUUID().toString(), way, "n")).orThrow();
	}

	private OpenCase request(String key, String way, String note) {
		return new OpenCase(key, "test-permit", Channel.PORTAL, person, null, Map.of("note", note, "way", way), citizen);
	}

	private CaseFile decide(CaseFile file, String outcome, String reason) {
		return cases.decide(decision(UUID.randomUUID().toString(), task(file), outcome, reason)).orThrow();
	}

	private Decision decision(String key, Task task, String outcome, String reason) {
		return new Decision(key, task.id(), new Actor.Officer(String.valueOf(task.officer())), outcome, reason, null, null);
	}

	private Task task(CaseFile file) {
		Long id = file.openVisits().getFirst().task();
		return tasks.find(id == null ? -1 : id).orElseThrow();
	}

	private String officerOf(CaseFile file) {
		return String.valueOf(task(file).officer());
	}

	private static String code(Result<?> result) {
		return result instanceof Result.Refused<?> refused ? refused.refusal().code() : "accepted";
	}
}
