package org.nafidha.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.nafidha.procedures.Draft;
import org.nafidha.procedures.Drafts;
import org.nafidha.procedures.Procedures;
import org.nafidha.kernel.Actor;
import org.nafidha.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The desk of the procedure engineers on every screen and in both languages: nothing typed is lost, and it works without scripts. */
class ProcedureDeskBrowserTests extends BrowserTest {

	private static final int WIDE = 1440;

	@Autowired
	Drafts drafts;
	@Autowired
	Procedures procedures;

	@ParameterizedTest
	@FieldSource("LANGUAGES")
	void everyPageOfADraftFitsPhoneAndTablet(String language) {
		Draft draft = drafts.start("temporary-register-statement", procedures.current("temporary-register-statement").orElseThrow().version(),
				new Actor.Officer("desk-browser-tests")).orThrow();
		Draft changed = drafts
				.save(draft.id(), 1, draft.text().replace("within: 5 working days", "within: 6 working days").replace("amount: 500", "amount: 550"),
						new Actor.Officer("desk-browser-tests"))
				.orThrow();
		for (int width : List.of(PHONE, TABLET)) {
			Page page = officer(language, width, "rula");
			for (String part : List.of("", "/look", "/trial", "/trial?example=owner-of-a-verified-sheet", "/trial?example=heir-and-two-comparisons",
					"/examples",
					"/publish")) {
				page.navigate("/console/drafts/" + changed.id() + part);
				assertSound(page);
			}
			page.navigate("/console/procedures/temporary-register-statement/" + draft.base().version() + "/examples");
			assertSound(page);
			page.navigate("/console/procedures/temporary-register-statement/" + draft.base().version() + "/trial?example=sold-before-the-statement");
			page.waitForNavigation(() -> page.click("button[value=upheld]"));
			assertThat(page.locator("button[value=upheld]").count()).as("there is one appeal").isZero();
			assertThat(page.locator(".track li").last().textContent()).as("the last that happened").contains(
					language.equals("ar") ? "التظلّم: قُبل" : "Appeal: upheld");
			assertThat(page.locator("button[value='recheck|entitled']").count()).as("the case stands where it was refused").isEqualTo(1);
			assertSound(page);
			page.navigate("/console/procedures/building-licence/" + procedures.current("building-licence").orElseThrow().version() + "/examples");
			assertSound(page);
		}
	}

	@ParameterizedTest
	@FieldSource("LANGUAGES")
	void whoeverSavesOverSomebodyElseKeepsWhatWasTypedAndSeesTheDifference(String language) {
		Draft draft = drafts.startEmpty(new Actor.Officer("desk-browser-tests"));
		Page rula = officer(language, WIDE, "rula");
		Page hassan = officer(language, WIDE, "hassan");
		rula.navigate("/console/drafts/" + draft.id());
		hassan.navigate("/console/drafts/" + draft.id());
		rula.fill("#text", draft.text() + "# رولا\n");
		rula.waitForNavigation(() -> rula.keyboard().press("Control+Enter"));
		hassan.fill("#text", draft.text() + "# حسان\n");
		hassan.waitForNavigation(() -> hassan.keyboard().press("Control+Enter"));
		assertThat(hassan.locator(".errors").count()).isEqualTo(1);
		assertThat(hassan.inputValue("#text")).endsWith("# حسان\n");
		assertThat(hassan.locator(".diff .gone").textContent()).contains("# رولا");
		assertThat(hassan.locator(".diff .new").textContent()).contains("# حسان");
		assertSound(hassan);
		hassan.waitForNavigation(() -> hassan.click("button[value=save]"));
		assertThat(drafts.find(draft.id()).orElseThrow().text()).endsWith("# حسان\n");
		assertThat(drafts.text(draft.id(), 2)).as("the other text stays").contains(draft.text() + "# رولا\n");
	}

	@Test
	void theDiagramIsDownloadedForOtherTools() throws IOException {
		Page page = officer("en", WIDE, "rula");
		page.navigate("/console/procedures/violations-statement/" + procedures.current("violations-statement").orElseThrow().version());
		Download download = page.waitForDownload(() -> page.click("a[href$='/bpmn']"));
		assertThat(download.suggestedFilename()).startsWith("violations-statement-").endsWith(".bpmn");
		assertThat(Files.readString(download.path())).contains("BPMNDiagram", "userTask", "name=\"Applicant\"");
	}

	@Test
	void theTextCanBeWrittenWithoutScripts() {
		Draft draft = drafts.startEmpty(new Actor.Officer("desk-browser-tests"));
		Page page = withoutScripts("en", WIDE, "rula");
		page.navigate("/console/drafts/" + draft.id());
		page.fill("#text", draft.text().replace("by: reviewer", "by: nobody"));
		page.waitForNavigation(() -> page.click("button[value=save]"));
		assertThat(page.locator(".findings li").textContent()).contains("nobody");
		page.locator(".findings a[data-line]").first().click();
		assertThat(page.url()).contains("#L");
		assertThat(page.locator(".gutter span:target").count()).isEqualTo(1);
	}
}
