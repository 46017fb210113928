package org.nafidha.agencies.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nafidha.agencies.Agencies;
import org.nafidha.agencies.internal.AgencyDouble.Asked;
import org.nafidha.agencies.internal.AgencyDouble.Behaviour;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.OpenCase;
import org.nafidha.cases.Visit;
import org.nafidha.journal.Entry;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.testing.CentreTest;
import org.nafidha.testing.SignIn;
import org.nafidha.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever an agency does, late, twice, wrong or never, the case is not harmed and nothing is lost. */
@CentreTest
class AgencyTests {

	private static final String INTERIOR = "interior";

	@Autowired
	Cases cases;
	@Autowired
	Journal journal;
	@Autowired
	Agencies agencies;
	@Autowired
	Circuit circuit;
	@Autowired
	SignIn signIn;
	@Autowired
	JdbcClient db;
	@LocalServerPort
	int port;

	private final AgencyDouble ministry = AgencyDouble.ofAllTests();

	@AfterEach
	void everybodyAnswersAgain() {
		ministry.behaviour = Behaviour.ANSWERS;
		circuit.answered(INTERIOR);
	}

	@Test
	void anAnswerJoinsTheCaseWithItsSourceAndIsKeptAsItCame() {
		CaseFile file = settled(open(someone(0)));
		assertThat(steps(file)).containsExactly("decide");
		assertThat(file.data()).extractingByKey("clean", MAP).containsEntry("clean", true).containsEntry("source", "وزارة الداخلية")
				.containsEntry("reused", false).containsKey("reference");
		assertThat(kinds(file)).contains("agency.asked", "agency.answered");
		assertThat(db
				.sql("select answer is not null and answer_signature is not null and state = 'ANSWERED' from agencies.exchange where case_number = ?")
				.params(file.number()).query(Boolean.class).single()).isTrue();
		assertThat(agencies.awaitedBy(file.number())).isEmpty();
	}

	@Test
	void anAnswerThatIsStillGoodIsUsedForAnotherCaseOfTheSamePerson() {
		String person = someone(1);
		CaseFile first = settled(open(person));
		CaseFile second = settled(open(person));
		assertThat(second.data()).extractingByKey("clean", MAP).containsEntry("reused", true);
		assertThat(ministry.idsOf(second.number())).isEmpty();
		assertThat(journal.about(second.number())).extracting(Entry::facts).anySatisfy(facts -> assertThat(facts).contains(first.number()));
	}

	@Test
	void aRefusalIsAnAnswer() {
		ministry.behaviour = Behaviour.REFUSES;
		CaseFile file = settled(open(someone(2)));
		assertThat(steps(file)).containsExactly("decide");
		assertThat(file.data()).doesNotContainKey("clean");
		assertThat(kinds(file)).contains("agency.refused");
	}

	@ParameterizedTest
	@EnumSource(value = Behaviour.class, names = {"GARBAGE", "WRONG_TYPES", "OTHER_PERSON", "WRONG_SIGNATURE"})
	void anAnswerThatCannotBeUsedIsKeptApartToldToTheJournalAndAskedForAgainAnew(Behaviour behaviour) throws InterruptedException {
		ministry.behaviour = behaviour;
		CaseFile file = open(someone(3 + behaviour.ordinal()));
		awaitQuestion(file, 1);
		ministry.behaviour = Behaviour.ANSWERS;
		file = settled(file);
		assertThat(file.data()).extractingByKey("clean", MAP).containsEntry("clean", true);
		assertThat(kinds(file)).contains("agency.answer-rejected", "agency.answered");
		assertThat(ministry.idsOf(file.number())).as("another question, since the same one would get the same answer").doesNotHaveDuplicates()
				.hasSizeGreaterThan(1);
		assertThat(db.sql("select count(*) from agencies.rejected r join agencies.exchange e on e.id = r.exchange where e.case_number = ?")
				.params(file.number()).query(Integer.class).single()).isPositive();
	}

	@ParameterizedTest
	@EnumSource(value = Behaviour.class, names = {"FAILS", "NEVER", "DRIPS", "HUGE"})
	void anAgencyThatCannotBeReachedIsTriedAgainWithTheSameQuestionAndTheCaseSaysSo(Behaviour behaviour) throws InterruptedException {
		ministry.behaviour = behaviour;
		CaseFile file = open(someone(20 + behaviour.ordinal()));
		awaitQuestion(file, 1);
		awaitUnreachable(file);
		assertThat(agencies.awaitedBy(file.number())).singleElement().satisfies(awaited -> assertThat(awaited.unreachableSince()).isNotNull());
		assertThat(new Visitor(port).with(signIn.citizen(file.personId())).get("/my/cases/" + file.number()).body()).contains("وزارة الداخلية",
				"لا يمكن الوصول إليها الآن");
		ministry.behaviour = Behaviour.ANSWERS;
		circuit.answered(INTERIOR);
		file = settled(file);
		assertThat(steps(file)).containsExactly("decide");
		assertThat(ministry.idsOf(file.number()).stream().distinct()).as("the same question each time").hasSize(1);
		assertThat(agencies.awaitedBy(file.number())).isEmpty();
	}

	@Test
	void anAgencyThatFailsAgainAndAgainIsSparedUntilOneCallerFindsItWell() {
		for (int i = 0; i < Circuit.FAILURES; i++) {
			assertThat(circuit.lets("water")).isTrue();
			circuit.failed("water");
		}
		assertThat(circuit.lets("water")).isFalse();
		db.sql("update agencies.circuit set open_until = now() - interval '1 second' where agency = 'water'").update();
		assertThat(circuit.lets("water")).as("one tries").isTrue();
		assertThat(circuit.lets("water")).as("and no other meanwhile").isFalse();
		circuit.answered("water");
		assertThat(circuit.lets("water")).isTrue();
	}

	@Test
	void anAnswerThatComesLaterLeadsOnAndTheSecondTimeNothingHappens() throws Exception {
		ministry.behaviour = Behaviour.LATER;
		CaseFile file = open(someone(40));
		Asked question = awaitQuestion(file, 1);
		awaitState(file, "AWAITED");
		assertThat(ministry.deliver(question, centre(), Behaviour.WRONG_SIGNATURE)).isEqualTo(422);
		assertThat(ministry.deliver(question, centre(), Behaviour.OTHER_PERSON)).isEqualTo(422);
		assertThat(steps(reread(file))).contains("gather.clean");
		assertThat(ministry.deliver(question, centre(), Behaviour.ANSWERS)).isEqualTo(204);
		assertThat(steps(reread(file))).containsExactly("decide");
		assertThat(ministry.deliver(question, centre(), Behaviour.ANSWERS)).isEqualTo(204);
		assertThat(kinds(file)).containsOnlyOnce("agency.answered").contains("agency.answer-rejected");
	}

	@Test
	void anAnswerToAnEarlierTryOfAQuestionStaysReadableAndIsUsedForAnotherCaseToo() throws Exception {
		ministry.behaviour = Behaviour.LATER;
		String person = someone(42);
		CaseFile first = open(person);
		Asked question = awaitQuestion(first, 1);
		awaitState(first, "AWAITED");
		assertThat(ministry.deliver(question, centre(), Behaviour.OTHER_PERSON)).as("its next try has another id").isEqualTo(422);
		assertThat(ministry.deliver(question, centre(), Behaviour.ANSWERS)).isEqualTo(204);
		assertThat(db.sql("select answered_id from agencies.exchange where case_number = ? and rejections > 0").params(first.number())
				.query(String.class).single()).isEqualTo(question.id());
		CaseFile second = settled(open(person));
		assertThat(second.data()).extractingByKey("clean", MAP).containsEntry("clean", true).containsEntry("reused", true);
		assertThat(ministry.idsOf(second.number())).isEmpty();
	}

	@Test
	void anAnswerThatComesTooLateIsKeptAndNotUsed() throws Exception {
		ministry.behaviour = Behaviour.LATER;
		CaseFile file = open(someone(41));
		Asked question = awaitQuestion(file, 1);
		awaitState(file, "AWAITED");
		cases.completeAutomation(file.number() + "/gather/1", "lapsed", Map.of(), new Actor.System("test")).orThrow();
		assertThat(ministry.deliver(question, centre(), Behaviour.ANSWERS)).isEqualTo(204);
		assertThat(reread(file).data()).doesNotContainKey("clean");
		assertThat(kinds(file)).contains("agency.answer-late");
	}

	@Test
	void whatNobodyAskedIsUnknown() throws Exception {
		Asked invented = new Asked(UUID.randomUUID().toString(), "2026-000000-0", "{\"subject\":{\"nationalNumber\":\"1\"}}".getBytes(), "", "",
				"SY/GOV/INTERIOR/RECORDS/no-conviction");
		assertThat(ministry.deliver(invented, centre(), Behaviour.ANSWERS)).isEqualTo(404);
	}

	private String centre() {
		return "http://localhost:" + port;
	}

	/** Somebody of the invented city whom no other test of this class asks about. */
	private String someone(int which) {
		return db.sql("select id from identity.person order by id offset ? limit 1").params(200 + which).query(String.class).single();
	}

	private CaseFile open(String person) {
		return cases.open(new OpenCase(UUID.randomUUID().toString(), "test-agency", Channel.PORTAL, person, null, Map.of("note", "x"),
				new Actor.Citizen(person))).orThrow();
	}

	private CaseFile settled(CaseFile file) {
		return cases.settled(file.number(), Duration.ofSeconds(40)).orElseThrow();
	}

	private CaseFile reread(CaseFile file) {
		return cases.find(file.number()).orElseThrow();
	}

	private Asked awaitQuestion(CaseFile file, int count) throws InterruptedException {
		for (int i = 0; i < 200 && ministry.idsOf(file.number()).size() < count; i++) {
			Thread.sleep(50);
		}
		return ministry.asked.stream().filter(asked -> asked.issue().equals(file.number())).findFirst().orElseThrow();
	}

	private void awaitState(CaseFile file, String state) throws InterruptedException {
		for (int i = 0; i < 200 && !state.equals(db.sql("select state from agencies.exchange where case_number = ?").params(file.number())
				.query(String.class).single()); i++) {
			Thread.sleep(50);
		}
	}

	private void awaitUnreachable(CaseFile file) throws InterruptedException {
		for (int i = 0; i < 200 && agencies.awaitedBy(file.number()).stream().allMatch(awaited -> awaited.unreachableSince() == null); i++) {
			Thread.sleep(50);
		}
	}

	private static List<String> steps(CaseFile file) {
		return file.openVisits().stream().map(Visit::step).toList();
	}

	private List<String> kinds(CaseFile file) {
		return journal.about(file.number()).stream().map(Entry::kind).toList();
	}
}
