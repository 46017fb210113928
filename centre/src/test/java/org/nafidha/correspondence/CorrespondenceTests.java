package org.nafidha.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.Decision;
import org.nafidha.cases.OpenCase;
import org.nafidha.identity.Officer;
import org.nafidha.identity.Person;
import org.nafidha.identity.Staff;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.notifications.Inbox;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.register.DemoCity;
import org.nafidha.tasks.Task;
import org.nafidha.tasks.Tasks;
import org.nafidha.testing.CentreTest;
import org.nafidha.testing.SignIn;
import org.nafidha.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What applicant and officer write to each other, in the module and on their pages. */
@CentreTest
class CorrespondenceTests {

	@Autowired
	Correspondence correspondence;
	@Autowired
	Cases cases;
	@Autowired
	Tasks tasks;
	@Autowired
	Staff staff;
	@Autowired
	Journal journal;
	@Autowired
	Inbox inbox;
	@Autowired
	DemoCity city;
	@Autowired
	SignIn signIn;
	@Autowired
	JdbcClient db;
	@LocalServerPort
	int port;

	private Person person;
	private Actor.Citizen applicant;
	private CaseFile file;
	private Task task;
	private Officer officer;

	@BeforeEach
	void aCaseLiesOnADesk() {
		person = city.personas().get(1).person();
		applicant = new Actor.Citizen(person.id());
		file = cases.open(new OpenCase(UUID.randomUUID().toString(), "test-permit", Channel.PORTAL, person.id(), null,
				Map.of("note", "n", "way", "straight"), applicant)).orThrow();
		task = tasks.find(Optional.ofNullable(file.openVisits().getFirst().task()).orElseThrow()).orElseThrow();
		officer = staff.byId(String.valueOf(task.officer())).orElseThrow();
	}

	@Test
	void aQuestionIsAnsweredInTheFileAndBothAreInTheJournalByTheirHashes() {
		ask("هل تكفي صورة عن الوكالة؟").orThrow();
		answer("نعم، تكفي صورة واضحة.").orThrow();
		assertThat(correspondence.of(file.number())).extracting(Letter::text).containsExactly("هل تكفي صورة عن الوكالة؟", "نعم، تكفي صورة واضحة.");
		assertThat(correspondence.of(file.number())).extracting(Letter::unit).containsExactly(null, task.unit());
		assertThat(journal.about(file.number())).filteredOn(entry -> entry.kind().startsWith("correspondence.")).hasSize(2)
				.allSatisfy(entry -> assertThat(entry.facts()).contains("sha256").doesNotContain("الوكالة", "واضحة"));
		assertThat(cases.find(file.number()).orElseThrow().revision()).as("the case itself stands still").isEqualTo(1);
	}

	@Test
	void theApplicantIsToldOfTheAnswer() {
		ask("سؤال").orThrow();
		answer("جواب لا يخرج من الملف").orThrow();
		await().atMost(Duration.ofSeconds(20)).until(() -> inbox.of(person.id()).stream().anyMatch(this::tellsOfAnswer));
		assertThat(inbox.of(person.id())).filteredOn(this::tellsOfAnswer).singleElement()
				.satisfies(kept -> assertThat(kept.text().ar()).doesNotContain("جواب لا يخرج", "سؤال"));
	}

	private boolean tellsOfAnswer(Inbox.Kept kept) {
		return file.number().equals(kept.about()) && kept.subject().ar().startsWith("ردّ في المعاملة");
	}

	@Test
	void theSameLetterTwiceIsOneLetter() {
		correspondence.ask("k" + file.number(), file.number(), "مرّة", applicant).orThrow();
		correspondence.ask("k" + file.number(), file.number(), "مرّة\r\n", applicant).orThrow();
		assertThat(correspondence.of(file.number())).hasSize(1);
		assertThat(correspondence.ask("k" + file.number(), file.number(), "كلام آخر", applicant).orThrow().text()).as("not taken for the first")
				.isEqualTo("كلام آخر");
		assertThat(correspondence.of(file.number())).hasSize(2);
	}

	@Test
	void whoWasNotAnsweredWritesThreeTimesAtMostAndAgainAfterTheAnswer() {
		for (int i = 0; i < Correspondence.MOST_UNANSWERED; i++) {
			ask("سؤال " + i).orThrow();
		}
		assertThat(code(ask("رابع"))).isEqualTo("letter.wait");
		answer("جواب").orThrow();
		assertThat(ask("رابع")).isInstanceOf(Result.Ok.class);
	}

	@Test
	void anEmptyLetterOneTooLongOneOfAStrangerAndOneAfterTheEndAreRefused() {
		assertThat(code(ask(" \r\n "))).isEqualTo("letter.empty");
		assertThat(code(ask("x".repeat(Correspondence.LONGEST + 1)))).isEqualTo("letter.too-long");
		assertThat(code(correspondence.ask(key(), file.number(), "أنا غيره", new Actor.Citizen("stranger")))).isEqualTo("case.unknown");
		decide("incomplete", "missing");
		cases.correct(key(), file.number(), Map.of("note", "other", "way", "straight"), List.of(), applicant).orThrow();
		file = cases.find(file.number()).orElseThrow();
		task = tasks.find(Optional.ofNullable(file.openVisits().getFirst().task()).orElseThrow()).orElseThrow();
		decide("incomplete", "missing");
		assertThat(cases.find(file.number()).orElseThrow().ended()).isTrue();
		assertThat(code(ask("بعد النهاية"))).isEqualTo("letter.ended");
	}

	@Test
	void aLetterWithACharacterThatNobodyTypesIsNoFaultOfTheCentre() {
		Visitor visitor = new Visitor(port).with(signIn.citizen(person.id()));
		assertThat(visitor.post("/my/cases/" + file.number() + "/letters",
				visitor.fields("/my/cases/" + file.number(), "key", key(), "letter", "a\0b")).statusCode()).isEqualTo(400);
		assertThat(correspondence.of(file.number())).isEmpty();
	}

	@Test
	void onlyWhoHoldsTheTaskAnswers() {
		ask("سؤال").orThrow();
		assertThat(code(correspondence.answer(key(), task.id(), "جواب", new Actor.Officer("somebody-else")))).isEqualTo("task.not-yours");
		decide("complete", "all-there");
		assertThat(code(answer("متأخر"))).isEqualTo("task.not-yours");
		assertThat(correspondence.of(file.number())).hasSize(1);
	}

	@Test
	void onTheirPagesBothReadAndWriteAndNeitherLearnsWhoTheOtherIs() {
		Visitor citizen = new Visitor(port).with(signIn.citizen(person.id()));
		String mine = "/my/cases/" + file.number();
		assertThat(citizen.post(mine + "/letters", citizen.fields("/my", "key", key(), "letter", "متى تنظرون فيها؟")).statusCode()).isIn(302, 303);
		Visitor desk = new Visitor(port).with(signIn.staff(officer.username()));
		assertThat(desk.get("/office/letters").body()).contains("متى تنظرون فيها؟", "letter-" + task.id()).doesNotContain(person.name().full(),
				person.id());
		HttpResponse<String> answered = desk.post("/office/tasks/" + task.id() + "/letters",
				desk.fields("/office/letters", "key", key(), "letter-key", key(), "letter", "غدًا إن شاء الله", "note", "half a thought", "outcome",
						"complete"));
		assertThat(answered.statusCode()).isEqualTo(200);
		assertThat(answered.body()).contains("أُرسل الرد", "half a thought", "غدًا إن شاء الله").doesNotContain(person.name().full());
		String page = citizen.get(mine).body();
		assertThat(page).contains("متى تنظرون فيها؟", "غدًا إن شاء الله").doesNotContain(officer.name().ar(), officer.id());
		assertThat(desk.get("/office/letters").body()).doesNotContain(file.number());
	}

	@Test
	void whatIsWrongWithALetterIsToldAtItsBoxAndNothingIsLost() {
		Visitor citizen = new Visitor(port).with(signIn.citizen(person.id()));
		for (int i = 0; i < Correspondence.MOST_UNANSWERED; i++) {
			ask("سؤال " + i).orThrow();
		}
		HttpResponse<String> wrong = citizen.post("/my/cases/" + file.number() + "/letters",
				citizen.fields("/my", "key", key(), "letter", "سطر طويل كتبته"));
		assertThat(wrong.statusCode()).isEqualTo(422);
		assertThat(wrong.body()).contains("letter-error", "سطر طويل كتبته", "لم يُجَب عنها");
	}

	private Result<Letter> ask(String text) {
		return correspondence.ask(key(), file.number(), text, applicant);
	}

	private Result<Letter> answer(String text) {
		return correspondence.answer(key(), task.id(), text, new Actor.Officer(officer.id()));
	}

	private void decide(String outcome, String reason) {
		cases.decide(new Decision(key(), task.id(), new Actor.Officer(String.valueOf(task.officer())), outcome, reason, null, null)).orThrow();
	}

	private static String code(Result<?> result) {
		return result instanceof Result.Refused<?>(Refusal refusal) ? refusal.code() : "none";
	}

	private static String key() {
		return UUID.randomUUID().toString();
	}
}
