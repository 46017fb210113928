package org.nafidha.procedures.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nafidha.procedures.Procedure;

/** An appeal needs somebody who had no part in the refusal, on every day. */
class AppealStaffChecksTests {

	private static final Procedure SERVICE = House.load(new Draft().refusal("refused").text()
			.replace("somebody } }", "somebody }, upheld: same step }"));
	private static final Procedure ASKING = House.load(new Draft().refusal("refused")
			.step("known", "choice: [ { when: sheet.verified, then: issue }, { otherwise: ask } ]")
			.step("ask", "consultation: { ar: ش, en: ask }, join: all, of: { lawyers: { ar: ر, en: lawyers, by: reviewer, unit: legal-affairs,"
					+ " deadline: 1 working day } }, then: { consent: check, objection: check }")
			.text().replace("somebody } }", "somebody }, upheld: check }"));

	@Test
	void nobodyIsLeftWhereTheUnitThatRefusesAlsoHears() {
		assertThat(codes(appeals("registrar", "temporary-register"), SERVICE, 5)).containsExactly("staff.appeal-nobody");
		assertThat(codes(appeals("reviewer", "legal-affairs"), SERVICE, 2)).isEmpty();
	}

	@Test
	void oneOfficerIsTooFewOnTheDayOfTheirAbsence() {
		assertThat(codes(appeals("reviewer", "legal-affairs"), SERVICE, 1)).contains("staff.appeal-only-one");
	}

	@Test
	void whoeverMayHaveGivenAnOpinionIsNotLeft() {
		assertThat(codes(appeals("reviewer", "legal-affairs"), ASKING, 2)).containsExactly("staff.appeal-only-one");
		assertThat(codes(appeals("reviewer", "legal-affairs"), ASKING, 3)).isEmpty();
	}

	@Test
	void itIsAskedOfTheServiceAndOfTheProcedureForAppealsWhicheverIsPublishedLast() {
		Procedure appeals = appeals("reviewer", "legal-affairs");
		assertThat(codes(SERVICE, appeals, 1)).containsExactly("staff.appeal-only-one");
		assertThat(codes(SERVICE, appeals, 2)).isEmpty();
		assertThat(codes(SERVICE, SERVICE, 1)).as("itself, in the version before").isEmpty();
	}

	private static Procedure appeals(String role, String unit) {
		return House.load(new Draft().line("about: refusal").step("check", "review: { ar: خ, en: check }, by: " + role + ", unit: " + unit
				+ ", deadline: 1 working day, differentUnit: [about], then: { yes: issue, no: refused }").text()
				.replace("procedure: draft", "procedure: appeals"));
	}

	private static List<String> codes(Procedure checked, Procedure inForce, int lawyers) {
		Map<String, Integer> staff = new HashMap<>(Map.of("registrar temporary-register", 3, "reviewer legal-affairs", lawyers));
		return new Checks(House.SIGNATURES, House.staff(staff), null, List.of(inForce), House.WORDS).check(checked).stream()
				.peek(finding -> House.english(List.of(finding))).map(finding -> finding.code()).toList();
	}
}
