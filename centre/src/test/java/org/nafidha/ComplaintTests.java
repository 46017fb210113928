package org.nafidha;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.Decision;
import org.nafidha.cases.OpenCase;
import org.nafidha.cases.Visit;
import org.nafidha.documents.Documents;
import org.nafidha.identity.Staff;
import org.nafidha.kernel.Actor;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.tasks.Task;
import org.nafidha.tasks.Tasks;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A complaint: whom it is about is heard, and somebody else decides. */
@CentreTest
class ComplaintTests {

	@Autowired
	Cases cases;
	@Autowired
	Tasks tasks;
	@Autowired
	Staff staff;
	@Autowired
	Documents documents;

	private final String person = UUID.randomUUID().toString();

	@ParameterizedTest
	@CsvSource({"centres, centres", "technical, technical-affairs", "register, temporary-register", "finance, finance", "sectors, sector-services",
			"old-city, old-city", "archive, archive", "social, social"})
	void theUnitComplainedAboutAnswersAndInternalControlDecides(String about, String unit) {
		CaseFile file = decide(complaint(about), "sort", "clear", "to-be-heard");
		assertThat(steps(file)).as("nobody else is asked").containsExactlyInAnyOrder("hear", "hear." + about);
		assertThat(unitOf(file, "hear." + about)).startsWith(unit);
		assertThat(task(file, "hear." + about).blind()).as("the unit is not told whose complaint it is").isTrue();
		file = decide(file, "hear." + about, "objection", "otherwise");
		assertThat(unitOf(file, "decide")).isEqualTo("council/internal-control");
		file = decide(file, "decide", "upheld", "ordered");
		assertThat(file.end()).isEqualTo("end-upheld");
		assertThat(documents.forCase(file.number())).isEmpty();
	}

	@Test
	void anUnclearComplaintComesBackToBeExplained() {
		CaseFile file = decide(complaint("social"), "sort", "unclear", "what-happened");
		assertThat(file.clockStoppedSince()).isNotNull();
		file = cases.correct("c" + person, file.number(), inputs("social", "on Sunday, at the second desk"), List.of(), new Actor.Citizen(person))
				.orThrow();
		assertThat(steps(file)).containsExactly("sort");
	}

	@Test
	void whoeverComplainsMayTakeItBack() {
		assertThat(cases.withdraw("w" + person, complaint("finance").number(), new Actor.Citizen(person)).orThrow().end()).isEqualTo("end-withdrawn");
	}

	private CaseFile complaint(String about) {
		return cases.open(new OpenCase(UUID.randomUUID().toString(), "complaint", Channel.PORTAL, person, null, inputs(about, "asked three times"),
				new Actor.Citizen(person))).orThrow();
	}

	private static Map<String, String> inputs(String about, String details) {
		return Map.of("about", about, "what", "delay", "details", details);
	}

	private CaseFile decide(CaseFile file, String step, String outcome, String reason) {
		Task task = task(file, step);
		return cases.decide(new Decision(UUID.randomUUID().toString(), task.id(), new Actor.Officer(String.valueOf(task.officer())), outcome, reason,
				"as the file shows", null)).orThrow();
	}

	private String unitOf(CaseFile file, String step) {
		return staff.byId(String.valueOf(task(file, step).officer())).orElseThrow().unit();
	}

	private Task task(CaseFile file, String step) {
		return tasks.find(Optional.ofNullable(file.openVisit(step).orElseThrow().task()).orElseThrow()).orElseThrow();
	}

	private static List<String> steps(CaseFile file) {
		return file.openVisits().stream().map(Visit::step).toList();
	}
}
