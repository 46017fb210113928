package org.nafidha.agencies.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nafidha.agencies.Agencies;
import org.nafidha.agencies.internal.AgencyDouble.Asked;
import org.nafidha.agencies.internal.AgencyDouble.Behaviour;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.OpenCase;
import org.nafidha.cases.Visit;
import org.nafidha.identity.PeopleRegistry;
import org.nafidha.identity.Person;
import org.nafidha.journal.Entry;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.NationalNumber;
import org.nafidha.kernel.PersonName;
import org.nafidha.kernel.Refusal;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Promised answers are not waited for in vain, and not waited for at all once nobody needs them. */
@CentreTest
class RemindersTests {

	@Autowired
	Cases cases;
	@Autowired
	PeopleRegistry people;
	@Autowired
	Journal journal;
	@Autowired
	Agencies agencies;
	@Autowired
	Reminders reminders;
	@Autowired
	Circuit circuit;
	@Autowired
	ExchangeStore store;
	@Autowired
	Exchanges exchanges;
	@Autowired
	AnswerReader reader;
	@Autowired
	AgencyConfiguration.Services services;
	@Autowired
	TransactionTemplate transaction;
	@Autowired
	JdbcClient db;
	@LocalServerPort
	int port;

	private final AgencyDouble ministry = AgencyDouble.ofAllTests();

	@AfterEach
	void everybodyAnswersAgain() {
		ministry.behaviour = Behaviour.ANSWERS;
		circuit.answered("interior");
	}

	@Test
	void aPromisedAnswerThatWasNeverDeliveredIsAskedForWithTheSameQuestion() throws InterruptedException {
		CaseFile file = promised();
		ministry.behaviour = Behaviour.ANSWERS;
		anHourPasses(file);
		assertThat(reminders.remind()).isPositive();
		assertThat(steps(file)).containsExactly("decide");
		assertThat(reread(file).data()).extractingByKey("clean", MAP).containsEntry("clean", true);
		assertThat(ministry.idsOf(file.number()).stream().distinct()).as("the same question").hasSize(1);
		assertThat(kinds(file)).containsOnlyOnce("agency.answered");
	}

	@Test
	void whoeverIsStillWorkingOnItIsRemindedLater() throws InterruptedException {
		CaseFile file = promised();
		anHourPasses(file);
		reminders.remind();
		assertThat(steps(file)).contains("gather.clean");
		assertThat(state(file)).isEqualTo("AWAITED");
		assertThat(db.sql("select last_try > now() - interval '1 minute' from agencies.exchange where case_number = ?").params(file.number())
				.query(Boolean.class).single()).isTrue();
	}

	@Test
	void anotherPersonsPaperThatCameLateIsAskedForAnew() throws Exception {
		CaseFile file = promised();
		Asked question = question(file);
		assertThat(ministry.deliver(question, "http://localhost:" + port, Behaviour.OTHER_PERSON)).isEqualTo(422);
		assertThat(ministry.deliver(question, "http://localhost:" + port, Behaviour.OTHER_PERSON)).isEqualTo(422);
		assertThat(kinds(file)).as("told once, however often it is sent").containsOnlyOnce("agency.answer-rejected");
		ministry.behaviour = Behaviour.ANSWERS;
		anHourPasses(file);
		reminders.remind();
		assertThat(steps(file)).containsExactly("decide");
		assertThat(ministry.idsOf(file.number()).stream().distinct()).as("another question").hasSize(2);
	}

	@Test
	void onceTheTermIsOverNobodyIsAwaitedAndTheLateAnswerIsKeptAndNotUsed() throws Exception {
		CaseFile file = promised();
		Asked question = question(file);
		assertThat(agencies.awaitedBy(file.number())).hasSize(1);
		cases.completeAutomation(file.number() + "/gather/1", "lapsed", Map.of(), new Actor.System("test")).orThrow();
		assertThat(agencies.awaitedBy(file.number())).isEmpty();
		assertThat(state(file)).isEqualTo("OVER");
		anHourPasses(file);
		reminders.remind();
		assertThat(ministry.idsOf(file.number())).as("nobody asks any more").hasSize(1);
		assertThat(ministry.deliver(question, "http://localhost:" + port, Behaviour.ANSWERS)).isEqualTo(204);
		assertThat(state(file)).isEqualTo("LATE");
		assertThat(reread(file).data()).doesNotContainKey("clean");
		assertThat(kinds(file)).containsOnlyOnce("agency.answer-late").doesNotContain("agency.answered");
	}

	@Test
	void aPromiseThatTheAgencyDidNotSignIsNone() throws InterruptedException {
		ministry.behaviour = Behaviour.PROMISES_UNSIGNED;
		CaseFile file = open();
		for (int i = 0; i < 200 && !kinds(file).contains("agency.answer-rejected"); i++) {
			Thread.sleep(50);
		}
		assertThat(kinds(file)).contains("agency.answer-rejected");
		assertThat(state(file)).isEqualTo("ASKED");
	}

	@Test
	void aBodyThatIsSparedAndAQuestionThatFailsStandBeforeNobody() throws InterruptedException {
		CaseFile broken = promised();
		CaseFile other = promised();
		db.sql("update agencies.exchange set service = 'no-such-service' where case_number = ?").param(broken.number()).update();
		anHourPasses(broken);
		anHourPasses(broken);
		anHourPasses(other);
		db.sql("insert into agencies.circuit (agency, failures, open_until) values ('interior', 5, now() + interval '1 hour') "
				+ "on conflict (agency) do update set failures = 5, open_until = excluded.open_until").update();
		reminders.remind();
		assertThat(triedJustNow(other)).as("spared, and behind the others").isTrue();
		assertThat(triedJustNow(broken)).as("failed, and behind the others").isTrue();
		circuit.answered("interior");
		ministry.behaviour = Behaviour.ANSWERS;
		anHourPasses(broken);
		anHourPasses(broken);
		anHourPasses(other);
		reminders.remind();
		assertThat(steps(other)).containsExactly("decide");
		db.sql("update agencies.exchange set state = 'OVER' where case_number = ?").param(broken.number()).update();
	}

	@Test
	void anAnswerThatTheCaseCannotTakeJustNowIsNotLost() throws Exception {
		CaseFile file = promised();
		Cases stopped = (Cases) Proxy.newProxyInstance(Cases.class.getClassLoader(), new Class<?>[]{Cases.class},
				(proxy, method, values) -> method.getName().equals("completeAutomation")
						? Refusal.of("step.too-often", "max", "1").asResult()
						: method.invoke(cases, values));
		ministry.behaviour = Behaviour.ANSWERS;
		anHourPasses(file);
		new Reminders(store, exchanges, new LateAnswers(services, store, exchanges, reader, stopped, transaction), services).remind();
		assertThat(steps(file)).contains("gather.clean");
		assertThat(state(file)).isEqualTo("AWAITED");
		assertThat(triedJustNow(file)).as("asked for again later").isTrue();
		assertThat(kinds(file)).doesNotContain("agency.answered", "agency.answer-late");
		anHourPasses(file);
		reminders.remind();
		assertThat(steps(file)).containsExactly("decide");
	}

	private boolean triedJustNow(CaseFile file) {
		return db.sql("select last_try > now() - interval '1 minute' from agencies.exchange where case_number = ?").param(file.number())
				.query(Boolean.class).single();
	}

	/** A case whose question was accepted, and not answered. */
	private CaseFile promised() throws InterruptedException {
		ministry.behaviour = Behaviour.LATER;
		CaseFile file = open();
		for (int i = 0; i < 200 && !state(file).equals("AWAITED"); i++) {
			Thread.sleep(50);
		}
		assertThat(state(file)).isEqualTo("AWAITED");
		return file;
	}

	private CaseFile open() {
		String id = UUID.randomUUID().toString();
		NationalNumber number = new NationalNumber(String.format(Locale.ROOT, "14%09d", ThreadLocalRandom.current().nextInt(1_000_000_000)));
		people.add(new Person(id, number, new PersonName("سمر", "الحلبي", "محمد", null), null, null, null)).orThrow();
		return cases.open(new OpenCase(UUID.randomUUID().toString(), "test-agency", Channel.PORTAL, id, null, Map.of("note", "x"),
				new Actor.Citizen(id))).orThrow();
	}

	private Asked question(CaseFile file) {
		return ministry.asked.stream().filter(asked -> asked.issue().equals(file.number())).findFirst().orElseThrow();
	}

	private void anHourPasses(CaseFile file) {
		db.sql("update agencies.exchange set last_try = last_try - interval '2 hours' where case_number = ?").params(file.number()).update();
	}

	private String state(CaseFile file) {
		return db.sql("select state from agencies.exchange where case_number = ?").params(file.number()).query(String.class).optional().orElse("");
	}

	private CaseFile reread(CaseFile file) {
		return cases.find(file.number()).orElseThrow();
	}

	private List<String> steps(CaseFile file) {
		return reread(file).openVisits().stream().map(Visit::step).toList();
	}

	private List<String> kinds(CaseFile file) {
		return journal.about(file.number()).stream().map(Entry::kind).toList();
	}
}
