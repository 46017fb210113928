package org.nafidha.console;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.OpenCase;
import org.nafidha.identity.Role;
import org.nafidha.identity.SignedIn;
import org.nafidha.identity.StaffRegistry;
import org.nafidha.identity.StaffRegistry.NewOfficer;
import org.nafidha.journal.Act;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The journal browser in a real browser, in both languages: sound, and naming people instead of ids. */
class JournalConsoleBrowserTests extends BrowserTest {

	private static final SignedIn.Staff TESTS = new SignedIn.Staff("journal-browser-tests", Set.of(Role.ADMINISTRATOR));

	@Autowired
	Journal journal;
	@Autowired
	TransactionTemplate transaction;
	@Autowired
	StaffRegistry registry;
	@Autowired
	Cases cases;

	@Test
	void anOfficerIsShownByNameAndUnitWithTheIdInSmallPrintAlsoAfterLeaving() {
		String id = registry.add(new NewOfficer("left." + UUID.randomUUID().toString().substring(0, 8), "هدى الرفاعي", "Huda Rifai", "archive",
				Set.of(Role.REVIEWER)), TESTS).orThrow().officerId();
		String subject = "names-" + UUID.randomUUID();
		transaction.executeWithoutResult(t -> journal.append(new Act("test.named", subject, new Actor.Officer(id), Map.of())));
		registry.changeActive(id, false, TESTS).orThrow();
		await().atMost(60, SECONDS).until(() -> journal.about(subject).stream().allMatch(entry -> entry.position().isPresent())
				&& journal.about(id).stream().allMatch(entry -> entry.position().isPresent()));
		for (String language : LANGUAGES) {
			String name = language.equals("ar") ? "هدى الرفاعي" : "Huda Rifai";
			String unit = language.equals("ar") ? "مديرية الأرشيف" : "Archive directorate";
			for (int width : List.of(PHONE, DESK)) {
				Page page = officer(language, width, "siham");
				page.navigate("/console/journal?subject=" + subject);
				assertThat(page.locator("tbody tr").textContent()).contains(name, unit);
				assertThat(page.locator("tbody .small.quiet.long").textContent()).isEqualTo("officer:" + id);
				assertSound(page);
				page.locator("tbody a").click();
				assertThat(page.locator("dl.summary").textContent()).contains(name, unit, id);
				assertSound(page);
				page.navigate("/console/journal?subject=" + id);
				assertThat(page.locator("tbody tr").first().textContent()).as("the officer as the subject").contains(name, unit);
				page.navigate("/console/journal");
				assertSound(page);
			}
		}
	}

	@Test
	void aDrawNamesTheOfficersWhoCouldBeDrawn() {
		String person = UUID.randomUUID().toString();
		CaseFile file = cases.open(new OpenCase(UUID.randomUUID().toString(), "test-permit", Channel.PORTAL, person, null,
				Map.of("note", "garage", "way", "straight"), new Actor.Citizen(person))).orThrow();
		await().atMost(60, SECONDS).until(() -> journal.about(file.number()).stream().allMatch(entry -> entry.position().isPresent()));
		for (String language : LANGUAGES) {
			Page page = officer(language, language.equals("ar") ? PHONE : DESK, "siham");
			page.navigate("/console/journal/" + journal.about(file.number()).getFirst().id().value());
			Matcher draws = Pattern.compile("/console/draws/\\d+").matcher(page.content());
			assertThat(draws.find()).isTrue();
			page.navigate(draws.group());
			assertThat(page.locator("dl.summary li .block").count()).isPositive();
			assertSound(page);
		}
	}
}
