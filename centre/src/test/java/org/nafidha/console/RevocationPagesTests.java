package org.nafidha.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.nafidha.documents.IssuedDocument;
import org.nafidha.testing.BrowserTest;
import org.nafidha.testing.IssuedSample;
import org.springframework.beans.factory.annotation.Autowired;

/** Two heads revoke a document on their screens, and whoever verifies it reads that, and why. */
class RevocationPagesTests extends BrowserTest {

	private static final int WIDE = 1440;

	@Autowired
	IssuedSample sample;

	@ParameterizedTest
	@FieldSource("LANGUAGES")
	void oneProposesAnotherConfirmsAndTheWorldReadsWhy(String language) {
		for (int width : List.of(PHONE, WIDE)) {
			IssuedDocument document = sample.issue();
			Page tala = officer(language, width, "tala");
			tala.navigate("/console/documents");
			assertSound(tala);
			tala.fill("#number", " " + document.number().toLowerCase(Locale.ROOT) + " ");
			tala.waitForNavigation(() -> tala.keyboard().press("Control+Enter"));
			assertThat(tala.url()).endsWith("/console/documents/" + document.number());
			assertThat(tala.locator("main").textContent()).contains(document.number(), document.caseNumber(),
					language.equals("ar") ? document.title().ar() : document.title().en());
			assertSound(tala);
			tala.waitForNavigation(() -> tala.click("button[value=propose]"));
			assertThat(tala.locator("#reason-error").count()).isEqualTo(1);
			tala.check("input[value=issued-in-error]");
			tala.waitForNavigation(() -> tala.click("button[value=propose]"));
			assertThat(tala.locator("#note-error").count()).isEqualTo(1);
			assertThat(tala.isChecked("input[value=issued-in-error]")).isTrue();
			assertSound(tala);
			tala.fill("#note", "ورد كتاب من الشعبة يفيد بأن المقسم غير المقصود، رقم الكتاب 4471");
			tala.waitForNavigation(() -> tala.keyboard().press("Control+Enter"));
			assertThat(tala.locator(".note.good [role=status]").count()).isEqualTo(1);
			assertThat(tala.locator("button[value=confirm]").count()).as("nobody confirms their own").isZero();
			assertThat(tala.locator("button[value=withdraw]").count()).isEqualTo(1);
			picture(tala, language, "proposed");
			confirm(language, width, document);
			read(language, width, document);
		}
	}

	private void confirm(String language, int width, IssuedDocument document) {
		Page hazem = officer(language, width, "hazem");
		hazem.navigate("/console/documents");
		picture(hazem, language, "list");
		hazem.locator("a[href='/console/documents/" + document.number() + "']").click();
		assertThat(hazem.locator("main").textContent()).contains("4471", language.equals("ar") ? "تالا شامي" : "Tala Shami");
		picture(hazem, language, "judge");
		hazem.waitForNavigation(() -> hazem.click("button[value=confirm]"));
		assertThat(hazem.locator("main .tag.bad").count()).isEqualTo(1);
		assertThat(hazem.locator("button[name=act]").count()).isZero();
		picture(hazem, language, "revoked");
	}

	private void picture(Page page, String language, String name) {
		assertSound(page);
		page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
				.setPath(Path.of("target/screens/revocation-" + language + "-" + name + "-" + page.viewportSize().width + ".png")));
	}

	private void read(String language, int width, IssuedDocument document) {
		Page anybody = visitor(language, width);
		anybody.navigate("/verify/" + document.number());
		assertThat(anybody.locator(".verdict.revoked").textContent()).contains(language.equals("ar") ? "صدرت خطأً" : "It was issued in error")
				.doesNotContain("4471");
	}

	@Test
	void aProposalIsWithdrawnOrRefusedAndTheDocumentStaysValid() {
		IssuedDocument document = sample.issue();
		Page tala = officer("en", DESK, "tala");
		propose(tala, document);
		tala.waitForNavigation(() -> tala.click("button[value=withdraw]"));
		assertThat(tala.locator(".note.good [role=status]").textContent()).contains("withdrawn");
		propose(tala, document);
		Page hazem = officer("en", DESK, "hazem");
		hazem.navigate("/console/documents/" + document.number());
		Page slower = officer("en", DESK, "majd");
		slower.navigate("/console/documents/" + document.number());
		hazem.waitForNavigation(() -> hazem.click("button[value=refuse]"));
		assertThat(hazem.locator("main .tag.good").textContent()).isEqualTo("valid");
		slower.waitForNavigation(() -> slower.click("button[value=confirm]"));
		assertThat(slower.locator(".errors").textContent()).contains("Somebody was quicker");
		assertThat(slower.locator("main .tag.good").textContent()).isEqualTo("valid");
	}

	@Test
	void whoseBusinessItIsNotIsToldSoAndSeesNothing() {
		IssuedDocument document = sample.issue();
		Page wafaa = officer("en", DESK, "wafaa");
		wafaa.navigate("/console/documents?number=" + document.number());
		assertThat(wafaa.locator("#number-error").textContent()).contains("belongs to another unit");
		wafaa.navigate("/console/documents/" + document.number());
		assertThat(wafaa.locator("main").textContent()).doesNotContain(document.caseNumber());
		wafaa.navigate("/console/documents?number=VST-1999-000001-4");
		assertThat(wafaa.locator("#number-error").count()).isEqualTo(1);
		assertSound(wafaa);
		assertThat(officer("en", DESK, "omar").navigate("/console/documents").status()).isEqualTo(403);
	}

	@Test
	void withoutProposalsThePageSaysSo() {
		for (String language : LANGUAGES) {
			for (int width : List.of(PHONE, WIDE)) {
				Page nabil = officer(language, width, "nabil");
				nabil.navigate("/console/documents");
				assertThat(nabil.locator(".empty").count()).isEqualTo(1);
				assertSound(nabil);
			}
		}
	}

	private void propose(Page page, IssuedDocument document) {
		page.navigate("/console/documents/" + document.number());
		page.check("input[value=deceit]");
		page.fill("#note", "complaint 17");
		page.waitForNavigation(() -> page.click("button[value=propose]"));
	}
}
