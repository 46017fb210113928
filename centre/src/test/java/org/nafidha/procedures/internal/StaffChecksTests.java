package org.nafidha.procedures.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nafidha.procedures.StaffFacts;

/** Four eyes need enough eyes, on every day. */
class StaffChecksTests {

	private static StaffFacts registrars(int count) {
		return House.staff(Map.of("registrar temporary-register", count));
	}

	private static Draft fourEyes() {
		return new Draft().review("check", "yes: second, no: refused").review("second", "yes: issue, no: refused", "1 working day",
				", notBy: [check]");
	}

	@Test
	void aReviewWithoutAnyOfficerIsFound() {
		assertThat(new Draft().findings(registrars(0)))
				.containsExactly("Nobody can do \"check\": no officer has the role registrar in temporary-register.");
	}

	@Test
	void aReviewThatStandsStillWhenOneIsAbsentIsFound() {
		assertThat(new Draft().findings(registrars(1)))
				.containsExactly("Only registrar-1 can do \"check\", so cases stand still when that officer is absent.");
		assertThat(new Draft().findings(registrars(2))).isEmpty();
	}

	@Test
	void twoOfficersAreTooFewForFourEyesOnADayWhenOneIsAbsent() {
		assertThat(fourEyes().findings(registrars(2))).containsExactly(
				"When registrar-1 is absent, nobody may be left to do \"second\": registrar-2 did \"check\".");
		assertThat(fourEyes().findings(registrars(3))).isEmpty();
	}

	@Test
	void oneOfficerIsTooFewForFourEyesAtAll() {
		assertThat(fourEyes().findings(registrars(1))).contains("Nobody may be left to do \"second\": registrar-1 did \"check\".");
	}

	@Test
	void eachVisitOfALoopCanUseUpAnotherOfficer() {
		Draft draft = new Draft().with("term", "9 working days").review("check", "yes: second, no: refused", "1 working day", ", atMost: 3")
				.review("second", "yes: issue, again: check, no: refused", "1 working day", ", notBy: [check]");
		assertThat(draft.findings(registrars(3))).containsExactly(
				"Nobody may be left to do \"second\": registrar-1 did \"check\", registrar-2 did \"check\", registrar-3 did \"check\".");
		assertThat(draft.findings(registrars(4))).singleElement().asString().startsWith("When registrar-1 is absent");
		assertThat(draft.findings(registrars(5))).isEmpty();
	}

	@Test
	void officersOfAnotherRoleUseNobodyUp() {
		Map<String, Integer> staff = new HashMap<>(Map.of("registrar temporary-register", 2, "head temporary-register", 2));
		Draft draft = new Draft().review("check", "yes: second, no: refused").step("second",
				"review: { ar: خ, en: second }, by: head, unit: temporary-register, notBy: [check], deadline: 1 working day, then: { yes: issue }");
		assertThat(draft.findings(House.staff(staff))).isEmpty();
	}

	@Test
	void anUnknownRoleOrUnitIsFound() {
		assertThat(new Draft().findings(House.staff(Map.of("clerk temporary-register", 5))))
				.containsExactly("There is no role \"registrar\" (step \"check\").");
		assertThat(new Draft().findings(House.staff(Map.of("registrar archive", 5)))).contains("The council has no unit \"temporary-register\".");
	}
}
