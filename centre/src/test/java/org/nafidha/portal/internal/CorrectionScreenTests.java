package org.nafidha.portal.internal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.Decision;
import org.nafidha.cases.OpenCase;
import org.nafidha.identity.Person;
import org.nafidha.kernel.Actor;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.tasks.Tasks;
import org.nafidha.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A case that came back, on the applicant's phone. */
class CorrectionScreenTests extends BrowserTest {

	@Autowired
	Cases cases;
	@Autowired
	Tasks tasks;

	@ParameterizedTest
	@FieldSource("LANGUAGES")
	void theApplicantIsLedFromTheListThroughTheCompletionToItsConfirmation(String language) {
		Person person = newPerson();
		CaseFile file = sentBack(person);
		Page page = citizen(language, PHONE, person);
		page.navigate("/my");
		assertSound(page);
		page.navigate("/my/cases/" + file.number());
		assertSound(page);
		page.navigate("/my/cases/" + file.number() + "/correct");
		assertSound(page);
		page.locator("main form[enctype] button.button").click();
		assertThat(page.locator(".errors")).isFocused();
		assertSound(page);
		page.locator("#note").fill("");
		page.locator("main form[enctype] button.button").click();
		assertThat(page.locator(".errors a")).containsText(language.equals("ar") ? "ملاحظة: " : "Note: ");
		page.locator("#note").fill("better");
		page.locator("main form[enctype] button.button").click();
		assertThat(page.locator(".note.good")).isVisible();
		assertSound(page);
	}

	private CaseFile sentBack(Person person) {
		CaseFile file = cases.open(new OpenCase(UUID.randomUUID().toString(), "test-permit", Channel.PORTAL, person.id(), null,
				Map.of("note", "n", "way", "straight"), new Actor.Citizen(person.id()))).orThrow();
		long task = Objects.requireNonNull(file.openVisits().getFirst().task());
		Actor.Officer officer = new Actor.Officer(String.valueOf(tasks.find(task).orElseThrow().officer()));
		return cases.decide(new Decision(UUID.randomUUID().toString(), task, officer, "incomplete", "missing", "صورة الوكالة غير واضحة", null))
				.orThrow();
	}
}
