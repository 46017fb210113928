package org.nafidha.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nafidha.identity.Role;
import org.nafidha.identity.SignedIn;
import org.nafidha.identity.StaffRegistry;
import org.nafidha.testing.BrowserTest;
import org.nafidha.testing.Totp;
import org.springframework.beans.factory.annotation.Autowired;

/** Screens of signing in, in a real browser, in both languages. */
class StaffSignInBrowserTests extends BrowserTest {

	@Autowired
	StaffRegistry registry;

	@Test
	void anOfficerSignsInForTheFirstTimeAndEveryScreenIsSound() {
		for (String language : LANGUAGES) {
			String username = "first." + language;
			String password = registry.add(new StaffRegistry.NewOfficer(username, "تجربة", "Test", "council/informatics", Set.of(Role.REVIEWER)),
					new SignedIn.Staff("browser-tests", Set.of(Role.ADMINISTRATOR))).orThrow().password();
			Page page = visitor(language, language.equals("ar") ? PHONE : DESK);
			page.navigate("/staff/sign-in");
			sound(page, "sign-in");
			page.fill("#username", username);
			page.fill("#password", "wrong");
			page.press("#password", "Enter");
			page.waitForSelector(".errors");
			assertThat(page.inputValue("#username")).isEqualTo(username);
			sound(page, "wrong");
			page.fill("#password", password);
			page.press("#password", "Enter");
			page.waitForSelector("#new-password");
			sound(page, "new-password");
			page.fill("#new-password", "three sugars in the tea");
			page.fill("#repeat-password", "three sugars in the tea");
			page.press("#repeat-password", "Enter");
			page.waitForSelector("#code");
			sound(page, "enrol");
			String secret = page.locator("bdi[dir=ltr].num")
					.filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(java.util.regex.Pattern.compile("[A-Z2-7]{32}")))
					.textContent();
			page.fill("#code", Totp.now(secret));
			page.press("#code", "Enter");
			page.waitForURL("**/office");
			assertThat(page.locator(".who .name").textContent()).contains(language.equals("ar") ? "تجربة" : "Test");
		}
	}

	@Test
	void theCitizensPagesAreSound() {
		for (String language : LANGUAGES) {
			Page page = visitor(language, language.equals("ar") ? PHONE : DESK);
			page.navigate("/sign-in");
			sound(page, "citizen");
			page.fill("#national", newPerson().nationalNumber().digits());
			page.press("#national", "Enter");
			page.waitForSelector("#code");
			sound(page, "citizen-code");
			page.navigate("/demo/outbox");
			sound(page, "outbox");
		}
	}

	private void sound(Page page, String name) {
		page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
				.setPath(Path.of("target/screens/sign-in-" + name + "-" + page.locator("html").getAttribute("lang") + ".png")));
		assertSound(page);
	}
}
