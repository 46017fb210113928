package org.nafidha.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nafidha.identity.Role;
import org.nafidha.identity.SignedIn;
import org.nafidha.identity.Staff;
import org.nafidha.identity.StaffRegistry;
import org.nafidha.identity.StaffRegistry.Account;
import org.nafidha.identity.StaffRegistry.NewOfficer;
import org.nafidha.journal.Entry;
import org.nafidha.journal.Journal;
import org.nafidha.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator keeps staff and units, in a real browser, in both languages. */
class StaffConsoleTests extends BrowserTest {

	private static final SignedIn.Staff TESTS = new SignedIn.Staff("staff-console-tests", Set.of(Role.ADMINISTRATOR));

	@Autowired
	StaffRegistry registry;
	@Autowired
	Staff staff;
	@Autowired
	Journal journal;

	@Test
	void everyPageIsSoundInBothLanguagesOnAPhoneAndAtADesk() {
		Account officer = someOfficer();
		for (String language : LANGUAGES) {
			for (int width : List.of(PHONE, DESK)) {
				Page page = officer(language, width, "sami");
				for (String address : List.of("/console/staff", "/console/staff?q=no-such-officer", "/console/staff/" + officer.officer().id(),
						"/console/staff/" + officer.officer().id() + "/move", "/console/staff/" + officer.officer().id() + "/close",
						"/console/staff/" + officer.officer().id() + "/password",
						"/console/staff/new", "/console/units", "/console/units/new", "/console/units/name?unit=archive")) {
					page.navigate(address);
					assertSound(page);
				}
				assertThat(page.navigate("/console/staff/nobody").status()).isEqualTo(404);
				assertThat(page.navigate("/console/staff/" + officer.officer().id() + "/dismiss").status()).isEqualTo(404);
			}
		}
	}

	@Test
	void officersAreFoundByNameHoweverSpeltByUnitAndByRole() {
		Page page = officer("ar", DESK, "sami");
		page.navigate("/console/staff");
		page.fill("#q", "نزار القطان");
		page.press("#q", "Enter");
		assertThat(page.locator(".empty").textContent()).contains("لا موظف");
		page.navigate("/console/staff?q=ريم");
		assertThat(page.locator("tbody").textContent()).contains("reem", "المركز الرئيسي");
		page.navigate("/console/staff?unit=technical-affairs&role=head");
		assertThat(page.locator("table").textContent()).contains("hazem", "nizar").doesNotContain("omar", "reem");
	}

	@Test
	void anOfficerIsAddedAndTheFirstPasswordIsShownOnceOnly() {
		for (String language : LANGUAGES) {
			Page page = officer(language, language.equals("ar") ? PHONE : DESK, "sami");
			String username = "added." + UUID.randomUUID().toString().substring(0, 8);
			page.navigate("/console/staff/new");
			page.fill("#username", "Ünfit name");
			page.fill("#name-ar", "سلمى النجار");
			submit(page);
			assertThat(page.locator(".errors li").count()).isEqualTo(4);
			assertThat(page.inputValue("#name-ar")).isEqualTo("سلمى النجار");
			assertThat(page.inputValue("#username")).isEqualTo("Ünfit name");
			assertSound(page);
			page.fill("#username", "reem");
			page.fill("#name-en", "Salma Najjar");
			page.selectOption("#unit", "archive");
			page.check("[name='roles.reviewer']");
			submit(page);
			assertThat(page.locator(".errors a").getAttribute("href")).isEqualTo("#username");
			assertThat(page.isChecked("[name='roles.reviewer']")).isTrue();
			page.fill("#username", username);
			String key = page.inputValue("[name=key]");
			submit(page);
			assertThat(page.locator(".first-password").textContent()).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}");
			assertSound(page);
			Account added = registry.accounts().stream().filter(a -> a.officer().username().equals(username)).findFirst().orElseThrow();
			assertThat(added.officer().roles()).containsExactly(Role.REVIEWER);
			page.reload();
			assertThat(page.locator(".first-password").count()).as("the form " + key + " sent again").isZero();
			assertSound(page);
			assertThat(kinds(added.officer().id())).containsExactly("officer.added", "role.granted");
			page.getByRole(AriaRole.MAIN).locator("a.button").click();
			assertThat(page.url()).endsWith("/console/staff/" + added.officer().id());
			assertThat(page.content()).doesNotContain("first-password");
		}
	}

	@Test
	void rolesAreChangedAndAnotherAdministratorsChangeIsNotUndoneUnseen() {
		String id = someOfficer().officer().id();
		Page page = officer("en", DESK, "sami");
		page.navigate("/console/staff/" + id);
		page.check("[name='roles.head']");
		page.uncheck("[name='roles.reviewer']");
		registry.changeRoles(id, Set.of(Role.REVIEWER), Set.of(Role.REVIEWER, Role.INSPECTOR), TESTS).orThrow();
		submit(page);
		assertThat(page.locator("#roles-error").textContent()).contains("Another administrator");
		assertThat(page.isChecked("[name='roles.inspector']")).isTrue();
		page.check("[name='roles.head']");
		submit(page);
		assertThat(registry.account(id).orElseThrow().officer().roles()).containsExactlyInAnyOrder(Role.REVIEWER, Role.INSPECTOR, Role.HEAD);
		for (String role : List.of("reviewer", "inspector", "head")) {
			page.uncheck("[name='roles." + role + "']");
		}
		submit(page);
		assertThat(page.locator("#roles-error").textContent()).contains("at least one role");
		assertThat(registry.account(id).orElseThrow().officer().roles()).hasSize(3);
	}

	@Test
	void powerfulActsAreAskedAboutFirstAndWrittenDownOnce() {
		String id = someOfficer().officer().id();
		Page page = officer("en", DESK, "nada");
		page.navigate("/console/staff/" + id + "/close");
		assertThat(registry.account(id).orElseThrow().active()).isTrue();
		act(page, "Close the account");
		assertThat(page.locator(".note.good").textContent()).contains("closed");
		assertThat(registry.account(id).orElseThrow().active()).isFalse();
		assertSound(page);
		page.navigate("/console/staff/" + id + "/open");
		act(page, "Open the account");
		page.navigate("/console/staff/" + id + "/second-factor");
		act(page, "Reset the second factor");
		page.navigate("/console/staff/" + id + "/password");
		act(page, "Give a new password");
		assertThat(page.locator(".first-password").textContent()).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}");
		page.reload();
		assertThat(page.locator(".first-password").count()).isZero();
		assertThat(kinds(id)).containsSubsequence("officer.closed", "officer.opened", "officer.second-factor-reset", "officer.password-reset");
		assertThat(kinds(id).stream().filter("officer.password-reset"::equals)).hasSize(1);
	}

	@Test
	void anOfficerIsMovedToAnotherUnitWithAReason() {
		for (String language : LANGUAGES) {
			String id = someOfficer().officer().id();
			Page page = officer(language, language.equals("ar") ? PHONE : DESK, "sami");
			page.navigate("/console/staff/" + id);
			page.waitForNavigation(() -> page.locator("a[href$='/move']").click());
			assertThat(page.locator("#unit option[value=archive]").count()).as("the unit the officer is in").isZero();
			page.selectOption("#unit", "finance");
			submit(page);
			assertThat(page.locator(".errors a").getAttribute("href")).isEqualTo("#why");
			assertThat(page.inputValue("#unit")).isEqualTo("finance");
			assertSound(page);
			page.fill("#why", "قرار النقل 214");
			submit(page);
			assertThat(page.locator(".note.good").count()).isEqualTo(1);
			assertSound(page);
			assertThat(registry.account(id).orElseThrow().officer().unit()).isEqualTo("finance");
			assertThat(journal.about(id).getLast().facts()).isEqualTo("{\"from\":\"archive\",\"to\":\"finance\",\"why\":\"قرار النقل 214\"}");
		}
	}

	@Test
	void presenceIsSetAndOnesOwnPowersAreNotOffered() {
		String id = someOfficer().officer().id();
		Page page = officer("en", DESK, "sami");
		page.navigate("/console/staff/" + id);
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Set as away")).click();
		assertThat(registry.account(id).orElseThrow().present()).isFalse();
		assertThat(page.locator(".note.good").textContent()).contains("Set as away");
		String own = registry.accounts().stream().filter(a -> a.officer().username().equals("sami")).findFirst().orElseThrow().officer().id();
		page.navigate("/console/staff/" + own);
		assertThat(page.locator("main").textContent()).contains("Nobody changes their own powers");
		assertThat(page.locator("main input[type=checkbox]").count()).isZero();
		assertSound(page);
		page.navigate("/console/staff/" + own + "/close");
		assertThat(page.locator(".errors").textContent()).contains("Nobody changes their own powers");
		assertThat(page.locator("main button.danger").count()).isZero();
		assertSound(page);
	}

	@Test
	void aUnitIsAddedBeneathAnotherAndRenamed() {
		for (String language : LANGUAGES) {
			Page page = officer(language, language.equals("en") ? PHONE : DESK, "sami");
			String code = "test-" + UUID.randomUUID().toString().substring(0, 8);
			page.navigate("/console/units/new");
			page.selectOption("#parent", "archive");
			page.fill("#code", "Not A Code");
			page.fill("#name-ar", "شعبة الخرائط القديمة");
			page.fill("#name-en", "Old maps section");
			page.check("[value=section]");
			submit(page);
			assertThat(page.locator("#code-error").count()).isEqualTo(1);
			assertThat(page.inputValue("#name-ar")).isEqualTo("شعبة الخرائط القديمة");
			assertSound(page);
			page.fill("#code", code);
			submit(page);
			assertThat(page.url()).endsWith("/console/units");
			assertThat(staff.units().stream().map(u -> u.code()).toList()).containsSubsequence("archive", "archive/" + code, "finance");
			page.navigate("/console/units/name?unit=archive/" + code);
			page.fill("#name-en", "");
			submit(page);
			assertThat(page.locator("#name-en-error").count()).isEqualTo(1);
			page.fill("#name-en", "Historic maps section");
			submit(page);
			assertSound(page);
			assertThat(staff.unit("archive/" + code).orElseThrow().name().en()).isEqualTo("Historic maps section");
			assertThat(kinds("archive/" + code)).containsExactly("unit.added", "unit.renamed");
		}
	}

	@Test
	void anOfficerSaysThatTheyLeaveAndThatTheyAreBack() {
		for (String language : LANGUAGES) {
			String id = someOfficer().officer().id();
			Page page = officer(language, language.equals("ar") ? PHONE : DESK, registry.account(id).orElseThrow().officer().username());
			page.navigate("/office");
			page.locator(".who a[href='/staff/presence']").click();
			assertSound(page);
			page.waitForNavigation(() -> page.keyboard().press("F8"));
			assertThat(registry.account(id).orElseThrow().present()).isFalse();
			assertSound(page);
			page.navigate("/office");
			assertThat(page.locator(".note.warn a").getAttribute("href")).isEqualTo("/staff/presence");
			assertSound(page);
			page.navigate("/staff/presence");
			page.waitForNavigation(() -> page.keyboard().press("F8"));
			assertThat(registry.account(id).orElseThrow().present()).isTrue();
			assertThat(kinds(id)).containsSubsequence("officer.absent", "officer.present");
		}
	}

	private Account someOfficer() {
		String username = "kept." + UUID.randomUUID().toString().substring(0, 8);
		String id = registry.add(new NewOfficer(username, "هدى الرفاعي", "Huda Rifai", "archive", Set.of(Role.REVIEWER)), TESTS).orThrow()
				.officerId();
		return registry.account(id).orElseThrow();
	}

	private List<String> kinds(String subject) {
		return journal.about(subject).stream().map(Entry::kind).toList();
	}

	/** Presses the form's own button and waits for the page that answers. */
	private static void submit(Page page) {
		page.waitForNavigation(() -> page.locator("main form[method=post] button[data-key='ctrl+enter']").click());
	}

	private static void act(Page page, String button) {
		page.waitForNavigation(() -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click());
	}
}
