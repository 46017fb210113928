package org.nafidha.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nafidha.identity.OwnAccount;
import org.nafidha.identity.Role;
import org.nafidha.identity.SignedIn;
import org.nafidha.identity.StaffRegistry;
import org.nafidha.journal.Entry;
import org.nafidha.journal.Journal;
import org.nafidha.testing.Authenticator;
import org.nafidha.testing.BrowserTest;
import org.nafidha.testing.Totp;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/** Officers look after their own accounts, with a real browser and its virtual authenticator: both WebAuthn ceremonies, right and wrong. */
class OwnAccountBrowserTests extends BrowserTest {

	private static final AtomicInteger NUMBER = new AtomicInteger();
	private static final String PASSWORD = "three sugars in the tea";

	@Autowired
	StaffRegistry registry;
	@Autowired
	OwnAccount accounts;
	@Autowired
	Journal journal;
	@Autowired
	JdbcClient db;
	@Autowired
	FindByIndexNameSessionRepository<? extends Session> sessions;

	private String username;
	private SignedIn.Staff who;

	@BeforeEach
	void addAnOfficer() {
		username = "passkeys." + NUMBER.incrementAndGet();
		who = add(username);
	}

	@Test
	void aPasskeyIsRegisteredSignsInAndOpensNothingOnceItIsRemoved() {
		Page page = signedInForTheFirstTime("ar", PHONE);
		Authenticator device = Authenticator.pluggedInto(page);
		page.navigate("/staff/account");
		assertSound(page);
		register(page, "هاتف سامسونغ");
		assertSound(page);
		assertThat(device.credentials()).hasSize(1);
		assertThat(accounts.of(who).passkeys()).extracting(OwnAccount.Passkey::label).containsExactly("هاتف سامسونغ");
		signOut(page);
		signIn(page, username, PASSWORD);
		assertSound(page);
		page.click("form[data-passkey] button");
		page.waitForURL("**/office");
		assertThat(journal.about(who.officerId())).extracting(Entry::kind).contains("officer.passkey-added", "staff.signed-in");
		assertThat(journal.about(who.officerId())).extracting(Entry::facts).contains("{\"factor\":\"passkey\"}");
		page.navigate("/staff/account");
		assertThat(page.locator(".factors").textContent()).contains("آخر استعمال");
		Page elsewhere = visitor("ar", PHONE);
		Authenticator.pluggedInto(elsewhere).add(device.credentials().get(0).getAsJsonObject());
		signIn(elsewhere, username, PASSWORD);
		page.click(".factors .danger");
		page.waitForSelector(".note.good");
		assertThat(accounts.of(who).passkeys()).isEmpty();
		assertThat(journal.about(who.officerId())).extracting(Entry::kind).contains("officer.passkey-removed");
		elsewhere.click("form[data-passkey] button");
		elsewhere.waitForSelector(".errors");
		assertThat(elsewhere.locator(".errors").textContent()).contains("لم نتمكّن من التحقق من مفتاح المرور");
		assertThat(elsewhere.locator("form[data-passkey]").count()).isZero();
	}

	@Test
	void anAnswerToAChallengeIsGoodOnce() {
		Page page = signedInForTheFirstTime("en", DESK);
		Authenticator.pluggedInto(page);
		AtomicReference<String> registered = recorded(page, "/staff/account/passkeys");
		page.navigate("/staff/account");
		register(page, "Black key");
		accounts.of(who).passkeys()
				.forEach(passkey -> db.sql("delete from identity.user_credentials where credential_id = ?").param(passkey.id()).update());
		assertThat(accounts.of(who).passkeys()).isEmpty();
		APIResponse again = send(page, "/staff/account/passkeys", registered.get());
		assertThat(again.status()).isEqualTo(422);
		assertThat(again.text()).contains("The passkey was not accepted and nothing was added");
		fetchOptions(page, "/staff/account/passkeys/options");
		assertThat(send(page, "/staff/account/passkeys", registered.get()).status()).as("against a new challenge").isEqualTo(422);
		assertThat(accounts.of(who).passkeys()).isEmpty();

		page.navigate("/staff/account");
		register(page, "Second key");
		signOut(page);
		AtomicReference<String> used = recorded(page, "/staff/sign-in/passkey");
		signIn(page, username, PASSWORD);
		page.click("form[data-passkey] button");
		page.waitForURL("**/office");
		signOut(page);
		signIn(page, username, PASSWORD);
		assertThat(send(page, "/staff/sign-in/passkey", used.get()).status()).as("without a challenge").isEqualTo(422);
		fetchOptions(page, "/staff/sign-in/passkey/options");
		assertThat(send(page, "/staff/sign-in/passkey", used.get()).text()).contains("We could not verify the passkey");
		page.navigate("/staff/account");
		assertThat(page.url()).endsWith("/staff/sign-in");
	}

	@Test
	void aPasskeyOfOneOfficerDoesNotSignInAnother() {
		Page first = signedInForTheFirstTime("en", DESK);
		Authenticator device = Authenticator.pluggedInto(first);
		first.navigate("/staff/account");
		register(first, "Of the first");
		String firstKey = accounts.of(who).passkeys().getFirst().id();
		username = "passkeys." + NUMBER.incrementAndGet();
		SignedIn.Staff second = add(username);
		Page other = signedInForTheFirstTime("en", DESK);
		Authenticator.pluggedInto(other).add(device.credentials().get(0).getAsJsonObject());
		other.navigate("/staff/account");
		register(other, "Of the second");
		signOut(other);
		other.route("**/staff/sign-in/passkey/options", route -> offer(route, firstKey));
		signIn(other, username, PASSWORD);
		other.click("form[data-passkey] button");
		other.waitForSelector(".errors");
		assertThat(other.locator(".errors").textContent()).contains("We could not verify the passkey");
		assertSound(other);
		assertThat(journal.about(second.officerId())).extracting(Entry::kind).endsWith("staff.sign-in-failed");
	}

	@Test
	void aDeviceWithoutThePasskeyIsToldSoAndTheCodeStillWorks() {
		Page page = signedInForTheFirstTime("en", DESK);
		Authenticator.pluggedInto(page);
		page.navigate("/staff/account");
		register(page, "Left at home");
		Page elsewhere = visitor("en", DESK);
		Authenticator.pluggedInto(elsewhere);
		signIn(elsewhere, username, PASSWORD);
		elsewhere.click("form[data-passkey] button");
		elsewhere.waitForSelector("[data-passkey-failed]:not([hidden])");
		assertThat(elsewhere.locator("[data-passkey-failed]").textContent())
				.isEqualTo("The passkey could not be used. Try again, or use the code from the app.");
		assertThat(elsewhere.locator("#code").isVisible()).isTrue();
	}

	@Test
	void anUnattendedScreenChangesNothingWithoutThePassword() {
		for (String language : LANGUAGES) {
			username = "passkeys." + NUMBER.incrementAndGet();
			who = add(username);
			Page page = signedInForTheFirstTime(language, language.equals("ar") ? PHONE : DESK);
			Authenticator.pluggedInto(page);
			page.navigate("/staff/account");
			signedInLongAgo(sessions);
			page.fill("#label", "Too late");
			page.click("form[data-passkey] button");
			page.waitForSelector(".errors");
			assertThat(page.inputValue("#password")).isEmpty();
			assertThat(accounts.of(who).passkeys()).isEmpty();
			assertSound(page);
			page.fill("#password", "wrong");
			page.press("#password", "Enter");
			page.waitForSelector("#password-error");
			page.fill("#password", PASSWORD);
			page.press("#password", "Enter");
			page.waitForSelector("#new-password");
			page.fill("#new-password", "short");
			page.press("#new-password", "Enter");
			page.waitForSelector("#new-password-error");
			assertSound(page);
			bar(page, "a[hreflang]");
			page.waitForURL("**/staff/account");
			bar(page, "a[hreflang]");
			page.waitForSelector("html[lang=" + language + "]");
			page.fill("#new-password", "sage and thyme in winter");
			page.fill("#repeat-password", "sage and thyme in winter");
			page.press("#repeat-password", "Enter");
			page.waitForSelector(".note.good");
			assertSound(page);
			signOut(page);
			signIn(page, username, "sage and thyme in winter");
			assertThat(page.locator("#code").isVisible()).isTrue();
		}
	}

	@Test
	void anOfficerChangesTheAppAloneAndTheOldOneWorksUntilTheNewOneIsProved() {
		for (String language : LANGUAGES) {
			username = "passkeys." + NUMBER.incrementAndGet();
			who = add(username);
			Page page = signedInForTheFirstTime(language, language.equals("ar") ? PHONE : DESK);
			page.navigate("/staff/account");
			signedInLongAgo(sessions);
			page.navigate("/staff/account/app");
			assertThat(page.url()).as("first the password").endsWith("/staff/account");
			page.fill("#password", PASSWORD);
			page.press("#password", "Enter");
			page.click("a[href='/staff/account/app']");
			String secret = secret(page);
			byte[] before = sealed();
			page.fill("#code", "12");
			page.press("#code", "Enter");
			page.waitForSelector("#code-error");
			assertSound(page);
			assertThat(secret(page)).isEqualTo(secret);
			assertThat(sealed()).isEqualTo(before);
			page.fill("#code", Totp.now(secret));
			page.press("#code", "Enter");
			page.waitForSelector(".note.good");
			assertSound(page);
			assertThat(sealed()).isNotEqualTo(before);
			assertThat(journal.about(who.officerId()).getLast().kind()).isEqualTo("officer.app-replaced");
			assertThat(journal.about(who.officerId()).getLast().facts()).isEqualTo("{}");
		}
	}

	private byte[] sealed() {
		return db.sql("select totp_sealed from identity.officer where id = ?").param(who.officerId()).query(byte[].class).single();
	}

	private static String secret(Page page) {
		return page.locator("bdi[dir=ltr].num").allTextContents().stream().filter(t -> t.matches("[A-Z2-7]{32}")).findFirst().orElseThrow();
	}

	private SignedIn.Staff add(String name) {
		String id = registry.add(new StaffRegistry.NewOfficer(name, "تجربة", "Test", "council/informatics", Set.of(Role.REVIEWER)),
				new SignedIn.Staff("browser-tests", Set.of(Role.ADMINISTRATOR))).orThrow().officerId();
		return new SignedIn.Staff(id, Set.of(Role.REVIEWER));
	}

	/** Changes the first password and links an app, as everybody does once. */
	private Page signedInForTheFirstTime(String language, int width) {
		Page page = visitor(language, width);
		SignedIn.Staff administrator = new SignedIn.Staff("browser-tests", Set.of(Role.ADMINISTRATOR));
		String id = db.sql("select id from identity.officer where username = ?").param(username).query(String.class).single();
		signIn(page, username, registry.resetPassword(id, administrator).orThrow().password());
		page.fill("#new-password", PASSWORD);
		page.fill("#repeat-password", PASSWORD);
		page.press("#repeat-password", "Enter");
		page.waitForSelector("#code");
		page.fill("#code", Totp.now(secret(page)));
		page.press("#code", "Enter");
		page.waitForURL("**/office");
		return page;
	}

	private static void signIn(Page page, String name, String password) {
		page.navigate("/staff/sign-in");
		page.fill("#username", name);
		page.fill("#password", password);
		page.press("#password", "Enter");
		page.waitForURL("**/staff/sign-in/next");
	}

	private static void signOut(Page page) {
		bar(page, "form[action='/sign-out'] button");
		page.waitForSelector("a[href='/sign-in']");
	}

	/** Something in the bar, which on a phone is in its menu. */
	private static void bar(Page page, String selector) {
		boolean folded = page.locator(".menu > summary").isVisible();
		if (folded) {
			page.click(".menu > summary");
		}
		page.click((folded ? ".menu " : ".who ") + selector);
	}

	private static void register(Page page, String label) {
		page.fill("#label", label);
		page.click("form[data-passkey] button");
		page.waitForSelector(".note.good");
		assertThat(page.locator(".factors").textContent()).contains(label);
	}

	/** What the page sends to the address. */
	private static AtomicReference<String> recorded(Page page, String path) {
		AtomicReference<String> sent = new AtomicReference<>("");
		page.onRequest((Request request) -> {
			if (request.method().equals("POST") && request.url().endsWith(path)) {
				sent.set(request.postData());
			}
		});
		return sent;
	}

	/** Sends recorded fields again, with the token of forms that holds now. */
	private static APIResponse send(Page page, String path, String fields) {
		String token = (String) page.evaluate("document.querySelector('[name=_csrf]').value");
		String own = fields.replaceAll("(^|&)_csrf=[^&]*", "") + "&_csrf=" + token;
		return page.request().post(path, RequestOptions.create().setHeader("Content-Type", "application/x-www-form-urlencoded").setData(own));
	}

	private static void fetchOptions(Page page, String path) {
		assertThat(send(page, path, "").status()).isEqualTo(200);
	}

	/** Lets the officer's real options through, but asks the browser for another passkey. */
	private static void offer(Route route, String credentialId) {
		APIResponse real = route.fetch();
		String changed = real.text().replaceAll("(\"allowCredentials\":\\[\\{[^\\]]*?\"id\":\")[^\"]*", "$1" + credentialId);
		assertThat(changed).contains(credentialId);
		route.fulfill(new Route.FulfillOptions().setResponse(real).setBody(changed));
	}

	private <S extends Session> void signedInLongAgo(FindByIndexNameSessionRepository<S> repository) {
		repository.findByPrincipalName(who.actor().text()).values().forEach(session -> {
			session.setAttribute("nafidha.since", Instant.now().minusSeconds(3600).getEpochSecond());
			repository.save(session);
		});
	}
}
