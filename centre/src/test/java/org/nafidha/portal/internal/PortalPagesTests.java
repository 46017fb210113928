package org.nafidha.portal.internal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.nafidha.testing.BrowserTest;

class PortalPagesTests extends BrowserTest {

	@ParameterizedTest
	@FieldSource("LANGUAGES")
	void everyPublicPageIsSoundOnPhoneAndDesk(String language) {
		for (int width : List.of(PHONE, DESK)) {
			Page page = visitor(language, width);
			for (String path : List.of("/", "/services", "/services?q=zzzz", "/services/temporary-register-statement",
					"/services/violations-statement", "/follow", "/may-i-open",
					"/may-i-open?trade=antiques&zone=5&place=basement", "/may-i-open?trade=smith&zone=20&place=garage", "/may-i-open?trade=x",
					"/no-such-page")) {
				page.navigate(path);
				assertThat(page.locator("html")).hasAttribute("dir", language.equals("ar") ? "rtl" : "ltr");
				assertSound(page);
			}
		}
	}

	@Test
	void aServiceIsFoundWithAWrongSpellingAndTellsItsFeeAndTerm() {
		Page page = visitor("ar", PHONE);
		page.navigate("/");
		page.getByRole(AriaRole.SEARCHBOX).fill("مخالفه");
		page.keyboard().press("Enter");
		page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("بيان مخالفات")).click();
		assertThat(page).hasURL(Pattern.compile("/services/violations-statement$"));
		assertThat(page.locator(".facts")).containsText("400 ل.س");
		assertThat(page.locator(".facts")).containsText("فوري غالبًا");
		assertThat(page.locator(".facts")).containsText("ويوم عمل واحد على الأكثر");
		assertThat(page.locator(".facts")).containsText("أو ورقة واحدة عند الحاجة");
		assertThat(page.locator(".facts")).containsText("زيارة واحدة");
	}

	@Test
	void aTradeAndAPlaceAreAnsweredWithTheRuleThatDecides() {
		Page page = visitor("ar", PHONE);
		page.navigate("/");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("هل أفتح هذا هنا؟")).click();
		page.getByLabel("المهنة").selectOption("antiques");
		page.getByLabel("المنطقة العقارية").selectOption("5");
		page.getByLabel("ما نوع المكان").selectOption("basement");
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("اعرف الجواب")).click();
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("نعم، يجوز فتحها هناك");
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("قرار مجلس المدينة رقم 37 لعام 2013");
		page.getByLabel("ما نوع المكان").selectOption("flat");
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("اسأل من جديد")).click();
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("لا، ليس هناك");
		page.getByLabel("المهنة").selectOption("");
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("اسأل من جديد")).click();
		assertThat(page.locator(".errors")).isVisible();
	}

	@Test
	void theMenuOfCitizensIsWholeOnAPhone() {
		Page page = visitor("ar", PHONE);
		page.navigate("/services");
		Assertions
				.assertThat(page.evaluate("(() => { const nav = document.querySelector('.bar nav'); return nav.scrollWidth <= nav.clientWidth; })()"))
				.isEqualTo(true);
	}

	@Test
	void theLanguageSwitchKeepsThePageAndIsRemembered() {
		Page page = visitor("ar", DESK);
		page.navigate("/services?q=بيت");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("English")).click();
		assertThat(page.locator("html")).hasAttribute("lang", "en");
		assertThat(page.getByRole(AriaRole.SEARCHBOX)).hasValue("بيت");
		page.navigate("/");
		assertThat(page.locator("html")).hasAttribute("lang", "en");
	}

	@Test
	void anUnknownServiceIsACalmPageWithItsRequestNumber() {
		Page page = visitor("en", DESK);
		Response response = page.navigate("/services/flying-carpets");
		Assertions.assertThat(response.status()).isEqualTo(404);
		assertThat(page.getByRole(AriaRole.HEADING)).hasText("There is no page at this address");
		assertThat(page.locator("main")).containsText(response.headerValue("X-Request-Id"));
	}

	@Test
	void theKeyboardReachesTheContentFirst() {
		Page page = visitor("ar", DESK);
		page.navigate("/");
		page.keyboard().press("Tab");
		assertThat(page.locator(":focus")).hasText("إلى المحتوى");
		page.keyboard().press("Enter");
		assertThat(page.locator("main:focus")).hasCount(1);
	}

	/** Bytes over the wire for a first visit, fonts included, as the browser counted them. */
	@ParameterizedTest
	@FieldSource("LANGUAGES")
	void aFirstVisitToAnyPageTransfersLessThan100KilobytesInAll(String language) {
		for (String path : List.of("/", "/services/temporary-register-statement")) {
			Page page = visitor(language, PHONE);
			page.navigate(path);
			page.waitForFunction("document.fonts.status === 'loaded'");
			Number bytes = (Number) page.evaluate(
					"performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation')).reduce((sum, e) => sum + e.transferSize, 0)");
			Assertions.assertThat(bytes.intValue()).as(path).isBetween(10_000, 100_000);
		}
	}
}
