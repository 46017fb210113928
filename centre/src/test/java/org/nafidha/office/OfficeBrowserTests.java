package org.nafidha.office;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.OpenCase;
import org.nafidha.identity.Staff;
import org.nafidha.kernel.Actor;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.tasks.Task;
import org.nafidha.tasks.Tasks;
import org.nafidha.testing.BrowserTest;
import org.nafidha.testing.DeskOrder;
import org.springframework.beans.factory.annotation.Autowired;

/** The officer's screen in a real browser: at every width, by keyboard, and with a second window open. */
class OfficeBrowserTests extends BrowserTest {

	@Autowired
	Cases cases;
	@Autowired
	Tasks tasks;
	@Autowired
	Staff staff;
	@Autowired
	DeskOrder order;

	private String officer = "";

	@BeforeEach
	void aTaskIsDrawn() {
		String person = UUID.randomUUID().toString();
		CaseFile file = cases.open(new OpenCase(UUID.randomUUID().toString(), "test-permit", Channel.PORTAL, person, null,
				Map.of("note", "<b>\"كراج\"</b> 🙂 " + "ا".repeat(20), "way", "straight"), new Actor.Citizen(person))).orThrow();
		Task task = tasks.find(Optional.ofNullable(file.openVisits().getFirst().task()).orElseThrow()).orElseThrow();
		order.bringForward(task.id());
		officer = staff.byId(String.valueOf(task.officer())).orElseThrow().username();
	}

	@ParameterizedTest
	@FieldSource("LANGUAGES")
	void theFileTheFaultsAndTheDrawAreSoundFromPhoneToDesk(String language) {
		Page page = officer(language, DESK, officer);
		page.navigate("/office");
		sound(page);
		page.fill("#message", "<script>document.title='ran'</script> 'مهلة'");
		page.keyboard().press("Control+Enter");
		page.waitForSelector(".errors");
		assertThat(page.locator("#message")).hasValue("<script>document.title='ran'</script> 'مهلة'");
		Assertions.assertThat(page.title()).doesNotContain("ran");
		sound(page);
		page.click("a[href$='/draw']");
		page.waitForURL("**/draw");
		sound(page);
	}

	@ParameterizedTest
	@FieldSource("LANGUAGES")
	void nothingToDoIsSaidCalmly(String language) {
		Page page = officer(language, DESK, "dana");
		page.navigate("/office");
		assertThat(page.locator(".empty")).isVisible();
		sound(page);
	}

	@ParameterizedTest
	@FieldSource("LANGUAGES")
	void conflictsAreDeclaredAndListedSoundly(String language) {
		Page page = officer(language, DESK, "ghada");
		page.navigate("/office/conflicts");
		page.fill("#national", "12");
		page.keyboard().press("Control+Enter");
		page.waitForSelector(".errors");
		sound(page);
		page.fill("#national", newPerson().nationalNumber().digits());
		page.check("input[value=relative]");
		page.keyboard().press("Control+Enter");
		assertThat(page.locator(".note.good")).isVisible();
		sound(page);
	}

	@Test
	void aDecisionIsMadeWithoutAMouse() {
		Page page = officer("ar", DESK, officer);
		page.navigate("/office");
		String task = String.valueOf(page.locator("form[action^='/office/tasks/']").getAttribute("action"));
		page.evaluate("document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '١', bubbles: true, cancelable: true }))");
		assertThat(page.locator("input[name=outcome]").first()).isChecked();
		page.keyboard().press("Tab");
		assertThat(page.locator("#reason")).isFocused();
		page.keyboard().press("ArrowDown");
		page.keyboard().press("Control+Enter");
		assertThat(page.locator(".note.good")).isVisible();
		Assertions.assertThat(tasks.find(Long.parseLong(task.replaceAll("\\D", ""))).orElseThrow().open()).isFalse();
		assertSound(page);
	}

	@Test
	void whoeverDecidesSecondIsToldThatSomebodyWasFirst() {
		for (String language : LANGUAGES) {
			aTaskIsDrawn();
			Page first = officer(language, DESK, officer);
			first.navigate("/office");
			Page second = officer(language, DESK, officer);
			second.navigate("/office");
			decide(first);
			assertThat(first.locator(".note.good")).isVisible();
			second.fill("#message", "أحضر <العقد> 'الأصلي'");
			second.locator("#message").blur();
			decide(second);
			assertThat(second.locator("main ul.bullets")).containsText("أحضر <العقد> 'الأصلي'");
			sound(second);
			second.keyboard().press("Enter");
			second.waitForURL("**/office");
		}
	}

	private static void decide(Page page) {
		page.keyboard().press("1");
		page.keyboard().press("Tab");
		page.keyboard().press("ArrowDown");
		page.keyboard().press("Control+Enter");
	}

	private void sound(Page page) {
		for (int width : List.of(PHONE, TABLET, DESK)) {
			page.setViewportSize(width, width == PHONE ? 740 : 900);
			assertSound(page);
		}
	}
}
