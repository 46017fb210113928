package org.nafidha.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nafidha.identity.Staff;
import org.nafidha.platform.Texts;
import org.nafidha.platform.Writes;
import org.nafidha.tasks.NewTask;
import org.nafidha.tasks.Tasks;
import org.nafidha.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Heads and directors see what waits for want of an officer, in their own subtree alone. */
class WaitingBrowserTests extends BrowserTest {

	@Autowired
	Tasks tasks;
	@Autowired
	Staff staff;
	@Autowired
	TransactionTemplate transaction;
	@Autowired
	JdbcOperations operations;

	private final List<Long> opened = new ArrayList<>();

	@AfterEach
	void leaveNothingOpen() {
		Writes writes = new Writes();
		tasks.turn(null, opened.stream().map(task -> new Tasks.Withdrawn(task, "test-over")).toList(), List.of(), writes);
		transaction.executeWithoutResult(t -> writes.send(operations));
	}

	@Test
	void aHeadSeesTheOwnUnitADirectorTheUnitsBelowAndNeitherSeesOthers() {
		openForNobody("technical-affairs/building-control");
		openForNobody("technical-affairs/map-secretariat");
		openForNobody("finance");
		for (String language : LANGUAGES) {
			String control = name("technical-affairs/building-control", language);
			String maps = name("technical-affairs/map-secretariat", language);
			String finance = name("finance", language);
			for (int width : List.of(PHONE, DESK)) {
				assertThat(seen(language, width, "hazem")).contains(control).doesNotContain(maps, finance);
			}
			assertThat(seen(language, DESK, "majd")).contains(control, maps).doesNotContain(finance);
			assertThat(seen(language, PHONE, "sahar")).contains(finance).doesNotContain(control, maps);
			assertThat(seen(language, PHONE, "wafaa")).as("nothing waits there").contains(language.equals("ar") ? "لا مهمة تنتظر" : "No task waits");
		}
	}

	@Test
	void whoLeadsNoUnitIsKeptOutAndIsNotOfferedThePage() {
		Page page = officer("en", DESK, "omar");
		assertThat(page.navigate("/staff/waiting").status()).isEqualTo(403);
		page.navigate("/office");
		assertThat(page.locator(".bar a[href='/staff/waiting']").count()).isZero();
	}

	private String name(String unit, String language) {
		return staff.unit(unit).orElseThrow().name().in(language.equals("ar") ? Texts.ARABIC : Texts.ENGLISH);
	}

	private String seen(String language, int width, String username) {
		Page page = officer(language, width, username);
		page.navigate("/staff/waiting");
		assertSound(page);
		return page.locator("main").textContent();
	}

	/** A task of a role that nobody in the unit has. */
	private void openForNobody(String unit) {
		NewTask task = new NewTask("test-" + UUID.randomUUID(), "test", "check", 1, "registrar", unit, true, Instant.now().plus(Duration.ofDays(1)),
				"somebody", Set.of());
		Writes writes = new Writes();
		opened.addAll(tasks.turn(null, List.of(), List.of(new Tasks.Drawn(task, tasks.draw(task, null))), writes));
		transaction.executeWithoutResult(t -> writes.send(operations));
	}
}
