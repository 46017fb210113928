package org.nafidha.publicrecord.internal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.nafidha.documents.Documents;
import org.nafidha.documents.IssuedDocument;
import org.nafidha.documents.RevocationReason;
import org.nafidha.testing.BrowserTest;
import org.nafidha.testing.IssuedSample;
import org.springframework.beans.factory.annotation.Autowired;

class VerifyPagesTests extends BrowserTest {

	@Autowired
	private IssuedSample sample;
	@Autowired
	private Documents documents;

	private IssuedDocument document;
	private byte[] pdf = {};

	@BeforeEach
	void issueOne() {
		document = sample.issue();
		pdf = documents.pdf(document.number()).orElseThrow();
	}

	@ParameterizedTest
	@FieldSource("LANGUAGES")
	void everyAnswerIsSoundFromPhoneToDesk(String language) {
		IssuedDocument revoked = sample.issue();
		sample.revoke(revoked.number(), RevocationReason.WRONG_DATA);
		for (int width : List.of(PHONE, TABLET, 1440)) {
			Page page = visitor(language, width);
			look(page, language, "start", "/verify", "h1");
			look(page, language, "wrong", "/verify?number=TRS-2026-018442-7", ".errors");
			look(page, language, "number", "/verify/" + document.number(), ".verdict.number");
			look(page, language, "revoked", "/verify/" + revoked.number(), ".verdict.revoked");
			look(page, language, "unknown", "/verify/VST-1999-000001-5", ".verdict:not(.genuine)");
			upload(page, "document.pdf", pdf);
			picture(page, language, "file", ".verdict.genuine");
			upload(page, "altered.pdf", changed());
			picture(page, language, "altered", ".verdict.altered");
		}
	}

	@Test
	void aNumberIsFoundAsPeopleTypeIt() {
		Page page = visitor("ar", PHONE);
		page.navigate("/verify");
		page.fill("#number", " " + document.number().toLowerCase(java.util.Locale.ROOT).replace('2', '٢') + " ");
		page.keyboard().press("Enter");
		assertThat(page).hasURL(Pattern.compile("/verify/" + document.number() + "$"));
		assertThat(page.locator(".verdict")).containsText("رقم صحيح لوثيقة سارية");
		assertThat(page.locator(".verdict")).containsText("الرقم وحده لا يثبت");
	}

	@Test
	void theFileItselfShowsWhatIsPrintedAndANumberAloneDoesNot() {
		Page page = visitor("ar", PHONE);
		upload(page, "document.pdf", pdf);
		assertThat(page.locator(".printed")).containsText("2/2533/1+9");
		page.navigate("/verify/" + document.number());
		assertThat(page.locator(".verdict")).not().containsText("2533");
	}

	@Test
	void whatIsNoDocumentIsToldSo() {
		Page page = visitor("en", PHONE);
		upload(page, "photo.pdf", new byte[]{(byte) 0x89, 'P', 'N', 'G', 1, 2, 3});
		assertThat(page.locator(".errors")).containsText("No code was found in this picture");
		upload(page, "letter.txt", "Dear Sir".getBytes(StandardCharsets.US_ASCII));
		assertThat(page.locator(".verdict.unreadable")).containsText("neither a PDF nor a picture");
		page.navigate("/verify");
		page.click("form[method=post] button");
		assertThat(page.locator(".errors")).containsText("Choose the document's file");
	}

	@Test
	void aPictureMadeToKeepTheCentreBusyIsAnsweredSoonAndStopsNoPage() throws IOException {
		Instant start = Instant.now();
		for (int i = 0; i < 3; i++) {
			upload(visitor("en", PHONE), "photo.png", Pictures.fullOfCorners());
		}
		Page page = visitor("en", PHONE);
		upload(page, "photo.png", Pictures.fullOfCorners());
		assertThat(page.locator(".errors")).containsText("No code was found in this picture");
		page.navigate("/verify/" + document.number());
		assertThat(page.locator(".verdict.number")).isVisible();
		org.assertj.core.api.Assertions.assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(40));
	}

	@Test
	void anEmptyABrokenAndALockedFileEachGetAPlainAnswer() throws IOException {
		for (String language : LANGUAGES) {
			Page page = visitor(language, PHONE);
			upload(page, "<i>empty</i>.pdf", new byte[0]);
			assertThat(page.locator("#file-error")).containsText(language.equals("ar") ? "فارغ" : "empty");
			assertSound(page);
			upload(page, "broken.pdf", "%PDF-1.7 nonsense 🙂".getBytes(StandardCharsets.UTF_8));
			assertThat(page.locator(".verdict.unreadable")).isVisible();
			upload(page, "\"locked\".pdf", locked());
			assertThat(page.locator(".verdict:not(.genuine)")).isVisible();
			assertThat(page.locator(".verdict")).containsText("locked");
			assertSound(page);
		}
	}

	/** The document with a password, as some offices send papers. */
	private byte[] locked() throws IOException {
		try (PDDocument copy = Loader.loadPDF(pdf); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			copy.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
			copy.save(out);
			return out.toByteArray();
		}
	}

	@Test
	void theOfflinePageServedByTheCentreJudgesItsDocuments() {
		Page page = visitor("ar", PHONE);
		page.navigate("/verify/offline");
		page.waitForSelector("html[data-ready]");
		page.setInputFiles("#file", new FilePayload("document.pdf", "application/pdf", pdf));
		page.waitForSelector("[data-cause=document-genuine]");
		assertThat(page.locator(".verdict")).containsText(document.number());
		assertThat(page.locator(".verdict")).containsText("سجل المركز، الآن: سارية");
		assertSound(page);
		page.setInputFiles("#file", new FilePayload("altered.pdf", "application/pdf", changed()));
		page.waitForSelector("[data-verdict=altered]");
	}

	@Test
	void theOnePageFileComesWithTheKeysInside() {
		Page page = visitor("ar", PHONE);
		page.navigate("/verify");
		var download = page.waitForDownload(() -> page.click("a[download]"));
		Page kept = visitor("ar", PHONE);
		Path file = Path.of("target/screens/verify-kept.html").toAbsolutePath();
		download.saveAs(file);
		kept.context().setOffline(true);
		kept.navigate(file.toUri().toString());
		kept.waitForSelector("html[data-ready]");
		kept.setInputFiles("#file", new FilePayload("document.pdf", "application/pdf", pdf));
		kept.waitForSelector("[data-cause=document-genuine]");
		assertThat(kept.locator(".verdict")).containsText("دون اتصال بالمركز");
	}

	private void look(Page page, String language, String name, String path, String expected) {
		page.navigate(path);
		picture(page, language, name, expected);
	}

	private void picture(Page page, String language, String name, String expected) {
		page.waitForSelector(expected);
		assertSound(page);
		page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
				.setPath(Path.of("target/screens/verify-" + language + "-" + name + "-" + page.viewportSize().width + ".png")));
	}

	private static void upload(Page page, String name, byte[] content) {
		page.navigate("/verify");
		page.setInputFiles("#file", new FilePayload(name, "application/octet-stream", content));
		page.click("form[method=post] button");
	}

	private byte[] changed() {
		byte[] altered = pdf.clone();
		altered[altered.length / 3] ^= 1;
		return altered;
	}
}
