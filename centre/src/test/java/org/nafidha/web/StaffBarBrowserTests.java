package org.nafidha.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nafidha.testing.BrowserTest;

/** The bar of staff: the same on pages that went wrong, and calm on a phone. */
class StaffBarBrowserTests extends BrowserTest {

	private static final Map<String, Integer> WRONG = Map.of("/console/journal", 403, "/no-such-page", 404, "/log-tests/broken?said=it", 500);

	@Test
	void whateverGoesWrongStaffKeepTheirBarAndCitizensTheirs() {
		for (String language : LANGUAGES) {
			for (int width : List.of(PHONE, DESK)) {
				Page staff = officer(language, width, "omar");
				WRONG.forEach((address, status) -> {
					assertThat(staff.navigate(address).status()).isEqualTo(status);
					assertThat(staff.locator(".bar a[href='/office']").count()).as("the way to work on " + status).isPositive();
					assertThat(staff.locator(".bar a[href='/services']").count()).as("the citizens' menu on " + status).isZero();
					assertThat(staff.locator("main a.button").first().getAttribute("href")).isEqualTo("/staff");
					assertSound(staff);
				});
			}
			Page citizen = visitor(language, PHONE);
			assertThat(citizen.navigate("/log-tests/broken?said=it").status()).isEqualTo(500);
			assertThat(citizen.locator(".bar a[href='/services']").count()).isPositive();
			assertThat(citizen.locator(".menu").count()).isZero();
			assertSound(citizen);
		}
	}

	@Test
	void onAPhoneTheBarIsOneRowWithAMenuThatNeedsNoScript() {
		for (String language : LANGUAGES) {
			Page page = officer(language, PHONE, "sami");
			page.navigate("/console/staff");
			assertThat(page.locator(".bar").boundingBox().height).as("pixels of the bar").isLessThan(80);
			assertThat(page.locator(".bar nav").first().isVisible()).isFalse();
			assertThat(page.locator(".bar a[href='/staff/presence']").isVisible()).isTrue();
			assertSound(page);
			page.navigate("/console/units");
			page.focus(".menu > summary");
			page.keyboard().press("Enter");
			assertThat(page.locator(".menu nav a[aria-current=page]").textContent()).isEqualTo(language.equals("ar") ? "الوحدات" : "Units");
			assertThat(page.locator(".menu form[action='/sign-out'] button").isVisible()).isTrue();
			assertThat(page.locator(".menu a[href='/staff/account']").isVisible()).isTrue();
			assertSound(page);
			page.click(".menu a[href='/console/journal']");
			assertThat(page.url()).endsWith("/console/journal");
		}
	}

	@Test
	void atADeskEverythingStandsInTheBar() {
		Page page = officer("en", DESK, "sami");
		page.navigate("/console/staff");
		assertThat(page.locator(".bar nav a[href='/console/units']").first().isVisible()).isTrue();
		assertThat(page.locator(".menu > summary").isVisible()).isFalse();
		assertSound(page);
	}
}
