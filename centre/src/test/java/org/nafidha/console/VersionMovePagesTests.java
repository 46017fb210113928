package org.nafidha.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.OpenCase;
import org.nafidha.kernel.Actor;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.procedures.Procedures;
import org.nafidha.procedures.Publications;
import org.nafidha.testing.BrowserTest;
import org.nafidha.testing.Refusals;
import org.springframework.beans.factory.annotation.Autowired;

/** Running cases are moved to another version by a procedure engineer, who sees first which cannot be. */
class VersionMovePagesTests extends BrowserTest {

	@Autowired
	Cases cases;
	@Autowired
	Procedures procedures;
	@Autowired
	Publications publications;
	@Autowired
	Refusals refusals;

	@ParameterizedTest
	@FieldSource("LANGUAGES")
	void theDryRunIsReadAndTheTickedCasesMove(String language) {
		String id = "test-moved-" + language;
		String first = procedures.current("test-permit").orElseThrow().text().replace("procedure: test-permit", "procedure: " + id);
		publish(id, 1, first);
		CaseFile goes = open(id);
		CaseFile unticked = open(id);
		CaseFile stuck = refusals.decide(open(id), "complete", "all-there");
		publish(id, 2,
				first.replace("version: 1", "version: 2").replace("opinion: { review", "view: { review")
						.replace("complete: opinion", "complete: view")
						.replace("notBy: [papers, opinion]", "notBy: [papers, view]").replace("  opinion:\n", "  view:\n"));
		Page page = officer(language, DESK, "rula");
		page.navigate("/console/procedures/" + id + "/2");
		page.click("a[href$='/move?to=2']");
		assertThat(page.locator("input[name=number]")).hasCount(2);
		assertThat(page.locator("section[aria-labelledby=stuck]")).containsText(stuck.number());
		sound(page);
		page.uncheck("input[value='" + unticked.number() + "']");
		page.fill("#reason", " ");
		page.keyboard().press("Control+Enter");
		assertThat(page.locator(".errors")).isFocused();
		assertThat(page.locator("input[value='" + unticked.number() + "']")).not().isChecked();
		assertSound(page);
		page.fill("#reason", "الرأي صار نظرة <ثانية>");
		page.keyboard().press("Control+Enter");
		assertThat(page.locator(".note.good")).isVisible();
		sound(page);
		Assertions.assertThat(List.of(version(goes), version(unticked), version(stuck))).containsExactly(2, 1, 1);
		Page head = officer(language, DESK, "hazem");
		head.navigate("/console/procedures/" + id + "/2");
		Assertions.assertThat(head.navigate("/console/procedures/" + id + "/move").status()).isEqualTo(403);
	}

	private void sound(Page page) {
		for (int width : List.of(PHONE, TABLET, DESK)) {
			page.setViewportSize(width, 900);
			assertSound(page);
		}
	}

	private int version(CaseFile file) {
		return cases.find(file.number()).orElseThrow().version();
	}

	private CaseFile open(String id) {
		String person = UUID.randomUUID().toString();
		return cases.open(new OpenCase(UUID.randomUUID().toString(), id, Channel.PORTAL, person, null, Map.of("note", "n", "way", "straight"),
				new Actor.Citizen(person))).orThrow();
	}

	private void publish(String id, int version, String text) {
		Assertions.assertThat(publications.publish("test.yaml", text, new Actor.System("test")))
				.isInstanceOf(Publications.Publication.Published.class);
		await().atMost(Duration.ofSeconds(10)).until(() -> procedures.current(id).filter(newest -> newest.version() == version).isPresent());
	}
}
