package org.nafidha.portal.internal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.nafidha.kernel.PropertyRef;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.identity.Person;
import org.nafidha.register.DemoCity;
import org.nafidha.register.Persona;
import org.nafidha.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;

class ApplicationPagesTests extends BrowserTest {

	private static final String APPLY = "/services/temporary-register-statement/apply";

	@Autowired
	DemoCity city;

	@Autowired
	Cases cases;

	@ParameterizedTest
	@FieldSource("LANGUAGES")
	void anOwnerAsksForAStatementAndIsToldWhatToPay(String language) {
		Persona owner = persona("sole-owner");
		Page page = citizen(language, PHONE, owner.person());
		page.navigate(APPLY);
		if (page.url().endsWith("/check")) {
			page.navigate(APPLY + "/q/property");
		}
		assertSound(page);
		property(page, owner.property().zone(), owner.property().parcel(), owner.property().section());
		next(page);
		assertThat(page).hasURL(Pattern.compile("/q/purpose$"));
		assertSound(page);
		page.locator("input[value=bank]").check();
		next(page);
		assertSound(page);
		next(page);
		assertThat(page).hasURL(Pattern.compile("/check$"));
		assertThat(page.locator("main .evidence li")).not().hasCount(0);
		assertThat(page.locator("main")).containsText("/" + owner.property().parcel() + "/");
		assertSound(page);
		page.locator("form[action$='/check'] button").click();
		assertThat(page).hasURL(Pattern.compile("/my/cases/[0-9-]+\\?filed$"));
		assertThat(page.locator(".due")).containsText("600");
		assertSound(page);
		page.navigate("/my");
		assertSound(page);
	}

	@Test
	void aWrongPropertyIsToldAtItsBoxAndWhatWasTypedStays() {
		for (String language : LANGUAGES) {
			Page page = citizen(language, DESK, newPerson());
			page.navigate(APPLY + "/q/property");
			assertThat(page.locator("#property-hint")).containsText("1187");
			property(page, "حيّنا", "abc", "");
			next(page);
			assertThat(page.locator(".errors")).isFocused();
			assertThat(page.locator(".errors li")).hasCount(2);
			assertThat(page.locator("#property-error .error")).hasCount(2);
			assertThat(page.locator("#property-error")).containsText("2533");
			assertThat(page.locator("[aria-invalid=true]")).hasCount(2);
			assertThat(page.locator("[id='property.zone']")).hasValue("حيّنا");
			assertThat(page.locator("[id='property.parcel']")).hasValue("abc");
			assertThat(page).hasTitle(Pattern.compile("^(خطأ:|Error:) .*"));
			assertSound(page);
		}
	}

	@Test
	void aPropertyThatTheRegisterDoesNotHaveIsToldAtItsQuestion() {
		Page page = citizen("ar", PHONE, newPerson());
		page.navigate(APPLY + "/q/property");
		property(page, "4", "9999999", "");
		next(page);
		assertThat(page).hasURL(Pattern.compile("/q/property$"));
		assertThat(page.locator("#property-error")).containsText("4/9999999");
		assertThat(page.locator("[id='property.parcel']")).hasValue("9999999");
		assertSound(page);
	}

	@Test
	void anUnfinishedApplicationIsKeptAndGoesOnWhereItStopped() {
		Person person = newPerson();
		Page phone = citizen("ar", PHONE, person);
		phone.navigate(APPLY);
		PropertyRef known = persona("sole-owner").property();
		property(phone, arabicDigits(known.zone()), arabicDigits("/" + known.parcel() + "/"), known.section());
		next(phone);
		assertThat(phone).hasURL(Pattern.compile("/q/purpose$"));

		Page desk = citizen("ar", DESK, person);
		desk.navigate("/my");
		assertThat(desk.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("طلبات لم تكتمل"))).isVisible();
		assertSound(desk);
		desk.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("أكمل")).click();
		assertThat(desk).hasURL(Pattern.compile("/q/purpose$"));
		desk.navigate(APPLY + "/q/property");
		assertThat(desk.locator("[id='property.parcel']")).hasValue(known.parcel());
	}

	@Test
	void whoIsNotEntitledIsToldWhyAndLosesNothing() {
		Persona owner = persona("sole-owner");
		Page page = citizen("en", DESK, newPerson());
		answerAll(page, owner);
		page.locator("form[action$='/check'] button").click();
		assertThat(page.locator(".errors")).containsText("does not carry your name");
		assertThat(page.locator("main")).containsText(owner.property().parcel());
		assertSound(page);
		page.locator(".errors a").click();
		assertThat(page).hasURL(Pattern.compile("/q/property\\?change=true$"));
	}

	@Test
	void whoAttachesNothingIsToldWhichPaperMayBeNeeded() {
		Page page = citizen("ar", PHONE, newPerson());
		answerAll(page, "/services/violations-statement/apply", persona("with-violations"));
		assertThat(page.locator(".note")).containsText("إن لم يكن باسمك");
		assertSound(page);
	}

	@Test
	void aRepeatedClickOpensOneCase() {
		Persona owner = persona("mortgaged");
		Page page = citizen("ar", DESK, owner.person());
		answerAll(page, owner);
		Page again = citizen("ar", DESK, owner.person());
		again.navigate(APPLY + "/check");
		int before = cases.of(owner.person().id()).size();
		page.locator("form[action$='/check'] button").click();
		assertThat(page).hasURL(Pattern.compile("/my/cases/"));
		String first = page.url();
		again.locator("form[action$='/check'] button").click();
		assertThat(again).hasURL(first);
		Assertions.assertThat(cases.of(owner.person().id())).hasSize(before + 1);
	}

	@Test
	void whatCostsNothingSaysSo() {
		Page page = citizen("ar", PHONE, newPerson());
		String apply = "/services/complaint/apply";
		page.navigate(apply);
		while (!page.url().endsWith("/check")) {
			if (page.locator("main form input[type=radio]").count() > 0) {
				page.locator("main form input[type=radio]").first().check();
			} else if (page.locator("main form textarea").count() > 0) {
				page.locator("main form textarea").fill("انتظرت ثلاث ساعات");
			} else if (page.url().endsWith("/papers")) {
				page.navigate(apply + "/check");
				continue;
			}
			next(page);
		}
		assertThat(page.locator("main dl")).containsText("بلا رسم");
	}

	@Test
	void aZoneMayBeWrittenByItsNameInAnySpelling() {
		Persona owner = persona("sole-owner");
		for (String name : List.of("الجميلية", "جميليه", "al-Jamiliyeh")) {
			Page page = citizen("ar", PHONE, newPerson());
			page.navigate(APPLY + "/q/property");
			property(page, name, owner.property().parcel(), owner.property().section());
			next(page);
			page.navigate(APPLY + "/q/property");
			assertThat(page.locator("[id='property.zone']")).hasValue(owner.property().zone());
		}
	}

	@Test
	void papersAreJudgedByTheirContentAndStayWithTheApplication() {
		Page page = citizen("ar", PHONE, newPerson());
		answerAll(page, persona("sole-owner"));
		page.navigate(APPLY + "/papers");
		page.locator("#proofOfCapacity").setInputFiles(new FilePayload("وكالة.pdf", "application/pdf", png()));
		page.locator("form[enctype] button").click();
		assertThat(page.locator("#proofOfCapacity-error")).containsText("وكالة.pdf");
		assertSound(page);
		page.locator("#proofOfCapacity").setInputFiles(new FilePayload("وكالة.png", "image/png", png()));
		page.locator("form[enctype] button").click();
		assertThat(page.locator(".tasks")).containsText("وكالة.png");
		page.navigate(APPLY + "/check");
		assertThat(page.locator("main")).containsText("وكالة.png");
		page.navigate(APPLY + "/papers");
		page.locator(".tasks button").click();
		assertThat(page.locator(".tasks")).hasCount(0);
	}

	@ParameterizedTest
	@FieldSource("LANGUAGES")
	void attachingWithoutAFileIsToldAndDoesNotGoOn(String language) {
		Page page = citizen(language, PHONE, newPerson());
		Persona owner = persona("sole-owner");
		page.navigate(APPLY + "/q/property");
		property(page, owner.property().zone(), owner.property().parcel(), owner.property().section());
		next(page);
		page.locator("input[value=sale]").check();
		next(page);
		next(page);
		assertThat(page).hasURL(Pattern.compile("/papers$"));
		assertSound(page);
		page.locator("form[enctype] button").click();
		assertThat(page).hasURL(Pattern.compile("/papers$"));
		assertThat(page.locator("#proofOfCapacity-error")).containsText(language.equals("ar") ? "اختر ملفًا أولًا" : "Choose a file first");
		assertSound(page);
	}

	@Test
	void aFileThatIsTooLargeIsToldBeforeItIsSent() {
		Page page = citizen("ar", PHONE, newPerson());
		page.navigate(APPLY + "/papers");
		page.locator("#proofOfCapacity").setInputFiles(new FilePayload("كبير.pdf", "application/pdf", new byte[11_000_000]));
		assertThat(page.locator("#proofOfCapacity-error")).isVisible();
		assertThat(page.locator("#proofOfCapacity")).hasValue("");
	}

	@Test
	void aCaseIsFollowedByItsNumberWithoutShowingWhatWasAsked() {
		Persona owner = persona("with-violations");
		Page own = citizen("ar", DESK, owner.person());
		answerAll(own, "/services/violations-statement/apply", owner);
		own.locator("form[action$='/check'] button").click();
		assertThat(own).hasURL(Pattern.compile("/my/cases/"));
		CaseFile file = cases.of(owner.person().id()).getFirst();
		for (String language : LANGUAGES) {
			Page page = visitor(language, PHONE);
			page.navigate("/follow");
			page.locator("#number").fill(arabicDigits(file.number()));
			page.keyboard().press("Enter");
			assertThat(page).hasURL(Pattern.compile("/follow/" + file.number()));
			assertThat(page.locator("[aria-current=step]")).isVisible();
			Assertions.assertThat(page.content()).doesNotContain(owner.property().parcel()).doesNotContain(owner.person().name().family());
			page.locator("details summary").click();
			assertSound(page);
		}
	}

	@Test
	void aMistypedNumberIsToldAsSuch() {
		Page page = visitor("en", PHONE);
		page.navigate("/follow?number=2026-000001-9");
		assertThat(page.locator("#number-error")).containsText("A digit of this number is wrong");
		assertThat(page.locator("#number")).hasValue("2026-000001-9");
		assertSound(page);
	}

	@Test
	void anotherPersonsCaseIsAsIfItWereNotThere() {
		Persona owner = persona("unverified-sheet");
		Page own = citizen("ar", DESK, owner.person());
		answerAll(own, owner);
		own.locator("form[action$='/check'] button").click();
		assertThat(own).hasURL(Pattern.compile("/my/cases/"));
		String number = cases.of(owner.person().id()).getFirst().number();
		Page other = citizen("ar", DESK, newPerson());
		Assertions.assertThat(other.navigate("/my/cases/" + number).status()).isEqualTo(404);
	}

	private void answerAll(Page page, Persona owner) {
		answerAll(page, APPLY, owner);
	}

	private static void answerAll(Page page, String apply, Persona owner) {
		page.navigate(apply + "/q/property");
		property(page, owner.property().zone(), owner.property().parcel(), owner.property().section());
		next(page);
		page.locator("input[value=sale]").check();
		next(page);
		page.navigate(apply + "/check");
	}

	private static void property(Page page, String zone, String parcel, String section) {
		page.locator("[id='property.zone']").fill(zone);
		page.locator("[id='property.parcel']").fill(parcel);
		page.locator("[id='property.section']").fill(section == null ? "" : section);
	}

	private static void next(Page page) {
		page.locator("main form[method=post] button.button").first().click();
	}

	private Persona persona(String key) {
		return city.personas().stream().filter(persona -> persona.key().equals(key)).findFirst().orElseThrow();
	}

	private static String arabicDigits(String number) {
		StringBuilder typed = new StringBuilder();
		number.chars().forEach(c -> typed.append(c >= '0' && c <= '9' ? (char) ('٠' + c - '0') : (char) c));
		return typed.toString();
	}

	/** The smallest picture there is: 1 x 1. */
	private static byte[] png() {
		return java.util.Base64.getDecoder()
				.decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
						.getBytes(StandardCharsets.US_ASCII));
	}
}
