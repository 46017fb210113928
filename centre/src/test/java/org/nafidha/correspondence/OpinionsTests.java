package org.nafidha.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.Decision;
import org.nafidha.cases.OpenCase;
import org.nafidha.identity.Person;
import org.nafidha.identity.Staff;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.register.DemoCity;
import org.nafidha.tasks.Task;
import org.nafidha.tasks.Tasks;
import org.nafidha.testing.CentreTest;
import org.nafidha.testing.DeskOrder;
import org.nafidha.testing.Refusals;
import org.nafidha.testing.SignIn;
import org.nafidha.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Opinions asked in the middle of a review, without giving the file away. */
@CentreTest
class OpinionsTests {

	private static final String UNIT = "technical-affairs/map-secretariat";

	@Autowired
	Opinions opinions;
	@Autowired
	Correspondence correspondence;
	@Autowired
	TransactionTemplate transaction;
	@Autowired
	JdbcClient db;
	@Autowired
	Cases cases;
	@Autowired
	Tasks tasks;
	@Autowired
	Staff staff;
	@Autowired
	Journal journal;
	@Autowired
	DemoCity city;
	@Autowired
	SignIn signIn;
	@Autowired
	DeskOrder order;
	@Autowired
	Refusals refusals;
	@LocalServerPort
	int port;

	private Person person;
	private CaseFile file;
	private Task task;
	private Actor.Officer officer;

	@BeforeEach
	void aCaseLiesOnADesk() {
		person = city.personas().get(2).person();
		file = open();
		task = onDesk(file);
		officer = new Actor.Officer(String.valueOf(task.officer()));
	}

	@Test
	void aQuestionIsDrawnForSomebodyOfTheUnitAndItsAnswerLiesInTheFile() {
		AskedOpinion asked = ask("هل يمرّ خط مخطط من هنا؟", false).orThrow();
		Task drawn = tasks.find(asked.task()).orElseThrow();
		assertThat(drawn.unit()).isEqualTo(UNIT);
		assertThat(drawn.blind()).isTrue();
		assertThat(drawn.officer()).isNotNull().isNotEqualTo(task.officer());
		assertThat(code(opinions.answer(asked.task(), officer, "أنا لا أُسأل"))).isEqualTo("task.not-yours");
		opinions.answer(asked.task(), new Actor.Officer(String.valueOf(drawn.officer())), "لا يمرّ").orThrow();
		assertThat(opinions.of(file.number())).singleElement().satisfies(one -> {
			assertThat(one.answer()).isEqualTo("لا يمرّ");
			assertThat(one.open()).isFalse();
		});
		assertThat(tasks.find(asked.task()).orElseThrow().open()).isFalse();
		assertThat(journal.about(file.number())).filteredOn(entry -> entry.kind().startsWith("correspondence.opinion")).hasSize(2)
				.allSatisfy(entry -> assertThat(entry.facts()).contains("sha256").doesNotContain("يمرّ"));
		assertThat(code(opinions.answer(asked.task(), new Actor.Officer(String.valueOf(drawn.officer())), "مرة أخرى"))).isEqualTo("task.closed");
	}

	@Test
	void whoeverAdvisedInARefusedCaseIsNotDrawnForItsAppealAndTheApplicantSeesFromWhereTheAdviceCame() {
		AskedOpinion asked = ask("ما رأيكم؟", false).orThrow();
		String adviser = String.valueOf(tasks.find(asked.task()).orElseThrow().officer());
		AskedOpinion silent = opinions.ask(key(), task.id(), officer, "old-city", "وأنتم؟", false).orThrow();
		String silentOne = String.valueOf(tasks.find(silent.task()).orElseThrow().officer());
		opinions.answer(asked.task(), new Actor.Officer(adviser), "لا مانع").orThrow();
		decide();
		CaseFile refused = refusals.decide(refusals.decide(cases.find(file.number()).orElseThrow(), "given", "fine"), "refuse", "against-rule");
		List<String> eligible = eligibleForTheAppeal(refused, List.of(adviser, silentOne));
		assertThat(eligible).doesNotContain(adviser).as("who said nothing did not advise").contains(silentOne);
		assertThat(new Visitor(port).with(signIn.citizen(person.id())).get("/my/access").body()).contains(file.number(), "طلب صاحب القرار")
				.doesNotContain(staff.byId(adviser).orElseThrow().name().ar());
	}

	/** For whom the appeal might have been drawn if these officers worked where appeals are decided. */
	private List<String> eligibleForTheAppeal(CaseFile refused, List<String> officers) {
		Map<String, String> homes = officers.stream().collect(Collectors.toMap(id -> id, id -> staff.byId(id).orElseThrow().unit()));
		officers.forEach(id -> db.sql("update identity.officer set unit = 'legal-affairs' where id = ?").params(id).update());
		try {
			return tasks.draws(refusals.task(refusals.appealed(refused)).id()).getLast().eligible();
		} finally {
			homes.forEach((id, unit) -> db.sql("update identity.officer set unit = ? where id = ?").params(unit, id).update());
		}
	}

	@Test
	void whatWasAskedForADecisionGoesWithIt() {
		AskedOpinion asked = ask("سؤال", false).orThrow();
		decide();
		assertThat(tasks.find(asked.task()).orElseThrow().open()).isFalse();
		assertThat(opinions.of(file.number())).singleElement().satisfies(one -> {
			assertThat(one.open()).isFalse();
			assertThat(one.answer()).isNull();
		});
		assertThat(code(opinions.answer(asked.task(), new Actor.Officer(String.valueOf(tasks.find(asked.task()).orElseThrow().officer())), "متأخر")))
				.isEqualTo("task.closed");
	}

	@Test
	void whatIsAskedAtTheMomentOfTheDecisionGoesWithItToo() throws Exception {
		try (ExecutorService others = Executors.newSingleThreadExecutor()) {
			AtomicReference<Future<?>> decision = new AtomicReference<>();
			AskedOpinion asked = Objects.requireNonNull(transaction.execute(status -> {
				AskedOpinion opinion = ask("سؤال", false).orThrow();
				decision.set(others.submit(this::decide));
				await().atMost(Duration.ofSeconds(20)).until(() -> decision.get().isDone() || somebodyWaitsForATask());
				return opinion;
			}));
			decision.get().get();
			assertThat(tasks.find(asked.task()).orElseThrow().open()).isFalse();
			assertThat(opinions.of(file.number())).singleElement().satisfies(one -> assertThat(one.open()).isFalse());
		}
	}

	private boolean somebodyWaitsForATask() {
		return db.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%tasks.task%'").query(Long.class)
				.single() > 0;
	}

	@Test
	void oneWordTwiceIsOneQuestionAndWhatMakesNoSenseIsRefused() {
		opinions.ask("k" + file.number(), task.id(), officer, UNIT, "مرّة", true).orThrow();
		opinions.ask("k" + file.number(), task.id(), officer, UNIT, "مرّة", true).orThrow();
		assertThat(opinions.of(file.number())).hasSize(1);
		opinions.ask("k" + file.number(), task.id(), officer, UNIT, "سؤال آخر", false).orThrow();
		assertThat(opinions.of(file.number())).as("other words are another question").hasSize(2);
		assertThat(code(opinions.ask(key(), task.id(), officer, task.unit(), "سؤال", false))).isEqualTo("opinion.unit");
		assertThat(code(opinions.ask(key(), task.id(), officer, "moon", "سؤال", false))).isEqualTo("opinion.unit");
		assertThat(code(opinions.ask(key(), task.id(), officer, UNIT, " ", false))).isEqualTo("letter.empty");
		assertThat(code(opinions.ask(key(), task.id(), new Actor.Officer("another"), UNIT, "سؤال", false))).isEqualTo("task.not-yours");
		for (int i = 2; i < Opinions.MOST_OF_CASE; i++) {
			ask("سؤال " + i, false).orThrow();
		}
		assertThat(code(ask("واحد زائد", false))).isEqualTo("opinion.too-many");
	}

	@Test
	void onTheDesksTheQuestionIsAskedAnsweredBlindAndTheDecisionWaitsWhereItWasWished() {
		Visitor asker = visitor(officer.officerId());
		HttpResponse<String> asked = asker.post("/office/tasks/" + task.id() + "/opinions",
				asker.fields("/office/letters", "key", key(), "opinion-key",
						key(), "opinion-unit", UNIT, "opinion", "ما رأيكم؟", "opinion-waits", "yes", "note", "half a thought"));
		assertThat(asked.statusCode()).isEqualTo(200);
		assertThat(asked.body()).contains("أُرسل السؤال", "ما رأيكم؟", "القرار ينتظره", "half a thought");
		assertThat(decideOnScreen(asker).body()).contains("اخترت أن تنتظر رأيًا");
		assertThat(tasks.find(task.id()).orElseThrow().open()).isTrue();

		AskedOpinion opinion = opinions.of(file.number()).getFirst();
		Visitor other = visitor(String.valueOf(tasks.find(opinion.task()).orElseThrow().officer()));
		assertThat(other.get("/office/day").body()).contains(file.number(), "رأي مطلوب منك");
		String desk = other.get("/office/opinions/" + opinion.task()).body();
		assertThat(desk).contains("ما رأيكم؟", "لأخي").doesNotContain(person.name().full(), person.id(), officer.officerId(), "02010345678",
				"٠٢٠١٠٣٤٥٦٧٨");
		assertThat(other.post("/office/opinions/" + opinion.task(), other.fields("/office/letters", "key", key(), "answer", " ")).statusCode())
				.isEqualTo(422);
		assertThat(other.post("/office/opinions/" + opinion.task(), other.fields("/office/letters", "key", key(), "answer", "لا مانع")).statusCode())
				.isIn(302, 303);
		assertThat(asker.get("/office/opinions/" + opinion.task()).statusCode()).as("the desk of whoever was asked").isEqualTo(404);
		assertThat(decideOnScreen(asker).statusCode()).isIn(302, 303);
	}

	@Test
	void whatWaitsForAnotherUnitDoesNotStandBeforeTheRestOfTheDay() {
		CaseFile other = anotherOfTheSameOfficer();
		order.bringForward(task.id());
		Visitor desk = visitor(officer.officerId());
		assertThat(desk.get("/office").body()).contains(file.number()).doesNotContain(other.number());
		AskedOpinion asked = ask("هل من رأي؟", true).orThrow();
		assertThat(desk.get("/office").body()).doesNotContain("/office/tasks/" + task.id() + "\"");
		opinions.answer(asked.task(), new Actor.Officer(String.valueOf(tasks.find(asked.task()).orElseThrow().officer())), "لا مانع").orThrow();
		assertThat(desk.get("/office").body()).contains(file.number());
	}

	@Test
	void whoeverIsAskedReadsNoLetterOfTheFileWritesNoneAndDecidesNothing() {
		correspondence.ask(key(), file.number(), "أنا سعاد من حيّ السبيل، أما من خبر؟", new Actor.Citizen(person.id())).orThrow();
		AskedOpinion asked = ask("ما رأيكم؟", false).orThrow();
		String officerId = String.valueOf(tasks.find(asked.task()).orElseThrow().officer());
		assertThat(code(correspondence.answer(key(), asked.task(), "جواب", new Actor.Officer(officerId)))).isEqualTo("task.not-yours");
		Visitor other = visitor(officerId);
		assertThat(other.get("/office/letters").body()).doesNotContain("سعاد", file.number());
		assertThat(other.post("/office/tasks/" + asked.task() + "/letters",
				other.fields("/office/letters", "letter-key", key(), "letter", "جواب")).statusCode()).isEqualTo(404);
		assertThat(other.post("/office/tasks/" + asked.task(),
				other.fields("/office/letters", "key", key(), "outcome", "complete", "reason", "all-there")).statusCode()).isEqualTo(404);
		assertThat(correspondence.of(file.number())).as("the office has written nothing").hasSize(1);
		assertThat(visitor(officer.officerId()).get("/office/letters").body()).as("whoever decides reads it").contains("سعاد");
	}

	@Test
	void nobodyWaitsForAnOpinionLongerThanUntilItWasDue() {
		AskedOpinion asked = ask("ما رأيكم؟", true).orThrow();
		assertThat(opinions.awaited(task.id())).isTrue();
		db.sql("update tasks.task set due_at = now() - interval '1 minute' where id = ?").param(asked.task()).update();
		assertThat(opinions.awaited(task.id())).isFalse();
		assertThat(decideOnScreen(visitor(officer.officerId())).statusCode()).isIn(302, 303);
	}

	private CaseFile anotherOfTheSameOfficer() {
		for (int tries = 0; tries < 100; tries++) {
			CaseFile other = open();
			if (officer.officerId().equals(onDesk(other).officer())) {
				return other;
			}
		}
		throw new AssertionError("a hundred cases, and none for " + officer);
	}

	private HttpResponse<String> decideOnScreen(Visitor asker) {
		return asker.post("/office/tasks/" + task.id(), asker.fields("/office/letters", "key", key(), "outcome", "complete", "reason", "all-there"));
	}

	private Visitor visitor(String officerId) {
		return new Visitor(port).with(signIn.staff(staff.byId(officerId).orElseThrow().username()));
	}

	private Result<AskedOpinion> ask(String question, boolean waits) {
		return opinions.ask(key(), task.id(), officer, UNIT, question, waits);
	}

	private void decide() {
		cases.decide(new Decision(key(), task.id(), officer, "complete", "all-there", null, null)).orThrow();
	}

	private CaseFile open() {
		return cases.open(new OpenCase(key(), "test-permit", Channel.PORTAL, person.id(), null, Map.of("note", "لأخي ٠٢٠١٠٣٤٥٦٧٨", "way", "straight"),
				new Actor.Citizen(person.id()))).orThrow();
	}

	private Task onDesk(CaseFile of) {
		return tasks.find(Optional.ofNullable(of.openVisits().getFirst().task()).orElseThrow()).orElseThrow();
	}

	private static String code(Result<?> result) {
		return result instanceof Result.Refused<?>(Refusal refusal) ? refusal.code() : "none";
	}

	private static String key() {
		return UUID.randomUUID().toString();
	}
}
