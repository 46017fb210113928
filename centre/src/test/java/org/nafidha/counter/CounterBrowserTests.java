package org.nafidha.counter;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.nafidha.identity.Role;
import org.nafidha.identity.SignedIn;
import org.nafidha.identity.StaffRegistry;
import org.nafidha.identity.Role;
import org.nafidha.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The counter in a real browser: by keyboard alone, at every width, and with whatever people type. */
class CounterBrowserTests extends BrowserTest {

	private static final String MORTGAGED = "02010345678";
	private static final String TENANT = "02020456789";
	private static final List<Integer> WIDTHS = List.of(PHONE, TABLET, DESK);

	@Autowired
	StaffRegistry registry;

	@ParameterizedTest
	@FieldSource("LANGUAGES")
	void aClerkServesAPersonWithoutAMouse(String language) {
		Page page = clerk(language, DESK);
		page.addInitScript("window.print = () => { document.documentElement.dataset.printed = 'yes'; };");
		page.navigate("/counter");
		openDesk(page, language.equals("ar") ? "31" : "32");
		assertThat(page.locator("#national")).isFocused();
		type(page, "٠٢٠١٠٣٤٥٦٧٨", "Enter");
		Locator service = page.locator("a[href$='/temporary-register-statement']");
		assertThat(service.locator("kbd")).hasText(String.valueOf(service.getAttribute("data-key")));
		page.keyboard().press(String.valueOf(service.getAttribute("data-key")));
		assertThat(page.locator("[id='property.zone']")).isFocused();
		type(page, "٢", "Tab");
		type(page, "2533", "Tab");
		type(page, "1+9", "Tab");
		page.keyboard().press("2");
		assertThat(page.locator("input[name=purpose]").nth(1)).isChecked();
		pressShown(page, "F8");
		assertThat(page.locator("#received")).isFocused();
		page.keyboard().type("١٠٠٠");
		assertThat(page.locator("[data-change]")).containsText("400");
		pressShown(page, "F8");
		page.waitForSelector("a[href*='/documents/']");
		pressShown(page, "F9");
		page.waitForURL("**/receipts/*");
		assertSound(page);
		pressShown(page, "F9");
		assertThat(page.locator("html[data-printed=yes]")).hasCount(1);
		pressShown(page, "F4");
		page.waitForSelector("a[href*='/documents/']");
		assertSound(page);
		Page document = page.waitForPopup(() -> pressShown(page, "F8"));
		document.close();
		pressShown(page, "F2");
		page.waitForURL("**/counter");
		assertThat(page.locator("#national")).isFocused();
	}

	@ParameterizedTest
	@FieldSource("LANGUAGES")
	void everyScreenIsSoundFromPhoneToDesk(String language) {
		Page page = clerk(language, DESK);
		page.navigate("/counter");
		sound(page);
		openDesk(page, language.equals("ar") ? "33" : "34");
		identify(page, "0209");
		assertThat(page.locator("#national-error")).isVisible();
		assertThat(page.locator("#national")).isFocused();
		sound(page);
		identify(page, "02099999997");
		assertThat(page.locator("#given")).isFocused();
		sound(page);
		identify(page, TENANT);
		page.waitForURL("**/visits/*");
		sound(page);
		String visit = page.url();
		page.navigate(visit + "?q=xyzq");
		sound(page);
		page.navigate(visit + "/services/violations-statement");
		sound(page);
		answer(page, "12", "51999", "5");
		assertThat(page.locator("#property-error")).isVisible();
		sound(page);
		answer(page, "12", "519", "5");
		page.waitForURL("**/cases/*");
		sound(page);
		page.navigate(visit + "/services/temporary-register-statement");
		answer(page, "4", "1187", "3");
		page.waitForSelector("#received");
		sound(page);
		page.fill("#received", "5");
		page.keyboard().press("F8");
		assertThat(page.locator("#received-error")).isVisible();
		sound(page);
	}

	@Test
	void namesOfAnyKindAreKeptAsTypedAndNeverRun() {
		for (String language : LANGUAGES) {
			Page page = clerk(language, DESK);
			page.navigate("/counter");
			identify(page, "02099999996");
			page.fill("#given", "<script>document.title='ran'</script>");
			page.fill("#father", "\"><img src=x onerror=\"document.title='ran'\">");
			page.fill("#family", "الشامي 🙂");
			page.fill("#mother", "ا".repeat(60));
			page.fill("#born", "31/2/1990");
			page.keyboard().press("F8");
			page.waitForSelector("#given-error");
			assertThat(page.locator("#given")).hasValue("<script>document.title='ran'</script>");
			assertThat(page.locator("#father")).hasValue("\"><img src=x onerror=\"document.title='ran'\">");
			assertThat(page.locator("#family")).hasValue("الشامي 🙂");
			assertThat(page.locator("#mother")).hasValue("ا".repeat(60));
			assertThat(page.locator("#born-error")).isVisible();
			assertThat(page.locator("#given")).isFocused();
			Assertions.assertThat(page.title()).doesNotContain("ran");
			assertSound(page);
		}
	}

	@Test
	void aLongNameStaysInsideItsCardAndAQuoteInItIsAName() {
		Page page = clerk("ar", PHONE);
		page.navigate("/counter");
		String number = newNumber();
		identify(page, number);
		page.fill("#given", "عبدالرحمنعبدالرحيمعبدالكريمعبداللطيف");
		page.fill("#father", "d'Arc-O'Neill");
		page.fill("#family", "الحلبي");
		page.fill("#mother", "فاطمة");
		page.fill("#born", "١٤/٣/١٩٨٧");
		page.keyboard().press("F8");
		page.waitForURL("**/visits/*");
		assertThat(page.locator(".desk aside").first()).containsText("d'Arc-O'Neill");
		sound(page);
	}

	@Test
	void aPaperIsJudgedByItsContentAndTheReasonStandsAtItsField() {
		Page page = clerk("en", DESK);
		page.navigate("/counter");
		identify(page, TENANT);
		page.waitForURL("**/visits/*");
		page.navigate(page.url() + "/services/violations-statement");
		answer(page, "12", "519", "5");
		page.waitForURL("**/cases/*");
		attach(page, "lease.pdf",
				Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="));
		assertThat(page.locator(".field .error")).containsText("lease.pdf");
		assertSound(page);
		attach(page, "lease.pdf", new byte[0]);
		assertThat(page.locator(".field .error")).isVisible();
		attach(page, "<b>lease.pdf", "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.US_ASCII));
		assertThat(page.locator(".bullets")).containsText("<b>lease.pdf");
		assertSound(page);
	}

	/** A clerk of this test alone: a clerk has one cash desk, and other tests have theirs open. */
	private Page clerk(String language, int width) {
		String username = "clerk." + java.util.UUID.randomUUID().toString().substring(0, 8);
		registry.add(new StaffRegistry.NewOfficer(username, "كاتبة", "Clerk", "centres/city-hall", java.util.Set.of(Role.CLERK, Role.CASHIER)),
				new SignedIn.Staff("counter-tests", java.util.Set.of(Role.ADMINISTRATOR))).orThrow();
		return officer(language, width, username);
	}

	private static void openDesk(Page page, String number) {
		page.keyboard().press("F6");
		type(page, number, "Enter");
		assertThat(page.locator(".who > .tag.good")).containsText(number);
	}

	private static void identify(Page page, String number) {
		page.fill("#national", number);
		page.press("#national", "Enter");
		page.waitForLoadState();
	}

	private static void answer(Page page, String zone, String parcel, String section) {
		page.fill("[id='property.zone']", zone);
		page.fill("[id='property.parcel']", parcel);
		page.fill("[id='property.section']", section);
		page.keyboard().press("Tab");
		page.keyboard().press("3");
		page.keyboard().press("F8");
		page.waitForLoadState();
	}

	private static void attach(Page page, String name, byte[] content) {
		page.setInputFiles("input[type=file]", new FilePayload(name, "application/pdf", content));
		page.click("form[enctype] button");
		page.waitForLoadState();
	}

	private static void type(Page page, String text, String key) {
		page.keyboard().type(text);
		page.keyboard().press(key);
	}

	/** Only a key that the screen shows counts. */
	private static void pressShown(Page page, String key) {
		assertThat(page.locator("[data-key='" + key + "'] kbd").first()).hasText(Pattern.compile(key));
		page.keyboard().press(key);
	}

	private static String newNumber() {
		return "01" + java.util.concurrent.ThreadLocalRandom.current().nextLong(100_000_000L, 999_999_999L);
	}

	private void sound(Page page) {
		for (int width : WIDTHS) {
			page.setViewportSize(width, width == PHONE ? 740 : 900);
			assertSound(page);
		}
	}
}
