package org.nafidha.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Visit;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Finding;
import org.nafidha.procedures.LoadedProcedure;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.procedures.ProcedureChecks;
import org.nafidha.procedures.ProcedureLoader;
import org.nafidha.procedures.Scenario;
import org.nafidha.procedures.Scenario.Act;
import org.nafidha.procedures.Scenario.Answer;
import org.nafidha.procedures.Step;
import org.nafidha.procedures.Trial;
import org.nafidha.procedures.Trials;
import org.nafidha.testing.CentreTest;
import org.nafidha.testing.TestAutomations;
import org.springframework.beans.factory.annotation.Autowired;

/** A trial and a real case that are treated alike stand at the same steps after every act, and refuse the same acts. */
@CentreTest
class TrialsAgainstEngineTests {

	private static final int PROCEDURES = 60;
	private static final int CASES_EACH = 3;
	private static final int CASES_OF_TURNS = 120;
	private static final int MOST_ACTS = 300;
	private static final List<String> WAYS = List.of("a", "b", "c");

	/** What procedures made by chance do not have: evidence that changes, eligibility, fees, a document, taking back. */
	private static final String TURNS = """
			procedure: every-turn
			version: 1
			name: { ar: م, en: every turn }
			summary: { ar: م, en: every turn }
			owner: technical-affairs/building-control
			channels: [counter]
			legal: { law: { ar: ق, en: law } }
			keywords: [turn]
			keep: 1 year
			statutoryTerm: 90 working days
			eligibility: { mayAsk: 'not(book.says) or way != "c"', otherwise: not-entitled, text: { ar: ل, en: no } }
			inputs:
			  way: { type: choice, label: { ar: ط, en: way }, of: { a: { ar: أ, en: a }, b: { ar: ب, en: b }, c: { ar: ج, en: c } } }
			evidence:
			  book: { from: test.book, title: { ar: ك, en: book }, holder: { ar: م, en: city } }
			  look: { from: test.book, when: 'way = "a"', title: { ar: ن, en: look }, holder: { ar: م, en: city } }
			fees: { fee: { title: { ar: ر, en: fee }, amount: 'if way = "b" then 100 else 0', to: council } }
			start: first
			steps:
			  first: { choice: [ { when: 'book.says', then: check }, { otherwise: pay } ] }
			  check: { review: { ar: خ, en: check }, by: reviewer, unit: technical-affairs/building-control, deadline: 1 working day, then: { good: pay, back: ask, bad: end-bad } }
			  ask: { correction: { ar: ص, en: ask }, of: check, within: 1 working day, atMost: 2, then: { corrected: check, lapsed: end-bad } }
			  pay: { payment: [fee], within: 1 working day, then: { paid: issue, lapsed: end-bad } }
			  issue: { issue: paper, then: { issued: end-good, changed: recheck } }
			  recheck: { review: { ar: خ, en: recheck }, by: reviewer, unit: technical-affairs/building-control, deadline: 1 working day, atMost: 2, then: { go: issue, bad: end-bad } }
			decisions:
			  check:
			    good: { ar: ن, en: good, reasons: { because: { ar: س, en: because } } }
			    back: { ar: ن, en: back, reasons: { because: { ar: س, en: because } } }
			    bad: { ar: ن, en: bad, reasons: { because: { ar: س, en: because, legal: law } } }
			  recheck:
			    go: { ar: ن, en: go, reasons: { because: { ar: س, en: because } } }
			    bad: { ar: ن, en: bad, reasons: { because: { ar: س, en: because, legal: law } } }
			withdrawal: end-back
			ends:
			  end-good: { granted: true, title: { ar: ن, en: good } }
			  end-bad: { granted: false, reason: why, title: { ar: ن, en: bad } }
			  end-back: { granted: false, reason: back, title: { ar: ن, en: back } }
			document: { code: TRN, template: paper, title: { ar: و, en: paper }, signatory: { ar: م, en: someone } }
			appeal: { within: 30 days, to: { ar: م, en: somebody } }
			""";

	@Autowired
	ProcedureLoader loader;
	@Autowired
	ProcedureChecks checks;
	@Autowired
	Trials trials;
	@Autowired
	ActContext context;
	@Autowired
	LoneProcedure.Parts parts;

	private final Actor.Citizen person = new Actor.Citizen(UUID.randomUUID().toString());
	private final long seed = System.nanoTime();
	private final SplittableRandom random = new SplittableRandom(seed);

	@Test
	void onProceduresMadeByChance() {
		int compared = 0;
		for (int i = 0; i < PROCEDURES * 10; i++) {
			String text = i < PROCEDURES ? RandomProcedure.sound(random) : RandomProcedure.any(random);
			Procedure procedure = load(text);
			if (checks.check(procedure).stream().allMatch(finding -> finding.kind() == Finding.Kind.STAFFING)) {
				for (int n = 0; n < CASES_EACH; n++) {
					compared += compare(procedure, false);
				}
			}
		}
		System.out.println("seed " + seed + ": " + compared + " acts compared");
		assertThat(compared).isGreaterThan(PROCEDURES);
	}

	@Test
	void withEvidenceThatChangesFeesDocumentsAndApplicationsTakenBack() {
		int compared = 0;
		for (int i = 0; i < CASES_OF_TURNS; i++) {
			compared += compare(load(TURNS), true);
		}
		System.out.println("seed " + seed + ": " + compared + " acts compared");
		assertThat(compared).isGreaterThan(CASES_OF_TURNS);
	}

	@Test
	void twoConsultationsThatAskNobodyArePassedInOneAct() {
		for (int i = 0; i < WAYS.size() * 3; i++) {
			assertThat(compare(load(RandomProcedure.passingTwoConsultations()), false)).isNotNegative();
		}
	}

	private Procedure load(String text) {
		return ((LoadedProcedure.Loaded) loader.load("chance.yaml", text)).procedure();
	}

	/** How many acts were compared. */
	private int compare(Procedure procedure, boolean books) {
		LoneProcedure engine = new LoneProcedure(procedure, parts);
		TestAutomations.BOOK.set(books && random.nextBoolean());
		String way = way();
		Scenario scenario = new Scenario(context.now().atZone(context.zone()).toLocalDate(), Channel.COUNTER, false, Map.of("way", way), books(),
				List.of());
		Result<CaseFile> opened = engine.open(Map.of("way", way), person);
		same(procedure, opened, null, scenario);
		if (!(opened instanceof Result.Ok<CaseFile>(CaseFile file))) {
			return 1;
		}
		int acts = 0;
		while (!file.ended()) {
			assertThat(++acts).as("seed %d\n%s", seed, procedure.text()).isLessThan(MOST_ACTS);
			TestAutomations.BOOK.set(books && random.nextInt(3) == 0 ? !TestAutomations.BOOK.get() : TestAutomations.BOOK.get());
			Act act = any(file, procedure);
			Result<CaseFile> done = act(file, act, engine);
			same(procedure, done, file, scenario.and(act));
			if (done instanceof Result.Ok<CaseFile>(CaseFile after)) {
				file = after;
				scenario = scenario.and(act);
			}
		}
		return acts;
	}

	/** The trial of the scenario shows what the engine answered to its last act. */
	private void same(Procedure procedure, Result<CaseFile> engine, @org.jspecify.annotations.Nullable CaseFile before, Scenario scenario) {
		Trial trial = trials.play(procedure, scenario);
		String where = "seed %d, %s%n%s%n%s".formatted(seed, scenario.acts(), trial.way(), procedure.text());
		switch (engine) {
			case Result.Ok<CaseFile>(CaseFile file) -> {
				assertThat(trial.refusal()).as(where).isNull();
				assertThat(stays(trial)).as(where).isEqualTo(stays(file));
				assertThat(trial.end()).as(where).isEqualTo(file.end());
			}
			case Result.Refused<CaseFile>(Refusal refusal) -> {
				assertThat(trial.refusal()).as(where).isNotNull();
				assertThat(Optional.ofNullable(trial.refusal()).map(Refusal::code)).as(where).contains(refusal.code());
				assertThat(stays(trial)).as(where).isEqualTo(before == null ? List.of() : stays(before));
			}
		}
	}

	private static List<String> stays(Trial trial) {
		return trial.stays().stream().map(stay -> stay.step() + "/" + stay.visit() + " " + stay.outcome()).toList();
	}

	private static List<String> stays(CaseFile file) {
		return file.visits().stream().map(visit -> visit.step() + "/" + visit.visit() + " " + visit.outcome()).toList();
	}

	private String way() {
		return WAYS.get(random.nextInt(WAYS.size()));
	}

	private static Map<String, Answer> books() {
		Answer says = new Answer(Map.of("says", TestAutomations.BOOK.get()), null);
		return Map.of("book", says, "look", says);
	}

	private Act any(CaseFile file, Procedure procedure) {
		if (procedure.withdrawal() != null && random.nextInt(8) == 0) {
			return new Act("", Act.WITHDRAWN, null, Map.of(), false, Map.of(), books(), null);
		}
		List<Visit> open = file.openVisits().stream().filter(visit -> !LoneProcedure.outcomes(procedure.step(visit.step())).isEmpty()).toList();
		Visit visit = open.get(random.nextInt(open.size()));
		List<String> outcomes = new ArrayList<>(LoneProcedure.outcomes(procedure.step(visit.step())));
		String outcome = outcomes.get(random.nextInt(outcomes.size()));
		Map<String, Object> inputs = outcome.equals("corrected") ? Map.of("way", way()) : Map.of();
		return new Act(visit.step(), outcome, procedure.step(visit.step()) instanceof Step.Review ? "because" : null, inputs, false, Map.of(),
				books(), null);
	}

	private Result<CaseFile> act(CaseFile file, Act act, LoneProcedure engine) {
		return act.at().isEmpty()
				? engine.withdraw(file, person)
				: engine.end(file.openVisit(act.at()).orElseThrow(), act.outcome(), Map.of("way", String.valueOf(act.inputs().get("way"))), person);
	}
}
