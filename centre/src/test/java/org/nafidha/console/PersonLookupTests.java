package org.nafidha.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.OpenCase;
import org.nafidha.identity.Disclosures;
import org.nafidha.identity.Person;
import org.nafidha.journal.Entry;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;

/** An officer looks at a person's data with a purpose, and the person sees who looked: from one screen to the other. */
class PersonLookupTests extends BrowserTest {

	@Autowired
	Disclosures disclosures;
	@Autowired
	Journal journal;
	@Autowired
	Cases cases;

	@Test
	void nothingIsShownWithoutAPurposeAndThePersonSeesWhoLookedAndWhy() {
		for (String language : LANGUAGES) {
			for (int width : List.of(PHONE, DESK)) {
				Person person = newPerson();
				CaseFile file = cases.open(new OpenCase(UUID.randomUUID().toString(), "test-permit", Channel.PORTAL, person.id(), null,
						Map.of("note", "garage", "way", "straight"), new Actor.Citizen(person.id()))).orThrow();
				Page officer = officer(language, width, "siham");
				officer.navigate("/console/people");
				assertSound(officer);
				look(officer, person.nationalNumber().digits(), "complain");
				assertThat(officer.locator("main").textContent()).contains(person.name().family(), file.number());
				assertSound(officer);
				assertThat(journal.about(person.id())).extracting(Entry::kind).containsExactly("person.viewed");
				officer.navigate("/console/people");
				look(officer, person.nationalNumber().digits(), "why 12345 67");
				assertThat(officer.locator("#purpose-error").count()).isEqualTo(1);
				assertThat(officer.inputValue("#purpose")).isEqualTo("why 12345 67");
				assertThat(officer.inputValue("#national")).isEqualTo(person.nationalNumber().digits());
				assertThat(officer.locator("main").textContent()).doesNotContain(person.name().family());
				assertSound(officer);
				readJournal(officer, file.number());

				Page citizen = citizen(language, width, person);
				citizen.navigate("/my");
				citizen.locator("a[href='/my/access']").click();
				String seen = citizen.locator("main").textContent();
				assertThat(seen).contains("complain", "audit of case 17", file.number());
				assertThat(seen).contains(language.equals("ar") ? "سهام أورفلي" : "Siham Orfali",
						language.equals("ar") ? "مديرية الرقابة الداخلية" : "Internal control directorate");
				assertThat(citizen.locator("main li.card").count()).isEqualTo(2);
				assertSound(citizen);
			}
		}
	}

	@Test
	void whetherANumberIsKnownIsNotToldWithoutAPurpose() {
		Page officer = officer("en", DESK, "rana");
		officer.navigate("/console/people");
		look(officer, "02999999998", "x");
		assertThat(officer.locator("#national-error").count()).isZero();
		look(officer, "02999999998", "checking complaint 17");
		assertThat(officer.locator("#national-error").textContent()).contains("know nobody");
		assertThat(officer("en", DESK, "reem").navigate("/console/people").status()).isEqualTo(403);
	}

	@Test
	void whoseDataNobodyLookedAtIsToldSo() {
		for (String language : LANGUAGES) {
			Person person = newPerson();
			Page page = citizen(language, language.equals("ar") ? PHONE : DESK, person);
			page.navigate("/my/access");
			assertThat(page.locator(".empty").count()).isEqualTo(1);
			assertSound(page);
			assertThat(disclosures.of(person.id())).isEmpty();
		}
	}

	private void readJournal(Page officer, String number) {
		officer.navigate("/console/journal/" + journal.about(number).getFirst().id().value());
		officer.fill("#purpose", "audit of case 17");
		officer.waitForNavigation(() -> officer.press("#purpose", "Enter"));
	}

	private static void look(Page page, String national, String purpose) {
		page.fill("#national", national);
		page.fill("#purpose", purpose);
		page.waitForNavigation(() -> page.keyboard().press("Control+Enter"));
	}
}
