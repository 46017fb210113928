package org.nafidha.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.OpenCase;
import org.nafidha.identity.Disclosures;
import org.nafidha.identity.Person;
import org.nafidha.insight.CaseSearch;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.PersonName;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Those who answer for units find cases on screen, without learning whose they are. */
class CaseSearchPagesTests extends BrowserTest {

	@Autowired
	Cases cases;
	@Autowired
	CaseSearch search;
	@Autowired
	Disclosures disclosures;

	@Test
	void aHeadFindsTheCasesOfTheOwnUnitAnAuditorAllAndNobodySeesAName() {
		Person person = newPerson();
		CaseFile file = open(person);
		for (String language : LANGUAGES) {
			for (int width : List.of(PHONE, DESK)) {
				Page head = officer(language, width, "hazem");
				head.navigate("/staff/cases");
				assertSound(head);
				head.fill("#number", file.number());
				head.locator("form[role=search] button").click();
				assertThat(head.locator("tbody").textContent()).contains(file.number()).doesNotContain(person.name().family());
				assertSound(head);
			}
			assertThat(found(language, "siham", "/staff/cases?procedure=test-permit&which=running")).contains(file.number());
			assertThat(found(language, "majd", "/staff/cases?unit=technical-affairs/building-control")).contains(file.number());
			assertThat(found(language, "sahar", "/staff/cases?number=" + file.number())).doesNotContain(person.name().family(), "/follow/");
			assertThat(found(language, "sahar", "/staff/cases?unit=technical-affairs/building-control")).doesNotContain(file.number());
		}
		assertThat(officer("en", DESK, "omar").navigate("/staff/cases").status()).isEqualTo(403);
	}

	@Test
	void aNameIsSearchedWithAPurposeThatThePersonReads() {
		Person person = newPerson(new PersonName("شهرزاد", "الدباس", "تيسير", "ناديا"));
		CaseFile file = open(person);
		Page head = officer("en", DESK, "tala");
		head.navigate("/staff/cases");
		byName(head, person.name().full(), "why");
		assertThat(head.locator("#purpose-error").count()).isEqualTo(1);
		assertThat(disclosures.of(person.id())).isEmpty();
		byName(head, person.name().full(), "complaint of 17 November");
		assertThat(head.url()).endsWith("/staff/cases");
		assertThat(head.locator("tbody").textContent()).contains(file.number());
		assertSound(head);
		assertThat(disclosures.of(person.id())).singleElement()
				.satisfies(look -> assertThat(look.purpose()).isEqualTo("complaint of 17 November"));
	}

	@Test
	void whatMakesNoSenseIsToldAtItsField() {
		Page head = officer("ar", DESK, "tala");
		assertThat(head.navigate("/staff/cases?from=1/1/%2B99999999&at=%2B1000000000-01-01T00:00:00Z").status()).isEqualTo(200);
		assertThat(head.locator("#from-error").count()).isEqualTo(1);
		head.navigate("/staff/cases?from=31/2/2026&to=x&at=never");
		assertThat(head.locator("#from-error").textContent()).contains("3/12/2026");
		assertThat(head.locator("#to-error").count()).isEqualTo(1);
		assertSound(head);
	}

	private CaseFile open(Person person) {
		CaseFile file = cases.open(new OpenCase(UUID.randomUUID().toString(), "test-permit", Channel.PORTAL, person.id(), null,
				Map.of("note", "n", "way", "straight"), new Actor.Citizen(person.id()))).orThrow();
		await().atMost(Duration.ofSeconds(20)).until(() -> !search.ofPeople(Set.of(person.id()), Set.of()).isEmpty());
		return file;
	}

	private String found(String language, String username, String path) {
		Page page = officer(language, DESK, username);
		page.navigate(path);
		return page.locator("main").innerHTML();
	}

	private static void byName(Page page, String name, String purpose) {
		page.fill("#name", name);
		page.fill("#purpose", purpose);
		page.locator("form[method=post][action='/staff/cases'] button").click();
	}
}
