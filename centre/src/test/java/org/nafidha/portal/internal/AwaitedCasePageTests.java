package org.nafidha.portal.internal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.OpenCase;
import org.nafidha.identity.Person;
import org.nafidha.kernel.Actor;
import org.nafidha.platform.Texts;
import org.nafidha.portal.Service.Kind;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Wherever a case waits, its applicant reads with whom it is, and what was gathered meanwhile. */
class AwaitedCasePageTests extends BrowserTest {

	@Autowired
	Cases cases;
	@Autowired
	Texts texts;

	@ParameterizedTest
	@EnumSource
	void whereverACaseStandsThereAreWordsForIt(Kind kind) {
		assertThat(texts.has(Texts.ARABIC, "portal.with." + kind.key())).isTrue();
	}

	@ParameterizedTest
	@FieldSource("LANGUAGES")
	void aCaseThatWaitsForOthersSaysForWhom(String language) {
		Person person = newPerson();
		List<CaseFile> files = List.of(open(person, "test-licence", Map.of("join", "all", "old", "y", "day", "2999-01-04")),
				open(person, "test-licence", Map.of("join", "date", "old", "n", "day", "2999-01-04")),
				open(person, "test-licence", Map.of("join", "event", "old", "n", "day", "2999-01-04")),
				open(person, "test-fetch", Map.of("first", "good", "second", "later")));
		for (int width : List.of(PHONE, DESK)) {
			Page page = citizen(language, width, person);
			for (CaseFile file : files) {
				page.navigate("/my/cases/" + file.number());
				assertThat(page.locator("ol.track [aria-current=step]").first()).isVisible();
				assertSound(page);
			}
		}
	}

	@Test
	void whatWasGatheredIsListedWithWhatIsStillAwaited() {
		Person person = newPerson();
		CaseFile file = open(person, "test-fetch", Map.of("first", "good", "second", "later"));
		Page page = citizen("ar", PHONE, person);
		page.navigate("/my/cases/" + file.number());
		assertThat(page.locator("section[aria-labelledby=gathered] li")).hasCount(3);
		assertThat(page.locator("section[aria-labelledby=gathered] li").nth(0)).containsText("موجودة");
		assertThat(page.locator("section[aria-labelledby=gathered] li").nth(1)).containsText("طُلبت");
		assertThat(page.locator("section[aria-labelledby=gathered] li").nth(2)).containsText("تُطلب لاحقًا");
	}

	@Test
	void everyUnitThatIsAskedAtTheSameTimeIsNamedWithSinceAndUntilWhen() {
		Person person = newPerson();
		CaseFile file = open(person, "test-licence", Map.of("join", "all", "old", "y", "day", "2999-01-04"));
		assertThat(file.openVisits()).hasSizeGreaterThan(2);
		Page page = citizen("ar", PHONE, person);
		page.navigate("/my/cases/" + file.number());
		Locator units = page.locator("section[aria-labelledby=track] dl li");
		assertThat(units).hasCount(file.openVisits().size() - 1);
		for (Locator unit : units.all()) {
			assertThat(unit).containsText(Pattern.compile("عند .+منذ .+، حتى "));
		}
	}

	private CaseFile open(Person person, String procedure, Map<String, String> inputs) {
		CaseFile file = cases.open(new OpenCase(UUID.randomUUID().toString(), procedure, Channel.PORTAL, person.id(), null, new HashMap<>(inputs),
				new Actor.Citizen(person.id()))).orThrow();
		return cases.settled(file.number(), Duration.ofSeconds(20)).orElseThrow();
	}
}
