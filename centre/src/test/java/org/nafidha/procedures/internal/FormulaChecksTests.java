package org.nafidha.procedures.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nafidha.platform.Texts;

/** FEEL turns whatever it does not find into null without a word: here each such silence is a sentence. */
class FormulaChecksTests {

	private static final String CONDITIONAL = "  extra: { from: register.violations, given: { property: property }, when: 'kind = \"shop\"', "
			+ "title: { ar: ث, en: extra }, holder: { ar: ج, en: register } }\n";

	/** The choice between issuing at once and checking, on this condition. */
	private static Draft when(String condition) {
		return new Draft().step("known", "choice: [ { when: '" + condition + "', then: issue }, { otherwise: check } ]");
	}

	private static Draft amount(String formula) {
		return new Draft().with("fees", "  fee: { title: { ar: رسم, en: fee }, amount: '" + formula + "', to: council }\n");
	}

	private static Draft validity(String months) {
		return new Draft().with("validity", ", validMonths: '" + months + "'");
	}

	@ParameterizedTest
	@ValueSource(strings = {"sheet.verified", "not(sheet.verified)", "size > 100", "kind = \"shop\"", "kind in (\"shop\", \"house\") and size > 3",
			"sheet.verified and (size >= 10 or kind != \"shop\")", "if sheet.verified then size > 3 else false", "floor = null",
			"floor != null and floor > 3", "floor = null or floor > 3", "get or else(floor, 0) > 3", "if floor != null then floor > 3 else false",
			"count(sheet.owners) > 1", "some owner in sheet.owners satisfies owner.share > 3", "size between 3 and 5", "size in [3..5]",
			"channel = \"COUNTER\"", "applicant.actsForAnother", "contains(property, \"/\")", "is defined(floor)", "sheet.areaM2 * 2 > size",
			"count(sheet.owners[share > 100]) > 1", "matches(sheet.number, \"[0-9]+\")"})
	void aConditionThatAlwaysHasAnAnswerIsSound(String condition) {
		assertThat(when(condition).codes()).isEmpty();
	}

	@Test
	void aMisspeltNameIsFoundWithWhatWasMeant() {
		assertThat(when("shet.verified").findings())
				.containsExactly("In \"shet.verified\", the name \"shet\" means nothing here. Did you mean \"sheet\"?");
		assertThat(when("unheardOf = 3").findings()).singleElement().asString()
				.contains("Known here: applicant, channel, floor, issue, kind, pay, property, sheet, size.");
	}

	@Test
	void aFormulaInAnArabicSentenceKeepsItsOwnDirection() {
		assertThat(House.check(when("sheet.verifed").procedure())).singleElement()
				.satisfies(finding -> assertThat(finding.text(House.TEXTS, Texts.ARABIC)).contains("\u2068sheet.verifed\u2069"));
	}

	@Test
	void aMisspeltFieldIsFoundWithWhatWasMeant() {
		assertThat(when("sheet.verifed").findings())
				.containsExactly("In \"sheet.verifed\", sheet has no field \"verifed\". Did you mean \"verified\"?");
		assertThat(when("applicant.religion = \"x\"").findings()).singleElement().asString()
				.contains("has no field \"religion\". Its fields: actsForAnother");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {"floor > 3|formula.may-be-missing", "floor + 1 > 3|formula.may-be-missing",
			"sheet.owners[1].name = \"x\"|formula.may-be-missing",
			"floor != null or floor > 3|formula.may-be-missing", "size > \"3\"|formula.wrong-type", "size = \"3\"|formula.never-equal",
			"kind + 1 = 3|formula.wrong-type", "sheet.verified > true|formula.no-order", "size.big|formula.no-fields",
			"kind = \"flat\"|formula.no-option",
			"kind = \"shops\"|formula.no-option-near", "kind in (\"shop\", \"huose\")|formula.no-option-near",
			"cuont(sheet.owners) > 1|formula.unknown-function-near",
			"today() > date(\"2026-01-01\")|formula.unknown-function", "sheet.verified and > (size)|formula.lone-comparison",
			"size|formula.result-type",
			"null|formula.result-missing", "not(size)|formula.wrong-type", "register.sheet(property)|formula.unknown-function",
			"some owner in size satisfies owner = 3|formula.wrong-type", "if size then true else false|formula.wrong-type"})
	void aConditionThatMayComeToNothingIsFound(String condition, String code) {
		assertThat(when(condition).codes()).contains(code);
		when(condition).findings();
	}

	@Test
	void anOptionalInputMustBeLookedAtBeforeItIsCountedWith() {
		assertThat(when("floor > 3").findings())
				.containsExactly("In \"floor > 3\", floor may be missing, and the result then becomes nothing without a "
						+ "word. Test it with != null before, or use get or else.");
	}

	@Test
	void aStepsOutputIsThereOnlyAfterTheStepOnEveryWay() {
		Draft draft = when("sheet.verified").review("check", "yes: look, no: refused")
				.step("look", "automation: register.violations, given: { property: property }, then: { done: decide }")
				.step("decide", "choice: [ { when: look.found, then: refused }, { otherwise: issue } ]");
		assertThat(draft.findings()).isEmpty();
		assertThat(draft.review("check", "yes: look, no: decide").findings())
				.containsExactly("In \"look.found\", \"look\" may be absent when a case goes this "
						+ "way: \"pay\" → paid → \"known\" → otherwise → \"check\" → no → \"decide\".");
	}

	@Test
	void aStepsOutputIsNotThereBeforeIt() {
		assertThat(when("look.found").review("check", "yes: look, no: refused")
				.step("look", "automation: register.violations, given: { property: property }, then: { done: issue }").findings()).singleElement()
				.asString()
				.contains("\"look\" may be absent when a case goes this way: \"pay\" → paid → \"known\"");
	}

	@Test
	void aLapsedStepHasNoOutput() {
		Draft draft = new Draft().with("term", "9 working days").step("known",
				"automation: agency.query, given: { personId: applicant.personId }, within: 5 working days, then: { answered: decide, lapsed: decide }")
				.step("decide", "choice: [ { when: known.clean, then: issue }, { otherwise: check } ]");
		assertThat(draft.findings()).singleElement().asString()
				.contains("\"known\" may be absent when a case goes this way: \"pay\" → paid → \"known\" → time ran out → \"decide\"");
	}

	@Test
	void evidenceFetchedOnConditionMustBeAskedForFirst() {
		assertThat(when("extra.found").add("evidence", CONDITIONAL).findings()).containsExactly(
				"In \"extra.found\", \"extra\" may be absent when this does not hold: kind = \"shop\".");
		assertThat(when("extra != null and extra.found").add("evidence", CONDITIONAL).findings()).isEmpty();
		assertThat(when("get or else(extra.found, false)").add("evidence", CONDITIONAL).findings()).isEmpty();
	}

	@Test
	void evidenceMayReadWhatIsFetchedBeforeItOnly() {
		String first = "  first: { from: register.violations, given: { property: second.number }, title: { ar: ث, en: first }, holder: { ar: ج, en: r } }\n";
		String second = "  second: { from: register.sheet, given: { property: property, personId: applicant.personId }, title: { ar: ث, en: second }, holder: { ar: ج, en: r } }\n";
		assertThat(new Draft().add("evidence", first + second).findings()).singleElement().asString()
				.isEqualTo("In \"second.number\", \"second\" may be absent because it is fetched later.");
		assertThat(new Draft().add("evidence", second + first).findings()).isEmpty();
	}

	@Test
	void whatTheCitizenBringsIsForAPersonToJudge() {
		String paper = "  paper: { from: citizen, when: 'size > 10', title: { ar: و, en: paper }, holder: { ar: أ, en: you } }\n";
		assertThat(when("paper.valid").add("evidence", paper).findings()).singleElement().asString().contains("a person judges it, not a formula");
		assertThat(new Draft().add("evidence", paper).findings()).isEmpty();
	}

	@Test
	void eligibilitySeesEvidenceButNoStep() {
		String rule = "eligibility: { mayAsk: '%s', otherwise: no-right, text: { ar: ل, en: no } }\n";
		assertThat(new Draft().with("eligibility", rule.formatted("sheet.applicantIsOwner and size > 1")).findings()).isEmpty();
		assertThat(new Draft().with("eligibility", rule.formatted("pay.receipt = \"1\"")).codes()).containsExactly("formula.unknown-name");
		assertThat(new Draft().with("eligibility", rule.formatted("sheet.number")).findings())
				.containsExactly("The formula \"sheet.number\" gives a text, but yes or no is needed here.");
	}

	@Test
	void aFeeIsAnAmountThatCanBePaid() {
		assertThat(amount("if kind = \"shop\" then 1000 else 500").findings()).isEmpty();
		assertThat(amount("size * 5").findings()).isEmpty();
		assertThat(amount("if size > 100 then -5 else 10").findings()).containsExactly(
				"The fee \"fee\" becomes -5 in this case: size = 101. An amount is never negative and no finer than a hundredth.");
		assertThat(amount("0.005").codes()).containsExactly("fee.not-payable");
		assertThat(amount("kind").codes()).containsExactly("formula.result-type");
		assertThat(amount("if kind = \"shop\" then 10 else null").codes()).containsExactly("formula.result-missing");
	}

	@Test
	void aDocumentHoldsForWholeMonths() {
		assertThat(validity("if kind = \"shop\" then 12 else 0").findings()).isEmpty();
		assertThat(validity("if size > 100 then -1 else 12").findings()).containsExactly(
				"The document would hold for -1 months in this case: size = 101. It is a whole number from 0 to 1200, where 0 means without end.");
		assertThat(validity("1.5").codes()).containsExactly("document.validity");
		assertThat(validity("1201").codes()).containsExactly("document.validity");
		assertThat(validity("kind").codes()).containsExactly("formula.result-type");
	}

	@Test
	void anUnknownAutomationIsFoundWithWhatWasMeant() {
		assertThat(
				new Draft().with("evidence", "  sheet: { from: register.shet, given: {}, title: { ar: ص, en: sheet }, holder: { ar: ج, en: r } }\n")
						.findings())
				.containsExactly("There is no automation \"register.shet\". Did you mean \"register.sheet\"?");
	}

	@Test
	void anAutomationIsGivenWhatItNeeds() {
		String sheet = "  sheet: { from: register.sheet, given: %s, title: { ar: ص, en: sheet }, holder: { ar: ج, en: r } }\n";
		assertThat(new Draft().with("evidence", sheet.formatted("{ property: property }")).findings())
				.containsExactly("The automation \"register.sheet\" needs \"personId\" under given.");
		assertThat(new Draft().with("evidence", sheet.formatted("{ property: property, personId: applicant.personId, colour: kind }")).findings())
				.containsExactly("The automation \"register.sheet\" takes no \"colour\". It takes: personId, property.");
		assertThat(new Draft().with("evidence", sheet.formatted("{ property: size, personId: applicant.personId }")).findings())
				.containsExactly("The formula \"size\" gives a number, but a text is needed here.");
		assertThat(new Draft().with("evidence", sheet.formatted("{ property: property, personId: floor }")).codes())
				.containsExactly("formula.result-missing");
	}

	@Test
	void everyOutcomeOfAnAutomationLeadsSomewhere() {
		String look = "automation: register.violations, given: { property: property }, then: { %s }";
		assertThat(new Draft().step("known", look.formatted("found: check")).codes()).containsExactlyInAnyOrder("automation.outcome-missing",
				"automation.outcome-unknown");
		assertThat(new Draft().step("known", look.formatted("done: check, lapsed: refused")).findings())
				.containsExactly("The automation \"register.violations\" never ends with \"lapsed\". Its outcomes: done.");
		assertThat(new Draft()
				.step("known", "automation: agency.query, given: { personId: applicant.personId }, within: 1 working day, then: { answered: check }")
				.codes()).contains("automation.outcome-missing");
	}

	@Test
	void evidenceIsFetchedAtOnceOrNotAtAll() {
		assertThat(new Draft().add("evidence",
				"  clean: { from: agency.query, given: { personId: applicant.personId }, title: { ar: ل, en: clean }, holder: { ar: ج, en: r } }\n")
				.findings())
				.singleElement().asString().contains("does not answer at once");
	}

	@Test
	void aStepMayFetchEvidenceAfresh() {
		assertThat(new Draft().review("check", "yes: sheet, no: refused")
				.step("sheet", "automation: register.sheet, given: { property: property, personId: applicant.personId }, then: { done: issue }")
				.findings())
				.isEmpty();
	}

	@Test
	void aConditionThatNeverHoldsIsFound() {
		assertThat(when("size > 5 and size < 3").findings()).containsExactly("In \"known\", the condition \"size > 5 and size < 3\" never holds.");
		assertThat(when("size > 3 and size < 5").findings()).isEmpty();
	}

	private static Draft branches(String first, String second) {
		return new Draft().step("known",
				"choice: [ { when: '" + first + "', then: issue }, { when: '" + second + "', then: refused }, { otherwise: check } ]");
	}

	@Test
	void twoConditionsThatHoldAtOnceAreFoundWithACase() {
		assertThat(branches("size > 100", "kind = \"shop\"").findings())
				.containsExactly("In \"known\", the conditions \"size > 100\" and \"kind = \"shop\"\" hold both at once in this case: "
						+ "kind = \"shop\", size = 101.");
		assertThat(branches("size > 100", "size <= 100 and kind = \"shop\"").findings()).isEmpty();
	}

	@Test
	void aConditionBehindAWiderOneIsFound() {
		assertThat(branches("size > 10", "size > 100").codes()).containsExactly("choice.shadowed");
	}

	@Test
	void anOtherwiseThatNothingIsLeftForIsFound() {
		assertThat(branches("size > 10", "size <= 10").findings()).singleElement().asString()
				.contains("otherwise is never taken. Leave out the condition of the last branch");
		assertThat(branches("size > 10", "size < 10").findings()).isEmpty();
		assertThat(branches("floor > 0", "floor <= 0").codes()).contains("formula.may-be-missing").doesNotContain("choice.otherwise-never");
	}

	@Test
	void whatCannotBeDecidedIsLeftAlone() {
		assertThat(branches("sheet.areaM2 * 2 > size", "count(sheet.owners) > 3").findings()).isEmpty();
	}

	@Test
	void aFormulaGivesPlainValues() throws FeelFormula.NotFeel {
		assertThat(FeelFormula.parse("size * 2 + 0.5").evaluate(Map.of("size", 3))).isEqualTo(new BigDecimal("6.5"));
		assertThat(FeelFormula.parse("{ a: [1, \"x\"], b: date(\"2026-01-31\") }").evaluate(Map.of()))
				.isEqualTo(Map.of("a", List.of(BigDecimal.ONE, "x"), "b", LocalDate.of(2026, 1, 31)));
		assertThat(FeelFormula.parse("nothing.here").evaluate(Map.of())).isNull();
	}

	@Test
	void oneFormulaServesManyThreadsAtOnce() throws Exception {
		FeelFormula formula = FeelFormula.parse("if n > 500 then n * 2 else n + 1");
		try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
			List<Future<Object>> values = IntStream.range(0, 1_000).mapToObj(n -> threads.submit(() -> (Object) formula.evaluate(Map.of("n", n))))
					.toList();
			for (int n = 0; n < values.size(); n++) {
				assertThat(values.get(n).get()).isEqualTo(BigDecimal.valueOf(n > 500 ? n * 2L : n + 1L));
			}
		}
	}
}
