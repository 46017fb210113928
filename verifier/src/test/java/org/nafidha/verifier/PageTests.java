package org.nafidha.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** The page in a real browser, from a disk and from a server; it must agree with the command on every file. */
class PageTests {
	private static final TestCity CITY = new TestCity();
	/** The browser's clock is the real one, so these are issued yesterday and their CRL is fresh. */
	private static final byte[] KEYS = CITY.keysJson(CITY.crl(Instant.now().plusSeconds(7 * 86_400), Optional.empty(), 0), Instant.EPOCH,
			Optional.empty());
	private static final Path CHROMIUM = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));

	private static Playwright playwright;
	private static Browser browser;

	@TempDir
	private static Path camera;

	@TempDir
	private Path folder;

	private final TestDocument document = new TestDocument(CITY);
	private final List<String> complaints = new ArrayList<>();
	private PageSite site;
	private BrowserContext context;
	private Page page;

	@BeforeAll
	static void start() throws IOException {
		assertThat(CHROMIUM).as("Chromium is needed: apt-get install chromium").exists();
		assertThat(PageSite.BUILT.resolve("verify.html")).as("node frontend/build.mjs target/page").exists();
		playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM)
				.setArgs(List.of("--no-sandbox", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream",
						"--use-file-for-fake-video-capture=" + film(camera.resolve("code.y4m"), new TestDocument(CITY).code()))));
	}

	/** A film of one frame, which the browser takes for its camera: a paper with a code. */
	private static Path film(Path file, String code) throws IOException {
		int width = 1280;
		int height = 720;
		var frame = new java.awt.image.BufferedImage(width, height, java.awt.image.BufferedImage.TYPE_BYTE_GRAY);
		var graphics = frame.createGraphics();
		graphics.setColor(java.awt.Color.WHITE);
		graphics.fillRect(0, 0, width, height);
		graphics.drawImage(TestDocument.picture(code, 560), 360, 80, null);
		graphics.dispose();
		byte[] luminance = ((java.awt.image.DataBufferByte) frame.getRaster().getDataBuffer()).getData();
		byte[] colour = new byte[width * height / 2];
		java.util.Arrays.fill(colour, (byte) 128);
		byte[] head = ("YUV4MPEG2 W" + width + " H" + height + " F10:1 Ip A1:1 C420jpeg\nFRAME\n").getBytes(StandardCharsets.US_ASCII);
		return Files.write(file, TestCity.concat(head, luminance, colour));
	}

	@AfterAll
	static void end() {
		playwright.close();
	}

	@BeforeEach
	void open() throws IOException {
		site = new PageSite();
		site.answers.put("/.well-known/nafidha-keys.json", KEYS);
		context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 900).setReducedMotion(ReducedMotion.REDUCE));
		page = context.newPage();
		page.onConsoleMessage(message -> {
			if (message.type().equals("error") && !message.text().contains("404") && !message.text().contains("ERR_INTERNET_DISCONNECTED"))
				complaints.add(message.text());
		});
		page.onPageError(complaints::add);
	}

	@AfterEach
	void close() {
		context.close();
		site.close();
		assertThat(complaints).isEmpty();
	}

	@Test
	void from_a_disk_without_network_every_kind_of_file_is_judged() throws IOException {
		fromDisk();
		context.setOffline(true);
		byte[] pdf = document.pdf();
		assertVerdict("genuine", "document-genuine", "document.pdf", pdf);
		assertThat(result()).contains("وثيقة أصلية", TestDocument.NUMBER, "بيان سجل مؤقت", "لم يُفحص هل أُلغيت");
		assertVerdict("genuine", "code-genuine", "code.png", TestDocument.file(TestDocument.picture(document.code(), 600), "png"));
		assertThat(result()).contains("العقار", "الثانية /2533/ /1+9/");
		assertVerdict("genuine", "code-genuine", "qr.txt", (document.code() + "\n").getBytes(StandardCharsets.US_ASCII));
		assertVerdict("genuine", "receipt-genuine", "receipt.json", receipt());
		pdf[600] ^= 1;
		assertVerdict("altered", "pdf-digest", "altered.pdf", pdf);
		assertVerdict("unknown", "pdf-no-seal", "unsealed.pdf", document.unsealed());
		assertVerdict("unreadable", "file-kind", "notes.txt", "hello".getBytes(StandardCharsets.US_ASCII));
		assertVerdict("unreadable", "picture-no-code", "wall.png", TestDocument.file(new java.awt.image.BufferedImage(300, 300, 1), "png"));
		assertVerdict("unreadable", "picture-broken", "broken.png", java.util.Arrays.copyOf(Content.PNG, 90));
	}

	@Test
	void it_agrees_with_the_command_on_every_kind_of_trouble() throws IOException {
		TestCity other = new TestCity();
		byte[] pdf = document.pdf();
		fromDisk();
		check("appended", TestCity.concat(pdf, new byte[]{10}));
		check("sealed twice", document.seal(pdf));
		check("another city", new TestDocument(other).pdf());
		check("another city's code", new TestDocument(other).code().getBytes(StandardCharsets.US_ASCII));
		check("another city's journal", new TestJournal(other, 3, 5).receipt(TestJournal.entry(Receipt.ISSUED, "X", 1), 2));
		check("foreign code", TestDocument.file(TestDocument.picture("https://example.org", 300), "png"));
		check("deep", "{\"a\":".repeat(5_000).getBytes(StandardCharsets.US_ASCII));
		check("keys", KEYS);
		document.sealKey = other.sealKey;
		check("another key", document.pdf());
		document.sealKey = CITY.caKey;
		document.sealCertificate = CITY.ca;
		check("sealed by the authority", document.pdf());
		document.sealKey = CITY.codeKey;
		document.sealCertificate = TestCity.certificate("Document codes", CITY.codeKey, "Test CA", CITY.caKey, false,
				TestCity.NOW.minusSeconds(86_400));
		check("sealed with the key of codes", document.pdf());
		document.sealKey = CITY.sealKey;
		document.sealCertificate = CITY.seal;
		document.sealedAt = TestCity.NOW.minusSeconds(40 * 86_400);
		check("sealed too early", document.pdf());
	}

	@Test
	void a_document_whose_time_is_over_is_told_so_offline_too() throws IOException {
		fromDisk();
		context.setOffline(true);
		document.expiresAt = Optional.of(Instant.now().plusSeconds(3_600).truncatedTo(ChronoUnit.SECONDS));
		document.expiresAtInData = document.expiresAt;
		assertVerdict("genuine", "document-genuine", "d.pdf", document.pdf());
		assertThat(result()).contains("سارية حتى");
		document.expiresAt = Optional.of(Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS));
		document.expiresAtInData = document.expiresAt;
		assertVerdict("expired", "document-expired", "d.pdf", document.pdf());
		assertThat(result()).contains("انتهت مدتها", "لصاحبها أن يطلب غيرها");
		assertVerdict("expired", "document-expired", "code.txt", document.code().getBytes(StandardCharsets.US_ASCII));
		assertAccessible("expired");
		picture("ar-expired");
	}

	@Test
	void a_changed_byte_is_never_genuine_and_never_a_crash() throws IOException, Rejected {
		long seed = Long.getLong("nafidha.seed", System.nanoTime());
		System.out.println("page, flipped bytes: -Dnafidha.seed=" + seed);
		Random random = new Random(seed);
		byte[] pdf = document.pdf();
		SealedBytes sealed = SealedBytes.read(pdf);
		byte[] code = document.code().getBytes(StandardCharsets.US_ASCII);
		byte[] receipt = receipt();
		fromDisk();
		for (int i = 0; i < 25; i++) {
			int at = random.nextInt(sealed.gapStart());
			assertNotGenuine(flipped(pdf, at, random), "pdf", at, seed);
			assertNotGenuine(flipped(code, at % code.length, random), "code", at % code.length, seed);
			assertNotGenuine(flipped(receipt, at % receipt.length, random), "receipt", at % receipt.length, seed);
		}
	}

	@Test
	void a_revoked_number_an_unknown_one_and_another_file_under_it_are_told_online() throws IOException {
		byte[] pdf = document.pdf();
		status("valid", Hash.over(pdf).base64());
		served();
		assertVerdict("genuine", "document-genuine", "d.pdf", pdf);
		assertThat(result()).contains("سجل المركز، الآن: سارية").doesNotContain("لم يُفحص");
		status("valid", Hash.over().base64());
		assertVerdict("altered", "pdf-not-the-registered", "d.pdf", pdf);
		status("unknown", null);
		assertVerdict("unknown", "number-unknown", "d.pdf", pdf);
		status("revoked", null);
		assertVerdict("revoked", "document-revoked", "d.pdf", pdf);
		status("valid", null);
		site.answers.put("/verify/revoked.json", CITY.revokedJson(Instant.now(), TestDocument.NUMBER));
		served();
		assertVerdict("revoked", "document-revoked", "d.pdf", pdf);
		assertThat(result()).contains("صدرت خطأً");
		assertAccessible("revoked");
		picture("ar-revoked");
	}

	@Test
	void a_withdrawn_seal_is_revoked_for_what_it_says_and_a_newer_crl_is_fetched() throws IOException {
		byte[] pdf = document.pdf();
		served();
		assertVerdict("genuine", "document-genuine", "d.pdf", pdf);
		int keyCompromise = 1;
		int superseded = 4;
		site.answers.put("/pki/ca.crl", CITY.crl(Instant.now().plusSeconds(9_999), Optional.of(TestCity.NOW), keyCompromise));
		served();
		assertVerdict("revoked", "seal-revoked", "d.pdf", pdf);
		site.answers.put("/pki/ca.crl", CITY.crl(Instant.now().plusSeconds(9_999), Optional.of(TestCity.NOW), superseded));
		served();
		assertVerdict("genuine", "document-genuine", "d.pdf", pdf);
	}

	@Test
	void a_page_once_visited_works_when_the_network_is_gone() throws IOException {
		site.answers.put("/verify/revoked.json", CITY.revokedJson(Instant.now(), "OTHER-1"));
		served();
		page.evaluate("() => navigator.serviceWorker.ready");
		context.setOffline(true);
		page.reload();
		ready();
		assertVerdict("genuine", "code-genuine", "qr.txt", document.code().getBytes(StandardCharsets.US_ASCII));
		assertThat(result()).contains("دون اتصال بالمركز. ليست في قائمة الوثائق الملغاة");
		assertVerdict("genuine", "code-genuine", "code.png", TestDocument.file(TestDocument.picture(document.code(), 600), "png"));
	}

	@Test
	void without_keys_it_says_what_to_do_and_takes_a_file_of_keys() throws IOException {
		Path file = Files.copy(PageSite.BUILT.resolve("verify.html"), folder.resolve("bare.html"));
		page.navigate(file.toUri().toString());
		ready();
		byte[] code = document.code().getBytes(StandardCharsets.US_ASCII);
		assertVerdict("unreadable", "keys-missing", "qr.txt", code);
		page.setInputFiles("#keys-file", payload("keys.json", KEYS));
		page.waitForSelector("#keys-state:has-text('nafidha:testopolis')");
		assertVerdict("genuine", "code-genuine", "qr.txt", code);
		page.setInputFiles("#keys-file", payload("keys.json", "{}".getBytes(StandardCharsets.US_ASCII)));
		page.waitForSelector("[data-cause=keys-broken]");
	}

	@Test
	void text_can_be_pasted_and_the_next_one_checked() throws IOException {
		fromDisk();
		page.click("summary");
		page.fill("#text", "  " + document.code() + "\n");
		page.click("#paste-form button");
		page.waitForSelector("[data-cause=code-genuine]");
		page.click(".verdict .button");
		assertThat(page.isVisible("#result")).isFalse();
	}

	@Test
	void the_camera_sees_a_code_and_closes() throws IOException {
		for (boolean disk : new boolean[]{true, false}) {
			if (disk)
				fromDisk();
			else
				served();
			page.click("#scan-button");
			page.waitForSelector("[data-cause=code-genuine]");
			assertThat(page.isVisible("#camera")).isFalse();
		}
	}

	@Test
	void the_page_is_accessible_in_both_languages_and_at_every_width() throws IOException {
		fromDisk();
		for (String language : List.of("ar", "en")) {
			if (!page.getAttribute("html", "lang").equals(language))
				page.click("#language");
			assertThat(page.getAttribute("html", "dir")).isEqualTo(language.equals("ar") ? "rtl" : "ltr");
			for (var verdict : verdicts().entrySet()) {
				page.setInputFiles("#file", payload(verdict.getKey(), verdict.getValue()));
				page.waitForSelector(".verdict");
				for (int width : new int[]{360, 1440}) {
					page.setViewportSize(width, 900);
					page.waitForTimeout(300);
					assertAccessible(language + " " + verdict.getKey() + " " + width);
					picture(language + "-" + verdict.getKey() + "-" + width);
				}
				page.click(".verdict .button");
			}
			page.setViewportSize(768, 900);
			assertAccessible(language + " start");
			picture(language + "-start-768");
		}
		assertThat(page.textContent("body")).doesNotContain("undefined");
	}

	private Map<String, byte[]> verdicts() throws IOException {
		byte[] altered = document.pdf();
		altered[700] ^= 1;
		document.demonstration = true;
		return Map.of("genuine.txt", document.code().getBytes(StandardCharsets.US_ASCII), "altered.pdf", altered, "unknown.pdf", document.unsealed(),
				"unreadable.txt", new byte[]{'?'}, "receipt.json", receipt());
	}

	private void assertAccessible(String what) {
		var violations = new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")).analyze()
				.getViolations();
		assertThat(violations.stream().map(v -> v.getId() + " " + v.getNodes().stream().map(n -> n.getHtml()).toList()).toList()).as(what).isEmpty();
		Object overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
		assertThat(overflow).as(what + " scrolls sideways").isEqualTo(0);
	}

	private void picture(String name) {
		page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screens/verify-" + name.replace('.', '-') + ".png")));
	}

	private void fromDisk() throws IOException {
		String html = Files.readString(PageSite.BUILT.resolve("verify.html"));
		String mark = "<script type=\"application/json\" id=\"keys\">null<";
		assertThat(html).contains(mark);
		String keys = new String(KEYS, StandardCharsets.UTF_8).replace("<", "\\u003c");
		Path file = Files.writeString(folder.resolve("verify.html"), html.replace(mark, mark.replace("null", keys)));
		page.navigate(file.toUri().toString());
		ready();
	}

	private void served() {
		page.navigate(site.address() + "/verify/offline");
		ready();
	}

	private void ready() {
		page.waitForSelector("html[data-ready]");
	}

	private void check(String what, byte[] content) {
		try {
			Finding expected = new Verifier(Keys.parse(KEYS), new Revocations(Optional.empty(), Optional.empty()), Instant::now, false).verify(what,
					content);
			assertThat(judged(what, content)).as(what).isEqualTo(expected.cause().key());
		} catch (Rejected e) {
			throw new IllegalStateException(e);
		}
	}

	private void assertVerdict(String verdict, String cause, String name, byte[] content) {
		assertThat(judged(name, content)).as(name).isEqualTo(cause);
		assertThat(page.getAttribute(".verdict", "data-verdict")).isEqualTo(verdict);
	}

	private void assertNotGenuine(byte[] content, String what, int at, long seed) {
		String cause = judged(what, content);
		assertThat(cause).as("%s, byte %d, seed %d", what, at, seed).doesNotEndWith("genuine");
	}

	private String judged(String name, byte[] content) {
		page.evaluate("() => document.getElementById('result').replaceChildren()");
		page.setInputFiles("#file", payload(name, content));
		page.waitForSelector(".verdict");
		return page.getAttribute(".verdict", "data-cause");
	}

	private String result() {
		return page.textContent("#result").replaceAll("\\s+", " ");
	}

	private static byte[] receipt() {
		return new TestJournal(CITY, 11, 3).receipt(TestJournal.entry(Receipt.ISSUED, TestDocument.NUMBER, TestDocument.ENTRY), 6);
	}

	private void status(String status, String pdf) {
		ObjectNode answer = TestCity.JSON.createObjectNode().put("number", TestDocument.NUMBER).put("status", status);
		if (pdf != null)
			answer.put("pdfSha256", pdf);
		site.answers.put("/verify/status/" + TestDocument.NUMBER, TestCity.JSON.writeValueAsBytes(answer));
	}

	private static byte[] flipped(byte[] whole, int at, Random random) {
		byte[] changed = whole.clone();
		changed[at] ^= (byte) (1 << random.nextInt(8));
		return changed;
	}

	private static FilePayload payload(String name, byte[] content) {
		return new FilePayload(name, "application/octet-stream", content);
	}
}
