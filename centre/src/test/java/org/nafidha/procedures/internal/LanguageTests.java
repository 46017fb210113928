package org.nafidha.procedures.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nafidha.platform.Texts;
import org.nafidha.procedures.Finding;
import org.nafidha.procedures.LoadedProcedure;
import org.nafidha.procedures.LoadedProcedure.Faulty;
import org.nafidha.procedures.LoadedProcedure.Loaded;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Step;

/** What the loader makes of good files, and what it says about bad ones. */
class LanguageTests {

	private static final Texts TEXTS = House.TEXTS;
	private static final YamlLoader LOADER = House.LOADER;

	private static String bundled(String id) {
		return BundledFiles.all().stream().filter(file -> file.name().equals(id + ".yaml")).findFirst().orElseThrow().text();
	}

	private static final String GOOD = bundled("temporary-register-statement");

	private static Procedure load(String text) {
		LoadedProcedure loaded = LOADER.load("test.yaml", text);
		assertThat(loaded).as(() -> loaded instanceof Faulty(String file, List<Finding> findings) ? english(findings).toString() : "")
				.isInstanceOf(Loaded.class);
		return ((Loaded) loaded).procedure();
	}

	/** What is said, in English, of the good file with one thing changed. */
	private static List<String> complaints(String what, String by) {
		assertThat(GOOD).contains(what);
		LoadedProcedure loaded = LOADER.load("test.yaml",
				GOOD.replaceFirst(java.util.regex.Pattern.quote(what), java.util.regex.Matcher.quoteReplacement(by)));
		assertThat(loaded instanceof Faulty).as("'" + by + "' is refused").isTrue();
		return english(((Faulty) loaded).findings());
	}

	private static List<String> english(List<Finding> findings) {
		return House.english(findings);
	}

	private static int lineOf(String text) {
		return (int) GOOD.substring(0, GOOD.indexOf(text)).lines().count();
	}

	@Test
	void everyBundledProcedureLoads() {
		assertThat(BundledFiles.all()).hasSizeGreaterThanOrEqualTo(2).allSatisfy(file -> load(file.text()));
	}

	@Test
	void aTextThatGoesDeeperThanAnyProcedureIsAFindingAndNoFaultOfWhoeverReadsIt() {
		for (String deep : List.of("a: " + "[".repeat(100_000), "- ".repeat(100_000), "a:\n  b: [" + "{ c: ".repeat(50_000))) {
			assertThat(LOADER.load("deep.yaml", deep)).isInstanceOfSatisfying(Faulty.class,
					faulty -> assertThat(faulty.findings()).extracting(Finding::code).containsExactly("yaml.deep"));
		}
	}

	@Test
	void onlyNumbersHaveBoundsAndTheLeastIsNotMoreThanTheMost() {
		assertThat(complaints("type: property-ref", "type: property-ref\n    min: 1")).singleElement().asString().contains("min, max and whole",
				"property");
		assertThat(complaints("    optional: true", "    whole: true\n    optional: true")).singleElement().asString()
				.contains("min, max and whole", "capacity");
		assertThat(complaints("inputs:\n", "inputs:\n  floors: { type: number, min: 9, max: 3, label: { ar: طوابق, en: Floors } }\n")).singleElement()
				.asString()
				.contains("9", "3", "floors");
	}

	@Test
	void theStatementOfTheTemporaryRegisterReadsAsItIsWritten() {
		Procedure procedure = load(GOOD);
		assertThat(procedure.statutoryDays()).isEqualTo(3);
		assertThat(procedure.start()).isEqualTo("entitled");
		assertThat(procedure.fees()).extracting(Procedure.Fee::account).containsExactly("council", "treasury");
		assertThat(procedure.placeholder()).isTrue();
		assertThat(procedure.text()).isEqualTo(GOOD);
		Step.Review second = (Step.Review) java.util.Objects.requireNonNull(procedure.steps().get("second"));
		assertThat(second.notBy()).containsExactly("check");
		assertThat(second.needsIdentity()).isFalse();
		assertThat(second.outcomes()).extracting(Step.Outcome::to).containsExactly("issue", "settle");
	}

	@Test
	void paymentAndIssueBecomeAutomations() {
		Procedure procedure = load(GOOD);
		Step.Automated pay = (Step.Automated) java.util.Objects.requireNonNull(procedure.steps().get("pay"));
		assertThat(pay.automation()).isEqualTo("payments.charge");
		assertThat(pay.inputs().get("fees").evaluate(Map.of())).isEqualTo(List.of("statement", "stamp"));
		assertThat(pay.clockStops()).isTrue();
		Step.Automated issue = (Step.Automated) java.util.Objects.requireNonNull(procedure.steps().get("issue"));
		assertThat(issue.automation()).isEqualTo("documents.issue");
		assertThat(issue.inputs().get("template").evaluate(Map.of())).isEqualTo("temporary-register-statement");
	}

	@Test
	void anOutcomeThatLeadsToARefusingEndIsARefusal() {
		Step.Review settle = (Step.Review) java.util.Objects.requireNonNull(load(GOOD).steps().get("settle"));
		assertThat(settle.outcomes()).extracting(Step.Outcome::refusal).containsExactly(false, true);
	}

	@Test
	void aMisspeltKeyIsNamedWithItsLineAndWithWhatWasMeant() {
		assertThat(complaints("deadline: 1 working day, then: { matches: second", "deadlin: 1 working day, then: { matches: second"))
				.contains("test.yaml:" + (lineOf("deadline: 1 working day, then: { matches: second"))
						+ ": The key \"deadlin\" means nothing here. Did you mean \"deadline\"?");
	}

	@Test
	void anUnquotedCommaIsRecognised() {
		assertThat(complaints("{ ar: المالكون والأسهم والإشارات كما في الأصل, en: 'Owners, shares and notices are as in the original' }",
				"{ ar: المالكون والأسهم والإشارات كما في الأصل, en: Owners, shares and notices are as in the original }"))
				.singleElement().asString().contains("comma outside quotes").contains("\"shares and notices are as in the original\"");
	}

	@Test
	void aMissingKeyIsNamed() {
		assertThat(complaints("statutoryTerm: 3 working days\n", "")).containsExactly("test.yaml:2: The key \"statutoryTerm\" is missing here.");
	}

	@Test
	void aTermIsInWorkingDays() {
		assertThat(complaints("statutoryTerm: 3 working days", "statutoryTerm: 3 days")).singleElement().asString()
				.contains("\"3 days\" is not a term: write for example 3 working days");
	}

	@Test
	void aMisspeltKindOfStepIsUnderstood() {
		assertThat(complaints("settle:   { review:", "settle:   { reviw:")).singleElement().asString().contains("Did you mean \"review\"?");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			~a:\n\tb: c~ | There is a tab in this line
			~a: @b~ | a sign in this line with which no value begins
			~a: b: c~ | a colon in this line where none may be
			~a: - b~ | a dash in this line where none may be
			~a: b\nc\nd: e~ | is not followed by a colon
			~a: "b~ | A quote was opened
			~a: { b: c~ | A bracket before this place is not closed
			~a: [b, c~ | A bracket before this place is not closed
			~a:\n  b: c\n d: e~ | not indented like its neighbours
			~a: "\\q"~ | after the backslash
			""")
	void whatTheParserCannotReadIsSaidInBothLanguages(String text, String sentence) {
		List<Finding> findings = YamlSource.read(text).findings();
		assertThat(findings).singleElement().satisfies(finding -> {
			assertThat(finding.text(House.TEXTS, Texts.ENGLISH)).contains(sentence);
			assertThat(finding.text(House.TEXTS, Texts.ARABIC)).doesNotContain("found").doesNotContain("expected");
		});
	}

	@Test
	void aFormulaThatIsNotFeelIsShown() {
		assertThat(complaints("or capacity != null)'", "or capacity != null'")).singleElement().asString()
				.contains("The formula \"sheet.found and (").contains("cannot be read from \"and (");
	}

	@ParameterizedTest
	@ValueSource(strings = {"count(for i in 1..100000000 return i) > 0", "some i in 1..100000000 satisfies i < 0",
			"every i in sheet.n..sheet.m satisfies i > 0",
			"count(for a in l, b in l, c in l return 1) > 0", "count(l[count(l[count(l[item > 0]) > 0]) > 0]) > 0",
			"floor(10 ** 99999999) > 1", "decimal(1 / 3, 99999999) > 0", "decimal(scale: 99999999, n: 1 / 3) > 0",
			"{f: function(x) f(x), y: f(1)}.y = 1",
			"{all: function(x) for i in 1..x return i, n: count(all(100000000))}.n > 0"})
	void aFormulaThatMightCountForAsLongAsItLikesIsRefusedWhenItIsReadSoThatNoTrialRunsIt(String formula) {
		assertThat(complaints("when: sheet.verified, then", "when: '" + formula + "', then")).singleElement().asString().startsWith("test.yaml:")
				.contains("The formula \"" + formula + "\" may count without end");
	}

	@Test
	void anUnknownFeeIsNamedWithWhatWasMeant() {
		assertThat(complaints("payment: [statement, stamp]", "payment: [statment, stamp]")).singleElement().asString()
				.contains("There is no \"statment\" under fees. Did you mean \"statement\"?");
	}

	@Test
	void aChoiceWithoutOtherwiseIsRefused() {
		assertThat(complaints("{ when: sheet.verified, then: issue }, { otherwise: check }", "{ when: sheet.verified, then: issue }")).singleElement()
				.asString().contains("does not say what happens when no condition holds");
	}

	@Test
	void anOutcomeWithoutWordsIsRefused() {
		assertThat(complaints("then: { proved: pay, not-proved: end-refused }", "then: { proved: pay, not-proved: end-refused, unsure: settle }"))
				.singleElement().asString().contains("outcome \"unsure\" of the step \"capacity-check\" has no words");
	}

	@Test
	void theSameKeyTwiceIsRefused() {
		assertThat(complaints("version: 3\n", "version: 3\nversion: 4\n")).singleElement().asString().startsWith("test.yaml:4:").contains("twice");
	}

	@Test
	void brokenYamlIsRefusedWithItsLine() {
		assertThat(complaints("version: 3\n", "version: [3\n")).singleElement().asString().contains("A bracket before this place is not closed");
	}

	@Test
	void anchorsAreRefused() {
		assertThat(complaints("version: 3\n", "version: &v 3\n")).singleElement().asString().contains("Anchors");
	}

	@Test
	void aNameThatFormulasReadHasNoHyphen() {
		assertThat(complaints("  proofOfCapacity:", "  proof-of-capacity:")).singleElement().asString().contains("without hyphens");
	}

	@Test
	void anEmptyFileIsRefused() {
		assertThat(LOADER.load("test.yaml", "")).isInstanceOf(Faulty.class);
		assertThat(LOADER.load("test.yaml", "just a sentence")).isInstanceOf(Faulty.class);
	}
}
