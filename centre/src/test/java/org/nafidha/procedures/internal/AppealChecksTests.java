package org.nafidha.procedures.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nafidha.procedures.Finding;
import org.nafidha.procedures.LoadedProcedure;

/** What is checked of appeals: where a refused case is taken up again, and that others decide. */
class AppealChecksTests {

	private static final String PLAIN = "appeal: { within: 30 days, to: { ar: م, en: somebody } }";

	@Test
	void aCaseIsTakenUpAgainWhereItWasRefusedOrAtAReviewThatAllRefusedCasesHaveComeTo() {
		assertThat(codes(refusable(), "same step")).isEmpty();
		assertThat(codes(refusable(), "check")).isEmpty();
		assertThat(codes(refusable(), "chek")).containsExactly("appeal.unknown-near");
		assertThat(codes(refusable(), "pay")).containsExactly("appeal.unknown");
	}

	@Test
	void itSkipsNothingAndPaysNothingTwice() {
		assertThat(findings(refusable().review("second", "yes: issue, no: refused").step("known",
				"choice: [ { when: sheet.verified, then: second }, { otherwise: check } ]").review("check", "yes: second, no: refused"), "check"))
				.singleElement().asString().contains("would skip", "pay", "known", "second");
		Draft paid = refusable().with("start", "known").review("check", "yes: pay, no: refused").review("second", "yes: issue, no: refused")
				.step("known", "choice: [ { when: sheet.verified, then: check }, { otherwise: check } ]")
				.step("pay", "payment: [fee], within: 5 working days, then: { paid: second, lapsed: lapsed }");
		assertThat(codes(paid, "check")).contains("appeal.pays-again");
		assertThat(codes(paid, "same step")).doesNotContain("appeal.pays-again");
	}

	@Test
	void whatAnOfficerRefusesCanBeAppealedAgainst() {
		assertThat(codes(new Draft(), "same step")).containsExactlyInAnyOrder("appeal.no-refusal", "appeal.other-reason");
	}

	@Test
	void anAppealIsDecidedByAnotherUnitAndIsNotAppealedAgainst() {
		String others = ", differentUnit: [about]";
		assertThat(new Draft().line("about: refusal").codes()).containsExactly("about.same-unit");
		assertThat(new Draft().line("about: refusal").review("check", "yes: issue, no: refused", "1 working day", others).codes()).isEmpty();
		assertThat(new Draft().review("check", "yes: issue, no: refused", "1 working day", others).findings()).singleElement().asString()
				.contains("differentUnit", "check", "about: refusal");
		assertThat(codes(refusable().line("about: refusal").review("check", "yes: issue, no: refused", "1 working day", others), "same step"))
				.containsExactly("appeal.of-appeal");
	}

	@Test
	void nothingElseIsCalledAbout() {
		String text = new Draft().review("about", "yes: issue, no: refused").text();
		assertThat(House.LOADER.load("test.yaml", text)).isInstanceOfSatisfying(LoadedProcedure.Faulty.class,
				faulty -> assertThat(faulty.findings()).extracting(Finding::code).containsExactly("name.twice"));
	}

	private static Draft refusable() {
		return new Draft().refusal("refused");
	}

	private static List<String> codes(Draft draft, String upheld) {
		return House.check(House.load(with(draft, upheld))).stream().map(Finding::code).toList();
	}

	private static List<String> findings(Draft draft, String upheld) {
		return House.english(House.check(House.load(with(draft, upheld))));
	}

	private static String with(Draft draft, String upheld) {
		return draft.text().replace(PLAIN, PLAIN.replace(" } }", " }, upheld: " + upheld + " }"));
	}
}
