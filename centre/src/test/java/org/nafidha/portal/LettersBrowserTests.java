package org.nafidha.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.OpenCase;
import org.nafidha.identity.Person;
import org.nafidha.identity.Staff;
import org.nafidha.kernel.Actor;
import org.nafidha.notifications.Inbox;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.tasks.Task;
import org.nafidha.tasks.Tasks;
import org.nafidha.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Letters, marks and messages as people see them, in both languages, on a telephone and at a desk. */
class LettersBrowserTests extends BrowserTest {

	@Autowired
	Cases cases;
	@Autowired
	Tasks tasks;
	@Autowired
	Staff staff;
	@Autowired
	Inbox inbox;
	@Autowired
	JdbcClient db;

	@Test
	void aQuestionIsAskedAnsweredAndReadAndWhatIsWrongIsMarkedAtItsField() {
		for (String language : LANGUAGES) {
			for (int width : List.of(PHONE, DESK)) {
				Person person = newPerson();
				CaseFile file = open(person);
				Task task = tasks.find(Optional.ofNullable(file.openVisits().getFirst().task()).orElseThrow()).orElseThrow();
				String username = staff.byId(String.valueOf(task.officer())).orElseThrow().username();
				Page citizen = citizen(language, width, person);
				ask(citizen, file.number());
				Page officer = officer(language, width, username);
				answer(officer, task);
				markAndSendBack(officer, task);
				citizen.navigate("/my/cases/" + file.number());
				assertThat(citizen.locator(".letters").textContent()).contains("a copy will do");
				assertSound(citizen);
				citizen.navigate("/my/cases/" + file.number() + "/correct");
				assertThat(citizen.locator("#mark-note-word").textContent()).contains("write the number of the report");
				assertSound(citizen);
				readMessages(citizen, person);
			}
		}
	}

	private void ask(Page citizen, String number) {
		citizen.navigate("/my/cases/" + number);
		assertSound(citizen);
		citizen.fill("#letter", "is a copy enough?");
		citizen.locator("form[action$='/letters'] button").click();
		assertThat(citizen.locator(".letter.own").textContent()).contains("is a copy enough?");
		assertSound(citizen);
	}

	private void answer(Page officer, Task task) {
		officer.navigate("/office/day");
		assertThat(officer.locator("tbody").textContent()).contains(task.caseNumber());
		assertSound(officer);
		officer.navigate("/office/letters");
		assertSound(officer);
		officer.fill("#letter-" + task.id(), "a copy will do");
		officer.locator("form[action='/office/letters/" + task.id() + "'] button").click();
		assertThat(officer.locator("#letter-" + task.id()).count()).isZero();
	}

	/** The task is made to be due first: others may lie on that desk. */
	private void markAndSendBack(Page officer, Task task) {
		db.sql("update tasks.task set due_at = now() - interval '1 year' where id = ?").param(task.id()).update();
		officer.navigate("/office");
		assertThat(officer.locator("main").textContent()).contains("is a copy enough?", "a copy will do");
		assertThat(officer.locator("section[aria-labelledby=lacking] li").count()).as("the paper that was not brought").isEqualTo(1);
		officer.locator("details:has([name='mark.note']) > summary").click();
		officer.fill("[name='mark.note']", "write the number of the report");
		officer.check("[name=outcome][value=incomplete]");
		officer.selectOption("#reason", "missing");
		assertSound(officer);
		officer.locator("form[action='/office/tasks/" + task.id() + "'] button.wide").click();
		assertThat(tasks.find(task.id()).orElseThrow().open()).isFalse();
	}

	private void readMessages(Page citizen, Person person) {
		await().atMost(Duration.ofSeconds(20)).until(() -> inbox.unread(person.id()) >= 3);
		citizen.navigate("/my");
		assertSound(citizen);
		citizen.locator("a[href='/my/messages']").click();
		assertThat(citizen.locator("main .tag.info").count()).isGreaterThanOrEqualTo(3);
		assertSound(citizen);
		citizen.uncheck("#sms");
		citizen.locator("form[action='/my/messages'] button").click();
		assertThat(citizen.locator("#sms").isChecked()).isFalse();
		assertThat(citizen.locator("main .tag.info").count()).as("they have been read").isZero();
	}

	private CaseFile open(Person person) {
		return cases.open(new OpenCase(UUID.randomUUID().toString(), "test-permit", Channel.PORTAL, person.id(), null,
				Map.of("note", "n", "way", "straight"), new Actor.Citizen(person.id()))).orThrow();
	}
}
