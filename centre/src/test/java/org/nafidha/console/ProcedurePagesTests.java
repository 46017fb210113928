package org.nafidha.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.nafidha.procedures.Card;
import org.nafidha.procedures.Diagram;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.ProcedureViews;
import org.nafidha.procedures.Procedures;
import org.nafidha.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The procedures as a procedure engineer reads them. */
class ProcedurePagesTests extends BrowserTest {

	@Autowired
	Procedures procedures;
	@Autowired
	ProcedureViews views;

	@ParameterizedTest
	@FieldSource("LANGUAGES")
	void everyProcedureIsListedAndShownSoundlyFromPhoneToDesk(String language) {
		for (int width : List.of(PHONE, DESK)) {
			Page page = officer(language, width, "rula");
			page.navigate("/console/procedures");
			assertSound(page);
			page.click("a[href*='/temporary-register-statement/']");
			page.waitForSelector("svg.flow");
			assertSound(page);
		}
	}

	@Test
	void theCardIsCountedFromTheDefinition() {
		assertThat(views.card(procedure("temporary-register-statement"))).isEqualTo(new Card(0, 1, 1, 0, 7, 1, 1, 3, 3));
		assertThat(views.card(procedure("test-licence")).signaturesMost()).isEqualTo(5);
	}

	@Test
	void everyStepAndEndHasItsBoxNoTwoOverlapAndEveryOutcomeItsArrow() {
		for (Procedure procedure : procedures.current()) {
			Diagram diagram = views.diagram(procedure);
			assertThat(diagram.boxes()).extracting(Diagram.Box::id).as(procedure.id()).containsAll(procedure.steps().keySet());
			for (Diagram.Box one : diagram.boxes()) {
				assertThat(diagram.boxes().stream().filter(other -> other != one && Math.abs(one.x() - other.x()) < one.width()
						&& Math.abs(one.y() - other.y()) < one.height())).as(procedure.id() + " " + one.id()).isEmpty();
			}
			assertThat(diagram.arrows()).extracting(Diagram.Arrow::from).containsAll(procedure.steps().keySet());
		}
	}

	private Procedure procedure(String id) {
		return procedures.current(id).orElseThrow();
	}
}
