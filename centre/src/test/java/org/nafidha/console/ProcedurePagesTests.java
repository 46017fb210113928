package org.nafidha.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.awt.Rectangle;
import java.util.List;
import java.util.stream.Stream;
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

	/** So many at most: asking for accessibility takes a second each. */
	private static final int LOOKED_AT = 6;

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

	@Test
	void noArrowPassesBehindABoxAndNoWordsStandOnAnything() {
		for (Procedure procedure : procedures.current()) {
			Diagram diagram = views.diagram(procedure);
			List<Rectangle> boxes = diagram.boxes().stream().map(box -> around(box.x(), box.y(), box.width(), box.height())).toList();
			List<Rectangle> words = diagram.arrows().stream().map(Diagram.Arrow::label).map(label -> around(label.x(), label.y(), label.width(),
					label.height())).toList();
			List<Rectangle> all = Stream.concat(boxes.stream(), words.stream()).toList();
			for (int i = 0; i < all.size(); i++) {
				for (int j = 0; j < i; j++) {
					assertThat(all.get(i).intersects(all.get(j))).as(procedure.id() + " " + i + " " + j).isFalse();
				}
			}
			for (Diagram.Arrow arrow : diagram.arrows()) {
				for (int i = 1; i < arrow.points().size(); i++) {
					Diagram.Point one = arrow.points().get(i - 1);
					Diagram.Point two = arrow.points().get(i);
					assertThat(one.x() == two.x() || one.y() == two.y()).as(arrow + " runs straight").isTrue();
					for (int j = 0; j < all.size(); j++) {
						boolean own = j >= boxes.size() && diagram.arrows().get(j - boxes.size()) == arrow;
						Rectangle inside = new Rectangle(all.get(j).x + 1, all.get(j).y + 1, all.get(j).width - 2, all.get(j).height - 2);
						assertThat(!own && inside.intersectsLine(one.x(), one.y(), two.x(), two.y())).as(procedure.id() + " " + arrow).isFalse();
					}
				}
				assertThat(arrow.points()).allMatch(point -> point.x() >= 0 && point.x() <= diagram.width() && point.y() >= 0
						&& point.y() <= diagram.height());
			}
		}
	}

	private static Rectangle around(int x, int y, int width, int height) {
		return new Rectangle(x - width / 2, y - height / 2, width, height);
	}

	@ParameterizedTest
	@FieldSource("LANGUAGES")
	void everyDrawingIsLookedAt(String language) {
		for (int width : List.of(PHONE, 1440)) {
			Page page = officer(language, width, "rula");
			for (Procedure procedure : procedures.current().stream().filter(one -> !one.id().startsWith("test-")).limit(LOOKED_AT).toList()) {
				page.navigate("/console/procedures/" + procedure.id() + "/" + procedure.version());
				assertSound(page);
			}
		}
	}

	private Procedure procedure(String id) {
		return procedures.current(id).orElseThrow();
	}
}
