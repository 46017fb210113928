package org.nafidha.portal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.Decision;
import org.nafidha.cases.OpenCase;
import org.nafidha.identity.PeopleRegistry;
import org.nafidha.identity.Person;
import org.nafidha.journal.Act;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.NationalNumber;
import org.nafidha.kernel.PersonName;
import org.nafidha.platform.CentreProperties;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.tasks.Task;
import org.nafidha.tasks.Tasks;
import org.nafidha.testing.CentreTest;
import org.nafidha.testing.Refusals;
import org.nafidha.web.Formats;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What applicants are told, and once only. */
@CentreTest
class CaseMessagesTests {

	@Autowired
	Cases cases;
	@Autowired
	Tasks tasks;
	@Autowired
	PeopleRegistry people;
	@Autowired
	Refusals refusals;
	@Autowired
	JdbcClient db;
	@Autowired
	Journal journal;
	@Autowired
	CentreProperties centre;
	@Autowired
	TransactionTemplate transaction;

	private final String person = UUID.randomUUID().toString();

	@BeforeEach
	void somebodyWithAPhone() {
		long serial = Math.abs(UUID.randomUUID().getMostSignificantBits() % 900_000_000L) + 100_000_000L;
		people.add(new Person(person, new NationalNumber("07" + serial), new PersonName("سلمى", "الدفتري", "عمر", null), null, "0940000000", null))
				.orThrow();
	}

	@Test
	void theApplicantIsToldThatItArrivedThatItIsTheirTurnAndHowItEnded() {
		CaseFile file = open("test-permit", Channel.PORTAL, Map.of("note", "n", "way", "straight"));
		assertThat(told(1)).singleElement()
				.satisfies(text -> assertThat(text).contains(file.number(), "رخصة للتجربة", "Permit for tests", "وصلنا طلبك"));
		CaseFile back = decide(file, "incomplete", "missing");
		assertThat(told(2).getLast()).contains("أكملها حتى", "complete it until");
		decide(cases.correct("c", back.number(), Map.of("note", "better", "way", "straight"), List.of(), new Actor.Citizen(person)).orThrow(),
				"incomplete",
				"missing");
		assertThat(told(3).getLast()).contains("انتهت معاملتك").doesNotContain("سلمى");
	}

	@Test
	void whoseAppealIsUpheldIsToldThatTheCaseIsDecidedAnew() {
		CaseFile refused = refusals.refused(person);
		refusals.decide(refusals.appealed(refused), "uphold", "facts");
		assertThat(told(5)).filteredOn(text -> text.contains("يُعاد البتّ فيها")).singleElement().asString().contains(refused.number(),
				"is being decided anew");
	}

	@Test
	void theApplicantIsToldThatThePromisedDayMovedAndNothingOfTheDaysOfTheOffice() {
		CaseFile file = open("test-permit", Channel.PORTAL, Map.of("note", "n", "way", "straight"));
		told(1);
		moved(file, "case.dates-moved", Map.of("to", Map.of("check", file.dueAt().toString())));
		moved(file, "case.version-moved", Map.of("due", file.dueAt().toString()));
		moved(file, "case.dates-moved", Map.of("to", Map.of("due", file.dueAt().toString())));
		String english = new Formats(Locale.ENGLISH, centre.zone()).weekday(file.dueAt());
		assertThat(told(2).getLast()).contains(file.number(), "تغيّر موعد البتّ", "It is now " + english);
		moved(file, "case.version-moved", Map.of("due", file.dueAt().toString(), "dueBefore", file.dueAt().plusSeconds(86_400).toString()));
		assertThat(told(3).getLast()).contains("has moved");
		decide(file, "incomplete", "missing");
		assertThat(told(4).getLast()).as("and of nothing else that happened before").contains("complete it until");
		assertThat(db.sql("select sms_ar || sms_en from notifications.message where person = ? and kind = 'case-moved' limit 1").param(person)
				.query(String.class).single()).contains(file.number()).doesNotContain("رخصة", "Permit");
	}

	private void moved(CaseFile file, String kind, Map<String, ?> facts) {
		transaction.executeWithoutResult(status -> journal.append(new Act(kind, file.number(), new Actor.System("test"), facts)));
	}

	@Test
	void whoStandsAtTheCounterIsNotToldWhatTheScreenSays() {
		CaseFile file = open("test-fee", Channel.COUNTER, Map.of("note", "n"));
		cases.completeAutomation(file.openVisits().getFirst().key(), "paid", Map.of(), new Actor.System("test")).orThrow();
		assertThat(told(1)).singleElement().satisfies(text -> assertThat(text).contains("قُبلت معاملتك"));
	}

	private CaseFile open(String procedure, Channel channel, Map<String, String> inputs) {
		return cases.open(new OpenCase(UUID.randomUUID().toString(), procedure, channel, person, null, inputs, new Actor.Citizen(person))).orThrow();
	}

	private CaseFile decide(CaseFile file, String outcome, String reason) {
		Task task = tasks.find(Optional.ofNullable(file.openVisits().getFirst().task()).orElseThrow()).orElseThrow();
		return cases.decide(
				new Decision(UUID.randomUUID().toString(), task.id(), new Actor.Officer(String.valueOf(task.officer())), outcome, reason, null,
						null))
				.orThrow();
	}

	/** The messages so far, once there are that many. */
	private List<String> told(int count) {
		await().atMost(Duration.ofSeconds(20)).until(() -> texts().size() >= count);
		assertThat(texts()).hasSize(count);
		return texts();
	}

	private List<String> texts() {
		return db.sql("select body || body_en from notifications.message where person = ? order by made_at").param(person)
				.query((row, n) -> row.getString(1))
				.list();
	}
}
