package org.nafidha.procedures.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Shape, terms and four eyes: each fault with its counter-example, and beside it what is only nearly that fault. */
class FlowChecksTests {

	@Test
	void nothingIsWrongWithTheDraftItself() {
		assertThat(new Draft().findings()).isEmpty();
	}

	@Test
	void aStepThatNoOutcomeLeadsToIsFound() {
		assertThat(new Draft().review("second", "yes: issue").findings())
				.containsExactly("No way leads to the step \"second\": no outcome leads to it.");
	}

	@Test
	void aStepReachedOnlyFromAnUnreachableOneIsFoundWithTheReason() {
		assertThat(new Draft().review("second", "yes: third").review("third", "yes: issue").findings()).containsExactly(
				"No way leads to the step \"second\": no outcome leads to it.",
				"No way leads to the step \"third\": only \"second\" leads to it, and no way leads there.");
	}

	@Test
	void aStepReachedByOneBranchOfManyIsReached() {
		assertThat(
				new Draft().with("term", "2 working days").review("check", "yes: issue, no: refused, unsure: second").review("second", "yes: issue")
						.findings())
				.isEmpty();
	}

	@Test
	void anEndThatNoOutcomeLeadsToIsFound() {
		assertThat(new Draft().end("withdrawn", false).findings())
				.containsExactly("No way leads to the end \"withdrawn\": no outcome leads to it.");
	}

	@Test
	void anOutcomeThatLeadsNowhereIsFoundWithWhatWasMeant() {
		assertThat(new Draft().review("check", "yes: isue, no: refused").findings())
				.containsExactly("The outcome check / yes leads to \"isue\", but no step or end has that name. Did you mean \"issue\"?");
	}

	@Test
	void aStartThatIsNoStepIsFound() {
		assertThat(new Draft().with("start", "pya").findings()).containsExactly("There is no step \"pya\" to start with. Did you mean \"pay\"?");
	}

	@Test
	void aTrapWithoutAnyWayOutIsFoundWithTheShortestWayIntoIt() {
		assertThat(new Draft().review("check", "yes: issue, no: refused, odd: second").review("second", "on: third").review("third", "back: second")
				.findings()).containsExactly("A case that comes to \"second\" never ends. For example: "
						+ "\"pay\" → paid → \"known\" → otherwise → \"check\" → odd → \"second\".");
	}

	@Test
	void aLoopWithoutABoundIsNamed() {
		assertThat(new Draft().with("term", "9 working days").review("check", "yes: issue, no: second").review("second", "yes: refused, again: check")
				.findings()).containsExactly("A case can go round here for ever: \"check\" → no → \"second\" → again → \"check\". "
						+ "Put atMost on a step of this loop.");
	}

	@Test
	void aLoopWithABoundOnOneOfItsStepsIsSound() {
		assertThat(new Draft().with("term", "4 working days").review("check", "yes: issue, no: second")
				.review("second", "yes: refused, again: check", "1 working day", ", atMost: 2").findings())
				.containsExactly("The longest way takes 5 working days, but the statutory term is 4: "
						+ "\"check\" 1 + \"second\" 1 + \"check\" 1 + \"second\" 1 + \"check\" 1.");
		assertThat(new Draft().with("term", "5 working days").review("check", "yes: issue, no: second")
				.review("second", "yes: refused, again: check", "1 working day", ", atMost: 2").findings()).isEmpty();
	}

	@Test
	void aStepWhoseEveryWayOutIsUsedUpIsFound() {
		assertThat(new Draft().with("term", "9 working days").review("check", "yes: issue, no: second")
				.review("second", "again: check", "1 working day", "").review("check", "yes: issue, no: second", "1 working day", ", atMost: 2")
				.without("refused")
				.findings()).containsExactly(
						"A case that comes to \"second\" may find no way out, because what it leads to was visited as often as allowed. For example: "
								+ "\"pay\" → paid → \"known\" → otherwise → \"check\" → no → \"second\" → again → \"check\" → no → \"second\".");
	}

	@Test
	void aStepWithOneWayOutLeftIsSound() {
		assertThat(new Draft().with("term", "4 working days").review("check", "yes: issue, no: second", "1 working day", ", atMost: 2")
				.review("second", "again: check, no: refused").findings()).isEmpty();
	}

	@Test
	void theLongestWayIsComparedWithTheStatutoryTerm() {
		Draft draft = new Draft().review("check", "yes: second, no: refused", "2 working days", "").review("second", "yes: issue, no: refused",
				"2 working days", "");
		assertThat(draft.findings())
				.containsExactly("The longest way takes 4 working days, but the statutory term is 3: \"check\" 2 + \"second\" 2.");
		assertThat(draft.with("term", "4 working days").findings()).isEmpty();
	}

	@Test
	void timeSpentFindingAFileIncompleteDoesNotCountAndTheClockStopsForTheApplicant() {
		Draft draft = new Draft().with("term", "1 working day").review("check", "yes: issue, no: refused, back: ask").correction("ask", "check",
				"check",
				2);
		assertThat(draft.findings()).isEmpty();
	}

	@Test
	void reviewsOnTheSameDayCostNoWorkingDay() {
		assertThat(new Draft().with("term", "1 working day").review("check", "yes: second, no: refused", "same working day", "")
				.review("second", "yes: issue, no: refused").findings()).isEmpty();
	}

	@Test
	void anAgencyThatIsWaitedForCountsUnlessTheClockStops() {
		String query = "automation: agency.query, given: { personId: applicant.personId }, within: 5 working days, then: { answered: check, lapsed: refused }";
		assertThat(new Draft().step("known", query).findings())
				.containsExactly("The longest way takes 6 working days, but the statutory term is 3: \"known\" 5 + \"check\" 1.");
		assertThat(new Draft().step("known", query + ", clock: stops").findings()).isEmpty();
	}

	@Test
	void aCorrectionBelongsToAReview() {
		assertThat(new Draft().review("check", "yes: issue, no: refused, back: ask").correction("ask", "known", "check", 2).codes())
				.contains("correction.of");
	}

	@Test
	void aCorrectionIsEnteredFromItsReviewOnly() {
		assertThat(new Draft().review("check", "yes: second, no: refused, back: ask").review("second", "yes: issue, back: ask")
				.correction("ask", "check", "check", 2).findings()).contains(
						"The correction \"ask\" is of \"check\", yet \"second\" leads to it as well. Give each review a correction of its own.");
	}

	@Test
	void theTemplateIssuedIsTheDocumentNamed() {
		assertThat(new Draft().step("issue", "issue: papier, then: { issued: granted }").findings())
				.containsExactly("The step issues the template \"papier\", but document names \"paper\".");
	}

	@Test
	void nobodyIsToldGrantedWithoutADocument() {
		assertThat(new Draft().review("check", "yes: granted, no: refused").findings())
				.containsExactly("A case can end with \"granted\" without a document: "
						+ "\"pay\" → paid → \"known\" → otherwise → \"check\" → yes → \"granted\".");
	}

	@Test
	void nobodyIsRefusedWithADocumentInHand() {
		assertThat(new Draft().step("issue", "issue: paper, then: { issued: after }")
				.review("after", "yes: granted, no: refused", "same working day", "")
				.findings()).containsExactly("A document can be issued and the case still end with \"refused\": "
						+ "\"issue\" → issued → \"after\" → no → \"refused\".");
	}

	@Test
	void whatChangedSinceTheRequestGoesToAReviewThatIsBoundedAndIsNoDocumentYet() {
		assertThat(new Draft().step("issue", "issue: paper, then: { issued: granted, changed: again }")
				.review("again", "yes: issue, no: refused", "same working day", ", atMost: 2").findings()).isEmpty();
		assertThat(new Draft().step("issue", "issue: paper, then: { issued: granted, changed: again }")
				.review("again", "yes: issue, no: refused", "same working day", "").codes()).containsExactly("loop.unbounded");
		assertThat(new Draft().step("issue", "issue: paper, then: { issued: granted, changed: again }")
				.review("again", "yes: granted, no: refused", "same working day", "").codes()).containsExactly("end.not-issued");
	}

	@Test
	void fourEyesNeedAnEarlierReview() {
		assertThat(new Draft().review("check", "yes: second, no: refused").review("second", "yes: issue", "1 working day", ", notBy: [check]")
				.findings())
				.isEmpty();
		assertThat(new Draft().review("check", "yes: second, no: refused", "1 working day", ", notBy: [second]").review("second", "yes: issue")
				.findings()).containsExactly("\"check\" must not be done by whoever did \"second\", but \"second\" comes before it on no way. "
						+ "For example: \"pay\" → paid → \"known\" → otherwise → \"check\".");
		assertThat(new Draft().review("check", "yes: issue, no: refused", "1 working day", ", notBy: [chek]").findings())
				.containsExactly("notBy of the step \"check\" names \"chek\", which is not a review. Did you mean \"check\"?");
		assertThat(new Draft().review("check", "yes: issue, no: refused", "1 working day", ", notBy: [known]").codes())
				.containsExactly("not-by.unknown");
	}

	@Test
	void aRefusalNamesItsLaw() {
		String text = new Draft().text();
		String baseless = text.replace("    no: { ar: ن, en: no, reasons: { because: { ar: س, en: because, legal: law } } }",
				"    no: { ar: ن, en: no, reasons: { because: { ar: س, en: because } } }");
		assertThat(baseless).isNotEqualTo(text);
		assertThat(House.english(House.check(House.load(baseless)))).singleElement().asString()
				.endsWith("The outcome \"no\" is a refusal, and its reason \"because\" names no law. Add legal.");
		String otherOutcome = text.replace("    yes: { ar: ن, en: yes, reasons: { because: { ar: س, en: because, legal: law } } }",
				"    yes: { ar: ن, en: yes, reasons: { because: { ar: س, en: because } } }");
		assertThat(House.check(House.load(otherOutcome))).isEmpty();
	}

	@Test
	void aFeeThatNobodyChargesIsFound() {
		assertThat(new Draft().add("fees", "  stamp: { title: { ar: ط, en: stamp }, amount: 100, to: treasury }\n").findings())
				.containsExactly("No step charges the fee \"stamp\".");
	}

	@Test
	void findingsStandAtTheirLine() {
		Draft draft = new Draft().review("second", "yes: issue");
		int line = (int) draft.text().substring(0, draft.text().indexOf("  second: {")).lines().count() + 1;
		assertThat(House.check(draft.procedure())).singleElement().satisfies(finding -> assertThat(finding.line()).isEqualTo(line));
	}
}
