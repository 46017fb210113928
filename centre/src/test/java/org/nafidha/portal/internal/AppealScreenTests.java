package org.nafidha.portal.internal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.identity.Person;
import org.nafidha.identity.Staff;
import org.nafidha.tasks.Task;
import org.nafidha.testing.BrowserTest;
import org.nafidha.testing.Refusals;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An appeal on its whole way: two clicks on the applicant's phone, the file on the desk of another unit, and the case that is decided anew. */
class AppealScreenTests extends BrowserTest {

	private static final String BUTTON = "main form[enctype] button.button";

	@Autowired
	Cases cases;
	@Autowired
	Staff staff;
	@Autowired
	Refusals refusals;
	@Autowired
	JdbcClient db;
	@TempDir
	Path folder;

	@ParameterizedTest
	@FieldSource("LANGUAGES")
	void aRefusalIsAppealedAgainstInTwoClicksAndDecidedAnew(String language) throws Exception {
		Person person = newPerson();
		CaseFile refused = refusals.refused(person.id());
		Page phone = citizen(language, PHONE, person);
		phone.navigate("/my/cases/" + refused.number());
		assertSound(phone);
		phone.click("a.button[href$='/appeal']");
		assertSound(phone);
		faults(phone);
		phone.check("input[value=paper]");
		phone.fill("#reasons", "الورقة <موجودة> في الملف");
		phone.click(BUTTON);
		phone.waitForURL("**?filed");
		assertThat(phone.locator(".note a[href$='" + refused.number() + "']")).isVisible();
		assertSound(phone);
		String appeal = phone.url().replaceAll(".*/my/cases/([0-9-]+).*", "$1");
		phone.navigate("/my/cases/" + refused.number());
		assertThat(phone.locator(".note a[href$='" + appeal + "']")).isVisible();
		assertThat(phone.locator("a.button[href$='/appeal']")).hasCount(0);
		assertSound(phone);
		desk(language, cases.find(appeal).orElseThrow(), refused);
		refusals.decide(cases.find(appeal).orElseThrow(), "uphold", "overlooked");
		phone.navigate("/my/cases/" + appeal);
		assertSound(phone);
		phone.navigate("/my/cases/" + refused.number());
		assertThat(phone.locator(".note.good")).isVisible();
		phone.click("details summary");
		assertSound(phone);
		Page anew = first(language, cases.find(refused.number()).orElseThrow());
		assertThat(anew.locator("section[aria-labelledby=other]"))
				.containsText(language.equals("ar") ? "التظلّم الذي قُبل" : "The appeal that was upheld");
		assertThat(anew.locator("section[aria-labelledby=other]")).containsText(appeal);
		assertSound(anew);
	}

	/** Nothing that was sent is lost: neither the words nor the paper. */
	private void faults(Page phone) throws Exception {
		Path paper = Files.writeString(folder.resolve("proof.pdf"), "%PDF-1.7");
		phone.setInputFiles("input[type=file]", paper);
		phone.click(BUTTON);
		assertThat(phone.locator(".errors")).isFocused();
		assertThat(phone.locator("main")).containsText("proof.pdf");
		assertSound(phone);
	}

	/** The officer of the other unit has both files on one screen, and the paper that came with the appeal. */
	private void desk(String language, CaseFile appeal, CaseFile refused) {
		Page desk = first(language, appeal);
		assertThat(desk.locator("section[aria-labelledby=other]")).containsText(refused.number());
		assertThat(desk.locator("section[aria-labelledby=other]")).containsText(language.equals("ar") ? "مخالف" : "Against the rule");
		assertThat(desk.locator("a[href*='/papers/']")).hasCount(1);
		for (int width : List.of(PHONE, TABLET, DESK)) {
			desk.setViewportSize(width, 900);
			assertSound(desk);
		}
	}

	/** The desk of whoever has the case's task, with that task in front. */
	private Page first(String language, CaseFile file) {
		Task task = refusals.task(file);
		db.sql("update tasks.task set due_at = (select min(due_at) from tasks.task where closed_at is null) - interval '1 minute' where id = ?")
				.param(task.id()).update();
		Page desk = officer(language, DESK, staff.byId(String.valueOf(task.officer())).orElseThrow().username());
		desk.navigate("/office");
		assertThat(desk.locator("main")).containsText(file.number());
		return desk;
	}

	@ParameterizedTest
	@FieldSource("LANGUAGES")
	void whoAsksForTheServiceIsLedToTheirCasesAndARejectedAppealNamesTheCourt(String language) {
		Page visitor = visitor(language, PHONE);
		visitor.navigate("/services/appeal");
		assertThat(visitor.locator(".panel a.button")).hasAttribute("href", "/my");
		assertSound(visitor);
		Person person = newPerson();
		CaseFile rejected = refusals.decide(refusals.appealed(refusals.refused(person.id())), "reject", "decision-right");
		Page phone = citizen(language, PHONE, person);
		phone.navigate("/my/cases/" + rejected.number());
		assertThat(phone.locator("#turn ~ p")).containsText(language.equals("ar") ? "القضاء الإداري" : "the administrative court");
		assertSound(phone);
		phone.navigate("/my/cases/" + refusals.appealed(refusals.refused(person.id())).number() + "/withdraw");
		assertThat(phone.locator("main")).containsText(language.equals("ar") ? "لكل معاملة تظلّم واحد" : "there is one appeal for each case");
		assertSound(phone);
	}
}
