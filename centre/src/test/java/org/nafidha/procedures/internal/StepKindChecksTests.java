package org.nafidha.procedures.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is checked of consultations, inspections, waits, silence, other units and withdrawals. */
class StepKindChecksTests {

	private static final String OPINION = "{ ar: ر, en: one, by: registrar, unit: temporary-register, deadline: 1 working day%s }";

	@Test
	void aConsultationLeadsOnAfterConsentAndAfterObjection() {
		assertThat(asking("all", "").findings()).isEmpty();
		assertThat(asking("all", ", when: sheet.verified").findings()).isEmpty();
		assertThat(asking("all", ", when: sheet.verfied").codes()).containsExactly("formula.unknown-field-near");
		assertThat(asking("3", "").findings()).containsExactly("The consultation \"check\" wants 3 consents, but asks only 1.");
	}

	@Test
	void aConsultationCountsItsLongestOpinion() {
		assertThat(asking("all", "").with("term", "same working day").findings()).singleElement().asString().contains("1");
	}

	@Test
	void aLoopThroughAConsultationIsUnbounded() {
		Draft draft = asking("all", "").step("issue", "issue: paper, then: { issued: granted, changed: check }");
		assertThat(draft.codes()).contains("loop.unbounded");
	}

	@Test
	void silenceCanOnlyCountAsAnOutcomeOfTheStep() {
		String breach = ", onBreach: { deemed: %s, legal: law }";
		assertThat(new Draft().review("check", "yes: issue, no: refused", "1 working day", breach.formatted("yes")).findings()).isEmpty();
		assertThat(new Draft().review("check", "yes: issue, no: refused", "1 working day", breach.formatted("maybe")).findings())
				.containsExactly("The step \"check\" counts silence as \"maybe\", which is not one of its outcomes: yes, no.");
		assertThat(asking("any", breach.formatted("consent")).findings()).isEmpty();
	}

	@Test
	void aWaitIsForADateWithTheClockStoppedOrForAnEventWithATerm() {
		assertThat(waiting("event: arrived, within: 1 working day, then: { happened: issue, lapsed: lapsed }").findings()).isEmpty();
		assertThat(waiting("event: arrived, then: { happened: issue, lapsed: lapsed }").codes()).containsExactly("wait.no-term");
		assertThat(waiting("event: arrived, within: 1 working day, then: { over: issue }").codes()).containsExactly("wait.outcomes");
		assertThat(waiting("until: 'date(\"2999-01-01\")', clock: stops, then: { over: issue }").without("refused").findings()).isEmpty();
		assertThat(waiting("until: 'date(\"2999-01-01\")', then: { over: issue }").codes()).containsExactly("wait.clock");
		assertThat(waiting("until: size, clock: stops, then: { over: issue }").codes()).containsExactly("formula.result-type");
		assertThat(waiting("then: { over: issue }").codes()).containsExactly("wait.one-of");
	}

	@Test
	void aChoiceMustNotLeadToAReviewThatIsClosedByThen() {
		Draft draft = new Draft().review("check", "yes: back, no: refused", "1 working day", ", atMost: 1").step("back",
				"choice: [ { when: 'kind = \"shop\"', then: check }, { otherwise: issue } ]");
		assertThat(draft.codes()).containsExactly("step.stuck");
	}

	@Test
	void anInspectionIsAHumanStepLikeAnother() {
		Draft draft = new Draft().step("check",
				"inspection: { ar: ك, en: check }, by: inspector, unit: temporary-register, photos: 1..3, deadline: 1 working day, then: { yes: issue, no: refused }");
		assertThat(draft.findings()).isEmpty();
		assertThat(draft.findings(House.staff(Map.of("inspector temporary-register", 0)))).singleElement().asString().contains("check");
	}

	@Test
	void anotherUnitMustBeThere() {
		Draft draft = new Draft().review("check", "yes: second, no: refused").review("second", "yes: issue, no: refused", "1 working day",
				", differentUnit: [check]");
		assertThat(draft.codes()).isEmpty();
		assertThat(draft.findings(House.staff(Map.of("registrar temporary-register", 4)))).singleElement().asString()
				.contains("must be done in another unit", "temporary-register");
		assertThat(new Draft().review("check", "yes: issue, no: refused", "1 working day", ", differentUnit: [known]").findings()).singleElement()
				.asString().contains("differentUnit of the step \"check\" names \"known\"");
	}

	@Test
	void takingBackLeadsToAnEndThatGrantsNothing() {
		assertThat(new Draft().end("taken-back", false).line("withdrawal: taken-back").findings()).isEmpty();
		assertThat(new Draft().line("withdrawal: granted").codes()).containsExactly("withdrawal.granted");
		assertThat(new Draft().line("withdrawal: refusd").codes()).containsExactly("target.unknown-near");
		assertThat(new Draft().end("taken-back", false).codes()).as("an end that nothing leads to").containsExactly("end.unreachable");
	}

	@Test
	void whatAnotherBodyHoldsIsThereOnlyAfterItWasFetched() {
		Draft draft = fetching("agency.query", "personId: applicant.personId");
		assertThat(draft.findings()).isEmpty();
		draft.step("known", "choice: [ { when: crimes.clean, then: gather }, { otherwise: issue } ]");
		assertThat(draft.findings()).as("before the fetch").anySatisfy(found -> assertThat(found).contains("crimes", "may be absent"));
		draft = fetching("agency.query", "personId: applicant.personId").step("look",
				"choice: [ { when: crimes.clean, then: issue }, { otherwise: check } ]");
		assertThat(draft.findings()).isEmpty();
		draft.step("gather", "fetch: { ar: ج, en: gather }, of: [crimes], within: 1 working day, then: { fetched: look, missing: look }");
		assertThat(draft.findings()).as("also after a missing answer").singleElement().asString().contains("crimes", "may be absent",
				"something is missing");
	}

	@Test
	void whatWasFetchedMustBeFetchedAgainAfterACorrection() {
		Draft draft = fetching("agency.query", "personId: applicant.personId").step("look",
				"choice: [ { when: crimes.clean, then: check }, { otherwise: issue } ]");
		draft.step("gather", "fetch: { ar: ج, en: gather }, of: [crimes], within: 1 working day, then: { fetched: look, missing: refused }");
		draft.review("check", "yes: issue, no: refused, more: back").correction("back", "check", "look", 1);
		assertThat(draft.findings()).singleElement().asString().contains("crimes", "corrected since");
		assertThat(draft.correction("back", "check", "gather", 1).findings()).isEmpty();
	}

	@Test
	void onlyWhatAnswersLaterIsFetchedByAStep() {
		assertThat(fetching("register.violations", "property: property").codes()).containsExactlyInAnyOrder("automation.immediate",
				"automation.no-answer");
		assertThat(fetching("agency.query", "personId: applicant.personId").step("gather",
				"fetch: { ar: ج, en: gather }, of: [sheet], within: 1 working day, then: { fetched: look, missing: check }").codes())
				.contains("automation.not-immediate", "automation.immediate");
	}

	@Test
	void aUnitThatSeesToEvidenceMustBeAsked() {
		String unit = "  plan: { from: unit, by: %s, title: { ar: م, en: plan }, holder: { ar: م, en: city } }\n";
		assertThat(new Draft().add("evidence", unit.formatted("check")).findings()).isEmpty();
		assertThat(new Draft().add("evidence", unit.formatted("known")).codes()).containsExactly("evidence.asked-of");
	}

	private static Draft fetching(String from, String given) {
		return new Draft()
				.add("evidence",
						"  crimes: { from: " + from + ", given: { " + given + " }, title: { ar: م, en: crimes }, holder: { ar: م, en: interior } }\n")
				.step("known", "choice: [ { when: sheet.verified, then: gather }, { otherwise: gather } ]")
				.step("gather", "fetch: { ar: ج, en: gather }, of: [crimes], within: 1 working day, then: { fetched: look, missing: check }")
				.step("look", "choice: [ { when: sheet.verified, then: issue }, { otherwise: check } ]");
	}

	private static Draft asking(String join, String more) {
		return new Draft().step("check", "consultation: { ar: ش, en: check }, join: " + join + ", of: { one: " + OPINION.formatted(more)
				+ " }, then: { consent: issue, objection: refused }");
	}

	private static Draft waiting(String rest) {
		return new Draft().without("refused").step("check", "wait: { ar: ظ, en: check }, " + rest);
	}
}
