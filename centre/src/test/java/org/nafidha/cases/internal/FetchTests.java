package org.nafidha.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.Decision;
import org.nafidha.cases.OpenCase;
import org.nafidha.cases.Visit;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.tasks.Task;
import org.nafidha.tasks.Tasks;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Evidence that other bodies hold is asked for at the same time, and whatever they answer, or do not, the case goes on. */
@CentreTest
class FetchTests {

	private static final Actor AGENCY = new Actor.System("agency");

	@Autowired
	Cases cases;
	@Autowired
	Tasks tasks;
	@Autowired
	JdbcClient db;
	@Autowired
	Deadlines deadlines;
	@Autowired
	AutomationRunner runner;
	@Autowired
	TransactionTemplate transaction;

	private final String person = UUID.randomUUID().toString();

	@Test
	void everyAnswerJoinsTheCaseUnderItsName() {
		CaseFile file = settled(open("good", "also good"));
		assertThat(steps(file)).containsExactly("decide");
		assertThat(file.data()).extractingByKey("one", MAP).containsEntry("good", true).containsEntry("said", "good 90");
		assertThat(file.data()).extractingByKey("two", MAP).containsEntry("said", "also good 0");
		assertThat(file.clockStoppedSince()).isNull();
	}

	/** Asked one after the other, each would wait for the other in vain. */
	@Test
	void allAreAskedAtTheSameTime() {
		CaseFile file = settled(open("together", "together"));
		assertThat(steps(file)).containsExactly("decide");
		assertThat(file.data()).containsKeys("one", "two");
	}

	@Test
	void whatNobodyHasToGiveIsNotAskedFor() {
		CaseFile file = settled(open("good", null));
		assertThat(steps(file)).containsExactly("decide");
		assertThat(file.visits()).extracting(Visit::step).doesNotContain("gather.two");
	}

	@Test
	void aBodyThatSaysNoLeavesTheCitizenToBringThePaper() {
		CaseFile file = settled(open("good", "no"));
		assertThat(steps(file)).containsExactly("papers");
		assertThat(file.data()).containsKey("one").doesNotContainKey("two");
		assertThat(cases.procedureOf(file).evidence().stream().filter(item -> item.wantedOfCitizen(file.data()))).singleElement()
				.satisfies(item -> assertThat(item.id()).isEqualTo("two"));
	}

	@Test
	void whileOneIsAwaitedTheClockStandsStillAndAnAnswerThatComesLaterLeadsOn() {
		CaseFile file = settled(open("good", "later"));
		assertThat(steps(file)).containsExactly("gather", "gather.two");
		assertThat(file.clockStoppedSince()).isNotNull();
		file = cases.completeAutomation(file.number() + "/gather.two/1", "answered", Map.of("good", true, "said", "at last"), AGENCY).orThrow();
		assertThat(steps(file)).containsExactly("decide");
		assertThat(file.data()).extractingByKey("two", MAP).containsEntry("said", "at last");
		assertThat(cases.find(file.number())).contains(file);
		CaseFile again = cases.completeAutomation(file.number() + "/gather.two/1", "answered", Map.of("said", "twice"), AGENCY).orThrow();
		assertThat(again).as("an answer that comes twice").isEqualTo(file);
	}

	@Test
	void whoeverHasNotAnsweredWhenTheTermIsOverIsNoLongerAwaited() {
		CaseFile file = passed(settled(open("later", "good")));
		assertThat(steps(file)).containsExactly("papers");
		assertThat(file.data()).doesNotContainKey("one").containsKey("two");
		assertThat(code(cases.completeAutomation(file.number() + "/gather.one/1", "answered", Map.of("good", true), AGENCY)))
				.isEqualTo("step.closed");
		assertThat(cases.find(file.number()).orElseThrow().data()).as("the late answer").doesNotContainKey("one");
	}

	@Test
	void aBodyThatCannotBeReachedHoldsUpNoOtherAndIsTriedAgain() {
		CaseFile file = open("good", "down");
		runner.await(file.number(), Duration.ofSeconds(1));
		file = cases.find(file.number()).orElseThrow();
		assertThat(steps(file)).containsExactly("gather", "gather.two");
		assertThat(file.data()).containsKey("one");
		assertThat(steps(passed(file))).containsExactly("papers");
		assertThat(db.sql("select count(*) from cases.visit where case_number = ? and pending_at is not null").params(file.number())
				.query(Integer.class).single()).as("nothing is tried any longer").isZero();
	}

	@Test
	void anAnswerForSomethingThatWasCorrectedSinceIsForgottenAndAskedForAgain() {
		CaseFile file = settled(open("bad", "no"));
		Task task = tasks.find(Optional.ofNullable(file.openVisit("papers").orElseThrow().task()).orElseThrow()).orElseThrow();
		file = cases.decide(new Decision("d", task.id(), new Actor.Officer(String.valueOf(task.officer())), "incomplete", "lacking", null, null))
				.orThrow();
		assertThat(file.data()).containsKey("one");
		file = cases.correct("c", file.number(), Map.of("first", "later", "second", "good"), List.of(), new Actor.Citizen(person)).orThrow();
		file = settled(file);
		assertThat(steps(file)).containsExactly("gather", "gather.one");
		assertThat(file.data()).doesNotContainKey("one").containsKey("two");
	}

	@Test
	void anApplicationCanBeTakenBackWhileOthersAreAsked() {
		CaseFile file = settled(open("later", "later"));
		CaseFile ended = cases.withdraw("w", file.number(), new Actor.Citizen(person)).orThrow();
		assertThat(ended.end()).isEqualTo("end-withdrawn");
		assertThat(ended.openVisits()).isEmpty();
		assertThat(code(cases.completeAutomation(file.number() + "/gather.one/1", "answered", Map.of(), AGENCY))).isEqualTo("step.closed");
	}

	private CaseFile open(String first, @org.jspecify.annotations.Nullable String second) {
		Map<String, String> inputs = new HashMap<>(Map.of("first", first));
		if (second != null) {
			inputs.put("second", second);
		}
		return cases.open(new OpenCase(UUID.randomUUID().toString(), "test-fetch", Channel.PORTAL, person, null, inputs, new Actor.Citizen(person)))
				.orThrow();
	}

	private CaseFile settled(CaseFile file) {
		return cases.settled(file.number(), Duration.ofSeconds(10)).orElseThrow();
	}

	private static List<String> steps(CaseFile file) {
		return file.openVisits().stream().map(Visit::step).toList();
	}

	private CaseFile passed(CaseFile file) {
		db.sql("update cases.visit set due_at = now() - interval '1 hour' where case_number = ? and step = 'gather'").params(file.number()).update();
		deadlines.sweep(transaction);
		return cases.find(file.number()).orElseThrow();
	}

	private static String code(Result<?> result) {
		return result instanceof Result.Refused<?> refused ? refused.refusal().code() : "accepted";
	}
}
