package org.nafidha.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nafidha.identity.PeopleRegistry;
import org.nafidha.identity.Person;
import org.nafidha.kernel.NationalNumber;
import org.nafidha.kernel.PersonName;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A test with a real browser against the whole centre. Extend it; open pages as somebody ({@link #visitor}, {@link #citizen}, {@link #officer}),
 * then {@link #assertSound} what is shown.
 */
@CentreTest
@ExtendWith(Chromium.class)
public abstract class BrowserTest {

	/** Both languages of the product, for {@code @FieldSource} or loops. */
	protected static final List<String> LANGUAGES = List.of("ar", "en");

	protected static final int PHONE = 360;
	protected static final int TABLET = 768;
	protected static final int DESK = 1280;

	private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

	@LocalServerPort
	int port;

	@Autowired
	SignIn signIn;

	@Autowired
	PeopleRegistry people;

	private final List<BrowserContext> opened = new ArrayList<>();
	private final Map<Page, List<String>> complaints = new WeakHashMap<>();

	/** Somebody who has not signed in, and who wants nothing to move: half faded in, nothing has its contrast. */
	protected Page visitor(String language, int width) {
		return visitor(language, width, true);
	}

	/** The same in a browser that runs no scripts. */
	protected Page withoutScripts(String language, int width, String username) {
		return signedIn(visitor(language, width, false), signIn.staff(username));
	}

	private Page visitor(String language, int width, boolean scripts) {
		BrowserContext context = Chromium.browser()
				.newContext(new Browser.NewContextOptions().setBaseURL(address("")).setViewportSize(width, width == PHONE ? 740 : 900)
						.setReducedMotion(ReducedMotion.REDUCE).setJavaScriptEnabled(scripts));
		opened.add(context);
		context.addCookies(List.of(new Cookie("nafidha-lang", language).setUrl(address("/"))));
		Page page = context.newPage();
		List<String> said = new ArrayList<>();
		complaints.put(page, said);
		page.onConsoleMessage(message -> complain(said, message));
		page.onPageError(said::add);
		page.setDefaultTimeout(60_000);
		return page;
	}

	protected Page citizen(String language, int width, Person person) {
		return signedIn(visitor(language, width), signIn.citizen(person.id()));
	}

	/** As a member of the demonstration's staff, such as {@code reem}. */
	protected Page officer(String language, int width, String username) {
		return signedIn(visitor(language, width), signIn.staff(username));
	}

	/** Somebody new whom the centre knows. */
	protected Person newPerson() {
		return newPerson(new PersonName("محمد نور", "الحلبي", "عبد القادر", "فاطمة"));
	}

	protected Person newPerson(PersonName name) {
		long serial = ThreadLocalRandom.current().nextLong(1_000_000_000L);
		String id = "test-" + serial;
		return people.add(new Person(id, new NationalNumber("02" + String.format(java.util.Locale.ROOT, "%09d", serial)),
				name, null, "0940000000", null)).orThrow();
	}

	protected String address(String path) {
		return "http://localhost:" + port + path;
	}

	/**
	 * No breach of accessibility, nothing wider than the screen, no complaint of the browser (scripts, security policy). Between phone and
	 * desk accessibility is not asked again: the page is one of those two there, and asking takes seconds.
	 */
	protected void assertSound(Page page) {
		photograph(page);
		String where = page.url() + " " + page.viewportSize().width;
		if (page.viewportSize().width != TABLET) {
			List<String> breaches = new AxeBuilder(page).withTags(RULES).analyze().getViolations().stream().map(BrowserTest::describe).toList();
			assertThat(breaches).as("accessibility of " + where).isEmpty();
		}
		Object overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
		assertThat(((Number) overflow).intValue()).as("pixels wider than the screen at " + where).isLessThanOrEqualTo(0);
		assertThat(complaints.get(page)).as("complaints of the browser at " + where).isEmpty();
	}

	/** With the environment variable NAFIDHA_SHOTS, a picture of every page that is looked at goes to that folder, for people to look at too. */
	private static void photograph(Page page) {
		String folder = System.getenv("NAFIDHA_SHOTS");
		if (folder != null) {
			String path = java.net.URI.create(page.url()).getPath().replaceAll("[0-9]{4}-[0-9]{6}-[0-9]", "number").replaceAll("[^A-Za-z0-9]+", "-");
			String language = (String) page.evaluate("document.documentElement.lang");
			String wrong = page.locator(".errors").count() > 0 ? "-wrong" : "";
			page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
					.setPath(java.nio.file.Path.of(folder, "page" + path + wrong + "_" + language + "_" + page.viewportSize().width + ".png")));
		}
	}

	private Page signedIn(Page page, String cookie) {
		String[] parts = cookie.split("=", 2);
		page.context().addCookies(List.of(new Cookie(parts[0], parts[1]).setUrl(address("/"))));
		return page;
	}

	/** A page of an error is reported by its status, which its test expects. */
	private static void complain(List<String> said, ConsoleMessage message) {
		if ("error".equals(message.type()) && !message.text().contains("the server responded with a status of")) {
			said.add(message.text());
		}
	}

	private static String describe(Rule rule) {
		return rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes().stream().limit(3).map(node -> node.getHtml()).toList();
	}

	@AfterEach
	void closePages() {
		opened.forEach(BrowserContext::close);
	}
}
