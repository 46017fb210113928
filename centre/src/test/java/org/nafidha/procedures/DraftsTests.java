package org.nafidha.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.Decision;
import org.nafidha.cases.OpenCase;
import org.nafidha.journal.Entry;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Drafts.Kept;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.procedures.Publications.Version;
import org.nafidha.tasks.Task;
import org.nafidha.tasks.Tasks;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two engineers write, try, publish and retire a procedure, and are kept from what would undo each other's work. */
@CentreTest
class DraftsTests {

	private static final Actor.Officer ONE = new Actor.Officer("drafts-tests-one");
	private static final Actor.Officer OTHER = new Actor.Officer("drafts-tests-other");

	@Autowired
	Drafts drafts;
	@Autowired
	Proposals proposals;
	@Autowired
	Procedures procedures;
	@Autowired
	Publications publications;
	@Autowired
	Examples examples;
	@Autowired
	ProcedureLoader loader;
	@Autowired
	ProcedureChecks checks;
	@Autowired
	Journal journal;
	@Autowired
	Cases cases;
	@Autowired
	Tasks tasks;
	@Autowired
	TransactionTemplate transaction;
	@Autowired
	JdbcClient db;

	private final String id = "made-" + UUID.randomUUID().toString().replaceAll("[^a-z]", "") + "x";

	@Test
	void theSkeletonIsSoundFromTheStart() {
		Draft draft = drafts.startEmpty(ONE);
		assertThat(checks.check(draft.fileName(), draft.text())).filteredOn(finding -> finding.kind() != Finding.Kind.STAFFING).isEmpty();
		assertThat(draft.base()).isNull();
		assertThat(drafts.open()).contains(draft);
	}

	@Test
	void aDraftOfAPublishedVersionBringsTheNextNumberAndItsExamples() {
		int version = procedures.current("violations-statement").orElseThrow().version();
		Draft draft = drafts.start("violations-statement", version, ONE).orThrow();
		assertThat(((LoadedProcedure.Loaded) loader.load(draft.fileName(), draft.text())).procedure().version()).isEqualTo(version + 1);
		assertThat(drafts.examples(draft.id())).extracting(kept -> kept.example().name()).contains("nothing-recorded", "not-paid");
		assertThat(code(drafts.start("violations-statement", 9_000, ONE))).isEqualTo("procedure.unknown");
	}

	@Test
	void whoeverSavesOverSomebodyElsesTextIsToldAndBothTextsStay() {
		Draft draft = drafts.startEmpty(ONE);
		Draft mine = drafts.save(draft.id(), draft.revision(), draft.text() + "# mine\n", ONE).orThrow();
		Result<Draft> theirs = drafts.save(draft.id(), draft.revision(), draft.text() + "# theirs\n", OTHER);
		assertThat(refusal(theirs)).satisfies(refusal -> {
			assertThat(refusal.code()).isEqualTo("draft.overtaken");
			assertThat(refusal.values()).containsEntry("by", ONE.officerId()).containsEntry("revision", "2");
		});
		drafts.save(draft.id(), mine.revision(), draft.text() + "# theirs\n", OTHER).orThrow();
		assertThat(drafts.history(draft.id())).extracting(Drafts.Saved::by).containsExactly(OTHER.officerId(), ONE.officerId(), ONE.officerId());
		assertThat(drafts.text(draft.id(), 2)).contains(draft.text() + "# mine\n");
		assertThat(drafts.save(draft.id(), 1, draft.text() + "# theirs\n", OTHER).orThrow().revision()).as("the same text again changes nothing")
				.isEqualTo(3);
	}

	@Test
	void whoeverSavesAtTheSameMomentIsToldWhoWasFirst() throws Exception {
		Draft draft = drafts.startEmpty(ONE);
		try (ExecutorService others = Executors.newSingleThreadExecutor()) {
			Future<Result<Draft>> theirs = Objects.requireNonNull(transaction.execute(status -> {
				drafts.save(draft.id(), 1, draft.text() + "# mine\n", ONE).orThrow();
				Future<Result<Draft>> waiting = others.submit(() -> drafts.save(draft.id(), 1, draft.text() + "# theirs\n", OTHER));
				await().atMost(Duration.ofSeconds(20)).until(this::somebodyWaitsForALock);
				return waiting;
			}));
			assertThat(refusal(theirs.get())).satisfies(refusal -> {
				assertThat(refusal.code()).isEqualTo("draft.overtaken");
				assertThat(refusal.values()).containsEntry("by", ONE.officerId());
			});
		}
	}

	private boolean somebodyWaitsForALock() {
		return db.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%procedures.draft%'").query(Long.class)
				.single() > 0;
	}

	@Test
	void anExampleWithAFeeOfManyDigitsIsReadAsItWasWrittenAndOneTooLongIsRefused() {
		Draft draft = ready("digits");
		BigDecimal third = new BigDecimal("33.333333333333333333333333333333333");
		Example example = example("third", "grant", "end-granted")
				.expecting(new Trial.Expected(List.of("check:grant"), Map.of("third", third), "end-granted"));
		drafts.keep(draft.id(), example, ONE).orThrow();
		assertThat(drafts.examples(draft.id())).extracting(kept -> kept.example().expected().fees().get("third")).containsExactly(third);
		Example endless = example.expecting(new Trial.Expected(Collections.nCopies(4_000, "check:grant"), Map.of(), "end-granted"));
		assertThat(code(drafts.keep(draft.id(), endless, ONE))).isEqualTo("example.too-long");
	}

	@Test
	void whatBrowsersMakeOfLineEndsIsTakenBack() {
		Draft draft = drafts.startEmpty(ONE);
		assertThat(drafts.save(draft.id(), 1, draft.text().replace("\n", "\r\n"), ONE).orThrow()).isEqualTo(draft);
	}

	@Test
	void oneProposesAnotherApprovesAndExactlyThatTextIsPublished() {
		Draft draft = ready("one");
		Proposal proposal = proposals.propose(draft.id(), draft.revision(), "new service", ONE).orThrow();
		assertThat(code(drafts.save(draft.id(), draft.revision(), draft.text() + "# later\n", ONE))).isEqualTo("draft.proposed");
		assertThat(code(proposals.approve(proposal.id(), ONE))).isEqualTo("proposal.own");
		assertThat(code(proposals.refuse(proposal.id(), ONE))).isEqualTo("proposal.own");
		assertThat(procedures.current(id)).isEmpty();
		assertThat(proposals.approve(proposal.id(), OTHER).orThrow().outcome()).isEqualTo("approved");
		assertThat(procedures.current(id).orElseThrow().text()).isEqualTo(draft.text());
		Version version = publications.versions(id).getFirst();
		assertThat(version.sha256()).isEqualTo(proposal.sha256());
		assertThat(journal.about(id)).extracting(Entry::kind).containsExactly("procedure.proposed", "procedure.published");
		assertThat(journal.about(id)).allSatisfy(entry -> assertThat(entry.facts()).contains(version.sha256()));
		assertThat(code(proposals.approve(proposal.id(), OTHER))).isEqualTo("proposal.closed");
		assertThat(code(drafts.save(draft.id(), draft.revision(), "x", ONE))).isEqualTo("draft.closed");
	}

	@Test
	void aRefusedOrWithdrawnProposalPublishesNothingAndTheDraftCanBeWrittenAgain() {
		Draft draft = ready("refused");
		Proposal first = proposals.propose(draft.id(), draft.revision(), "please look", ONE).orThrow();
		assertThat(code(proposals.propose(draft.id(), draft.revision(), "again", OTHER))).isEqualTo("proposal.open-already");
		assertThat(proposals.refuse(first.id(), OTHER).orThrow().outcome()).isEqualTo("refused");
		Proposal second = proposals.propose(draft.id(), draft.revision(), "please look again", ONE).orThrow();
		assertThat(code(proposals.withdraw(second.id(), OTHER))).isEqualTo("proposal.not-proposer");
		assertThat(proposals.withdraw(second.id(), ONE).orThrow().outcome()).isEqualTo("withdrawn");
		assertThat(procedures.current(id)).isEmpty();
		assertThat(drafts.save(draft.id(), draft.revision(), draft.text() + "# more\n", OTHER)).isInstanceOf(Result.Ok.class);
		assertThat(journal.about(id)).extracting(Entry::kind).containsExactly("procedure.proposed", "procedure.proposal-refused",
				"procedure.proposed",
				"procedure.proposal-withdrawn");
	}

	@Test
	void whatTheChecksFindOrWasOvertakenIsNotProposed() {
		Draft draft = ready("unsound");
		Draft unsound = drafts.save(draft.id(), draft.revision(), draft.text().replace("grant: end-granted", "grant: nowhere"), ONE).orThrow();
		assertThat(code(proposals.propose(unsound.id(), unsound.revision(), "please", ONE))).isEqualTo("proposal.unsound");
		assertThat(code(proposals.propose(unsound.id(), 1, "please", ONE))).isEqualTo("draft.overtaken");
		assertThat(code(proposals.propose(unsound.id(), unsound.revision(), " ", ONE))).isEqualTo("proposal.note");
		publish(ready("first"));
		Draft one = next(1, "one");
		Draft other = next(1, "other");
		publish(one);
		assertThat(code(proposals.propose(other.id(), other.revision(), "please", ONE))).isEqualTo("proposal.overtaken");
		Draft rebased = drafts.rebase(other.id(), ONE).orThrow();
		assertThat(rebased.base()).isEqualTo(new Draft.Base(id, 2));
		assertThat(code(proposals.propose(other.id(), other.revision(), "please", ONE))).as("it still says version 2").isEqualTo("proposal.version");
		Draft third = drafts.save(other.id(), other.revision(), other.text().replace("version: 2", "version: 3"), ONE).orThrow();
		publish(third);
		assertThat(procedures.current(id).orElseThrow().version()).isEqualTo(3);
	}

	@Test
	void whatWasOvertakenWhileItWaitedIsNotApproved() {
		Draft draft = ready("waits");
		Proposal proposal = proposals.propose(draft.id(), draft.revision(), "please", ONE).orThrow();
		publications.publish("release.yaml", draft.text() + "# as it came with a release\n", new Actor.System("test"));
		assertThat(code(proposals.approve(proposal.id(), OTHER))).isEqualTo("proposal.id-taken");
		assertThat(journal.about(id)).extracting(Entry::kind).containsExactly("procedure.proposed", "procedure.published");
		assertThat(proposals.refuse(proposal.id(), OTHER)).isInstanceOf(Result.Ok.class);
	}

	@Test
	void anExampleThatEndsDifferentlyMustBeAcceptedOneByOne() {
		Draft draft = ready("examples");
		Example granted = example("granted", "grant", "end-granted");
		Example refused = example("refused", "refuse", "end-refused");
		drafts.keep(draft.id(), granted, ONE).orThrow();
		drafts.keep(draft.id(), refused, ONE).orThrow();
		publish(draft);
		assertThat(examples.of(id, 1)).containsExactly(granted, refused);
		Draft next = next(1, "x");
		assertThat(drafts.examples(next.id())).containsExactly(new Kept(granted, null), new Kept(refused, null));
		String turned = next.text().replace("grant: end-granted, refuse: end-refused", "grant: end-granted, refuse: check-again").replace(
				"decisions:",
				"""
						  check-again: { review: { ar: نظرة ثانية, en: A second look }, by: reviewer, unit: technical-affairs/building-control, deadline: 1 working day,
						                 then: { grant: end-granted, refuse: end-refused } }

						decisions:
						  check-again:
						    grant: { ar: موافقة, en: Grant, reasons: { all-met: { ar: مستوفى, en: Met } } }
						    refuse: { ar: رفض, en: Refuse, reasons: { not-met: { ar: غير مستوفى, en: Not met, legal: local-administration } } }
						""");
		Draft changed = drafts.save(next.id(), next.revision(), turned, ONE).orThrow();
		Result<Proposal> proposed = proposals.propose(changed.id(), changed.revision(), "a second look", ONE);
		assertThat(refusal(proposed)).satisfies(refusal -> {
			assertThat(refusal.code()).isEqualTo("proposal.examples");
			assertThat(refusal.values()).containsEntry("names", "refused");
		});
		Procedure procedure = ((LoadedProcedure.Loaded) loader.load("x", turned)).procedure();
		Trial.Expected now = examples.replay(procedure, refused).trial().summary();
		assertThat(now.end()).isEqualTo("open check-again");
		drafts.accept(changed.id(), "refused", now, ONE).orThrow();
		assertThat(drafts.examples(changed.id())).extracting(Kept::acceptedFrom).containsExactly(null, "end-refused");
		publish(changed);
		assertThat(examples.of(id, 2)).containsExactly(granted, refused.expecting(now));
		assertThat(examples.of(id, 1)).as("those of the version before stay").containsExactly(granted, refused);
	}

	@Test
	void aRetiredServiceIsOfferedToNobodyAndItsRunningCasesGoOn() {
		publish(ready("retired"));
		Actor.Citizen person = new Actor.Citizen(UUID.randomUUID().toString());
		CaseFile running = cases.open(open(person)).orThrow();
		Proposal proposal = proposals.proposeRetirement(id, "replaced by another service", ONE).orThrow();
		assertThat(code(proposals.approve(proposal.id(), ONE))).isEqualTo("proposal.own");
		assertThat(procedures.retired(id, 1)).isEmpty();
		proposals.approve(proposal.id(), OTHER).orThrow();
		assertThat(procedures.retired(id, 1)).isPresent();
		assertThat(procedures.current(id)).as("its page can still be read").isPresent();
		assertThat(code(cases.open(open(person)))).isEqualTo("procedure.retired");
		assertThat(code(proposals.proposeRetirement(id, "again", ONE))).isEqualTo("procedure.retired");
		Task task = tasks.find(running.openVisits().getFirst().task()).orElseThrow();
		assertThat(cases.decide(new Decision("k", task.id(), new Actor.Officer(String.valueOf(task.officer())), "grant", "all-met", null, null))
				.orThrow().end())
				.isEqualTo("end-granted");
		assertThat(journal.about(id)).extracting(Entry::kind).containsExactly("procedure.proposed", "procedure.published",
				"procedure.retirement-proposed", "procedure.retired");
		publish(next(1, "again"));
		assertThat(procedures.retired(id, 2)).as("a new version is offered again").isEmpty();
		assertThat(cases.open(open(person))).isInstanceOf(Result.Ok.class);
	}

	private OpenCase open(Actor.Citizen person) {
		return new OpenCase(UUID.randomUUID().toString(), id, Channel.COUNTER, person.personId(), null, Map.of("subject", "x"), person);
	}

	/** A new service of its own name, ready to be proposed. */
	private Draft ready(String remark) {
		Draft draft = drafts.startEmpty(ONE);
		return drafts
				.save(draft.id(), draft.revision(),
						draft.text().replace("procedure: new-service", "procedure: " + id).replace("[portal, counter]", "[counter]") + "# " + remark
								+ "\n",
						ONE)
				.orThrow();
	}

	private Draft next(int version, String remark) {
		Draft draft = drafts.start(id, version, ONE).orThrow();
		return drafts.save(draft.id(), draft.revision(), draft.text() + "# " + remark + "\n", ONE).orThrow();
	}

	private void publish(Draft draft) {
		Proposal proposal = proposals.propose(draft.id(), draft.revision(), "please look", ONE).orThrow();
		proposals.approve(proposal.id(), OTHER).orThrow();
	}

	private Example example(String name, String outcome, String end) {
		return examples.read("""
				example: %s
				title: { ar: مثال, en: Example }
				opened: 2026-01-11
				channel: counter
				inputs: { subject: x }
				acts: [ { at: check, ends: %s } ]
				expect: { way: ['check:%s'], fees: {}, end: %s }
				""".formatted(name, outcome, outcome, end)).orThrow();
	}

	private static String code(Result<?> result) {
		return refusal(result).code();
	}

	private static Refusal refusal(Result<?> result) {
		return result instanceof Result.Refused<?>(Refusal refusal) ? refusal : Refusal.of("not refused");
	}
}
