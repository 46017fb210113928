package org.nafidha.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.OpenCase;
import org.nafidha.cases.VersionMoves;
import org.nafidha.cases.VersionMoves.Line;
import org.nafidha.cases.VersionMoves.Moved;
import org.nafidha.cases.VersionMoves.Obstacle;
import org.nafidha.cases.VersionMoves.Wanted;
import org.nafidha.cases.VersionMoves.Why;
import org.nafidha.cases.Visit;
import org.nafidha.journal.Entry;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.procedures.Procedures;
import org.nafidha.procedures.Publications;
import org.nafidha.testing.CentreTest;
import org.nafidha.testing.Refusals;
import org.springframework.beans.factory.annotation.Autowired;

/** Running cases stay on their version; moving them to another is an act of its own, and says of each case that cannot be moved why. */
@CentreTest
class VersionMovesTests {

	private static final Actor.Officer RULA = new Actor.Officer("rula");

	@Autowired
	VersionMoves moves;
	@Autowired
	Cases cases;
	@Autowired
	Procedures procedures;
	@Autowired
	Publications publications;
	@Autowired
	Journal journal;
	@Autowired
	Refusals refusals;

	private final String id = "test-move-" + UUID.randomUUID().toString().replaceAll("[^a-z]", "");
	private final String person = UUID.randomUUID().toString();

	@Test
	void aCaseStaysOnItsVersionUntilItIsMovedAndThenGoesOnUnderTheNewOne() {
		publish(1, FIRST);
		CaseFile stays = open();
		CaseFile goes = open();
		publish(2, SECOND);
		assertThat(plan(2)).extracting(Line::number).containsExactly(stays.number(), goes.number());
		assertThat(plan(2)).allMatch(Line::movable);
		assertThat(move(2, goes.number()).moved()).containsExactly(goes.number());
		assertThat(cases.find(goes.number()).orElseThrow().version()).isEqualTo(2);
		assertThat(refusals.decide(stays, "yes", "because").openVisits()).extracting(Visit::step).containsExactly("decide");
		assertThat(refusals.decide(goes, "yes", "because").openVisits()).extracting(Visit::step).containsExactly("second");
		assertThat(journal.about(goes.number())).filteredOn(entry -> entry.kind().equals("case.version-moved")).singleElement()
				.satisfies(entry -> {
					assertThat(entry.actor()).isEqualTo("officer:rula");
					assertThat(entry.facts()).contains("\"from\":1", "\"version\":2", "\"why\":\"a step was forgotten\"");
				});
		assertThat(journal.about(stays.number())).extracting(Entry::kind).doesNotContain("case.version-moved");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			check: { review      | look: { review        | STEP_GONE
			check: { review      | check: { inspection   | STEP_KIND
			by: reviewer, unit: technical-affairs/building-control, deadline: 2 working days | by: reviewer, unit: old-city, deadline: 2 working days | STEP_STAFF
			en: Fine, reasons    | en: Perhaps, reasons  | OUTCOME
			`# more`            | more: { type: text, label: { ar: زيادة, en: More } } | INPUT_MISSING
			b: { ar: ب, en: B }  | c: { ar: ج, en: C }   | INPUT_DIFFERS
			note: { type: text   | note: { type: number  | INPUT_DIFFERS
			statutoryTerm: 10 working days | statutoryTerm: 12 working days | LATER
			""")
	void whatCannotBeMovedIsListedWithItsReasonAndStays(String before, String after, Why why) {
		publish(1, FIRST);
		CaseFile file = open();
		String second = FIRST.replace(before, after);
		if (why == Why.STEP_GONE) {
			second = second.replace("start: check", "start: look").replace("of: check", "of: look").replace("corrected: check", "corrected: look")
					.replace("notBy: [check]", "notBy: [look]").replace("  check:\n", "  look:\n");
		}
		publish(2, why == Why.STEP_KIND ? second.replace("deadline: 2 working days", "photos: 0..3, deadline: 2 working days") : second);
		assertThat(plan(2)).singleElement().satisfies(line -> assertThat(line.obstacles()).extracting(Obstacle::why).contains(why));
		Moved moved = move(2, file.number());
		assertThat(moved.moved()).isEmpty();
		assertThat(moved.stayed()).extracting(Line::number).containsExactly(file.number());
		assertThat(cases.find(file.number())).contains(file);
		assertThat(journal.about(file.number())).extracting(Entry::kind).containsExactly("case.opened");
	}

	@Test
	void evidenceThatALaterStepReadsMustHaveBeenFetchedForTheCase() {
		publish(1, FIRST);
		CaseFile file = open();
		publish(2, FIRST.replace("fees: {}", """
				evidence:
				  look: { from: test.lookup, given: { note: note }, title: { ar: نظرة, en: Look }, holder: { ar: المدينة, en: The city } }
				fees: {}""").replace("yes: decide", "yes: known").replace("  decide: {",
				"  known: { choice: [ { when: look.allowed, then: decide }, { otherwise: end-refused } ] }\n  decide: {"));
		assertThat(plan(2)).singleElement().satisfies(line -> assertThat(line.obstacles())
				.containsExactly(new Obstacle(Why.EVIDENCE_MISSING, procedures.version(id, 2).orElseThrow().evidence().getFirst().title())));
		CaseFile decided = refusals.decide(file, "yes", "because");
		assertThat(plan(2)).as("behind that step nothing reads it").extracting(Line::movable).containsExactly(true);
		assertThat(move(2, decided.number()).moved()).hasSize(1);
	}

	@Test
	void fourEyesCanLookBackInTheNewVersionToo() {
		publish(1, FIRST);
		CaseFile file = refusals.decide(open(), "yes", "because");
		publish(2, FIRST.replace("check: { review", "look: { review").replace("start: check", "start: look").replace("of: check", "of: look")
				.replace("corrected: check", "corrected: look").replace("notBy: [check]", "notBy: [look]").replace("  check:\n", "  look:\n"));
		assertThat(plan(2)).singleElement().satisfies(line -> {
			assertThat(line.number()).isEqualTo(file.number());
			assertThat(line.obstacles()).extracting(Obstacle::why).contains(Why.PAST_GONE);
		});
	}

	@Test
	void aCaseThatWentOnAfterTheDryRunIsJudgedAnew() {
		publish(1, FIRST);
		CaseFile ended = open();
		CaseFile went = open();
		publish(2,
				SECOND.replace("decide: { review", "settle: { review").replace("yes: decide", "yes: settle").replace("  decide:\n", "  settle:\n"));
		assertThat(plan(2)).hasSize(2).allMatch(Line::movable);
		refusals.decide(went, "yes", "because");
		refusals.decide(refusals.decide(ended, "yes", "because"), "yes", "because");
		Moved moved = move(2, ended.number(), went.number());
		assertThat(moved.moved()).isEmpty();
		assertThat(moved.stayed()).extracting(line -> line.obstacles().getFirst().why()).containsExactly(Why.GONE_ON, Why.STEP_GONE);
	}

	@Test
	void ofManyWhoMoveTheSameCasesEachCaseIsMovedOnce() throws Exception {
		publish(1, FIRST);
		String[] numbers = {open().number(), open().number(), open().number()};
		publish(2, SECOND);
		List<String> moved = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
			List<Callable<Moved>> sent = new ArrayList<>();
			for (int i = 0; i < 4; i++) {
				sent.add(() -> move(2, numbers));
			}
			for (Future<Moved> answer : threads.invokeAll(sent)) {
				moved.addAll(answer.get().moved());
			}
		}
		assertThat(moved).containsExactlyInAnyOrder(numbers);
		for (String number : numbers) {
			assertThat(journal.about(number)).extracting(Entry::kind).containsOnlyOnce("case.version-moved");
		}
	}

	@Test
	void movingNeedsAReasonAndAVersionThatIsThere() {
		publish(1, FIRST);
		CaseFile file = open();
		assertThat(code(moves.move(new Wanted(id, 1, List.of(file.number()), " ", RULA)))).isEqualTo("move.reason");
		assertThat(code(moves.move(new Wanted(id, 1, List.of(file.number()), "x".repeat(501), RULA)))).isEqualTo("move.reason-long");
		assertThat(code(moves.dryRun(id, 9))).isEqualTo("procedure.unknown");
		assertThat(plan(1)).as("what is on the version already").isEmpty();
	}

	private List<Line> plan(int version) {
		return moves.dryRun(id, version).orThrow().lines();
	}

	private Moved move(int version, String... numbers) {
		return moves.move(new Wanted(id, version, List.of(numbers), "a step was forgotten", RULA)).orThrow();
	}

	private CaseFile open() {
		return cases.open(new OpenCase(UUID.randomUUID().toString(), id, Channel.PORTAL, person, null, Map.of("note", "7", "kind", "b"),
				new Actor.Citizen(person))).orThrow();
	}

	private void publish(int version, String text) {
		String whole = text.replace("procedure: test-move", "procedure: " + id).replace("version: 1", "version: " + version);
		assertThat(publications.publish("test.yaml", whole, new Actor.System("test"))).isInstanceOf(Publications.Publication.Published.class);
		await().atMost(Duration.ofSeconds(10)).until(() -> procedures.current(id).filter(newest -> newest.version() == version).isPresent());
	}

	private static String code(Result<?> result) {
		return result instanceof Result.Refused<?> refused ? refused.refusal().code() : "accepted";
	}

	private static final String FIRST = """
			procedure: test-move
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
			  kind: { type: choice, label: { ar: نوع, en: Kind }, of: { a: { ar: أ, en: A }, b: { ar: ب, en: B } } }
			  # more
			fees: {}
			start: check
			steps:
			  check: { review: { ar: تدقيق, en: Check }, by: reviewer, unit: technical-affairs/building-control, deadline: 2 working days, then: { yes: decide, back: fix } }
			  fix: { correction: { ar: تصحيح, en: Fix }, of: check, within: 5 working days, atMost: 1, then: { corrected: check, lapsed: end-lapsed } }
			  decide: { review: { ar: قرار, en: Decide }, by: reviewer, unit: technical-affairs/building-control, notBy: [check], deadline: 1 working day, then: { yes: end-granted, no: end-refused } }
			decisions:
			  check:
			    yes: { ar: مقبول, en: Fine, reasons: { because: { ar: سبب, en: Because } } }
			    back: { ar: يعاد, en: Back, reasons: { because: { ar: سبب, en: Because } } }
			  decide:
			    yes: { ar: نعم, en: Yes, reasons: { because: { ar: سبب, en: Because } } }
			    no: { ar: لا, en: No, reasons: { because: { ar: سبب, en: Because, legal: test-law } } }
			ends:
			  end-granted: { granted: true, title: { ar: مُنح, en: Granted } }
			  end-refused: { granted: false, reason: refused-by-decision, title: { ar: رُفض, en: Refused } }
			  end-lapsed: { granted: false, reason: lapsed, title: { ar: سقط, en: Lapsed } }
			appeal: { within: 30 days, to: { ar: وحدة أخرى, en: Another unit } }
			keep: 1 year
			""";

	/** With a second look between check and decision. */
	private static final String SECOND = FIRST.replace("yes: decide, back: fix", "yes: second, back: fix").replace("  decide: {",
			"  second: { review: { ar: نظرة ثانية, en: Second look }, by: reviewer, unit: technical-affairs/building-control, "
					+ "deadline: 1 working day, then: { yes: decide } }\n  decide: {")
			.replace("  decide:\n", "  second:\n    yes: { ar: نعم, en: Yes, reasons: { because: { ar: سبب, en: Because } } }\n  decide:\n");
}
