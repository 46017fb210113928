package org.nafidha.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nafidha.cases.Attachment;
import org.nafidha.cases.Attachments;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.OpenCase;
import org.nafidha.identity.Staff;
import org.nafidha.kernel.Actor;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.register.DemoCity;
import org.nafidha.tasks.Task;
import org.nafidha.tasks.Tasks;
import org.nafidha.testing.CentreTest;
import org.nafidha.testing.SignIn;
import org.nafidha.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The officer's screen over HTTP, in both languages. */
@CentreTest
class OfficeTests {

	@Autowired
	Cases cases;
	@Autowired
	Attachments attachments;
	@Autowired
	Tasks tasks;
	@Autowired
	Staff staff;
	@Autowired
	DemoCity city;
	@Autowired
	JdbcClient db;
	@Autowired
	SignIn signIn;
	@LocalServerPort
	int port;

	private final String person = UUID.randomUUID().toString();
	private Attachment paper;
	private Task task;
	private Visitor officer;

	@BeforeEach
	void aTaskIsDrawnAndItsOfficerSignsIn() {
		paper = attachments.accept(person, "mandate", "وكالة سليم الحداد.pdf",
				new ByteArrayInputStream("%PDF-1.7".getBytes(StandardCharsets.UTF_8))).orThrow();
		CaseFile file = cases.open(new OpenCase(UUID.randomUUID().toString(), "test-permit", Channel.PORTAL, person, null,
				Map.of("note", "garage", "way", "straight"), List.of(paper.id()), new Actor.Citizen(person))).orThrow();
		task = tasks.find(Optional.ofNullable(file.openVisits().getFirst().task()).orElseThrow()).orElseThrow();
		// what other tests have left on this officer's desk comes after it, whatever it needs
		db.sql("update tasks.task set due_at = due_at - interval '90 days' where id = ?").param(task.id()).update();
		officer = new Visitor(port).with(signIn.staff(staff.byId(String.valueOf(task.officer())).orElseThrow().username()));
	}

	@Test
	void theNextTaskIsShownWithItsFileButWithoutTheApplicant() {
		String body = next().body();
		assertThat(body).contains("garage", "masked", "/office/tasks/").doesNotContain(person);
		assertThat(officer.get("/office?lang=en").body()).contains("Decision").doesNotContain("القرار");
	}

	@Test
	void whoWorksBlindReadsANumberInPlaceOfAFilesName() {
		assertThat(next().body()).contains("وكالة", "ورقة").doesNotContain("الحداد");
		assertThat(officer.get("/office?lang=en").body()).contains("Mandate", "Paper ").doesNotContain("الحداد");
		assertThat(downloadName("?lang=en")).contains("Paper 1.pdf").doesNotContain("الحداد");
		assertThat(downloadName("?lang=ar")).contains("ورقة").doesNotContain("الحداد");
		db.sql("update tasks.task set blind = false where id = ?").param(task.id()).update();
		assertThat(next().body()).contains("الحداد");
		assertThat(downloadName("")).contains("الحداد");
	}

	@Test
	void papersAreReadOnlyWhileTheDecisionIsToBeMade() {
		assertThat(officer.get(paperPath()).statusCode()).isEqualTo(200);
		assertThat(post("outcome", "complete", "reason", "all-there").statusCode()).isIn(302, 303);
		assertThat(officer.get(paperPath()).statusCode()).isEqualTo(404);
	}

	private String paperPath() {
		return "/office/tasks/" + task.id() + "/papers/" + paper.id();
	}

	private String downloadName(String query) {
		String header = officer.get(paperPath() + query).headers().firstValue("Content-Disposition").orElse("");
		return URLDecoder.decode(find(header, "filename\\*=UTF-8''(.*)"), StandardCharsets.UTF_8);
	}

	@Test
	void aDecisionWithoutAReasonKeepsWhatWasTyped() {
		String body = post("outcome", "complete", "note", "half a thought").body();
		assertThat(body).contains("half a thought", "errors-title");
		assertThat(tasks.find(task.id()).orElseThrow().open()).isTrue();
	}

	@Test
	void aDecisionTwiceFromTwoWindowsIsToldPlainly() {
		assertThat(post("outcome", "complete", "reason", "all-there").statusCode()).isIn(302, 303);
		HttpResponse<String> again = post("outcome", "incomplete", "reason", "missing");
		assertThat(again.statusCode()).isEqualTo(200);
		assertThat(again.body()).contains("/office").doesNotContain("errors-title");
		assertThat(cases.find(task.caseNumber()).orElseThrow().revision()).isEqualTo(2);
	}

	@Test
	void whoDecidesATaskThatWasDrawnAgainForSomebodyElseIsToldSo() {
		next();
		assertThat(db.sql("update tasks.task set officer = 'somebody-else' where id = ?").param(task.id()).update()).isEqualTo(1);
		HttpResponse<String> late = post("outcome", "complete", "reason", "all-there");
		assertThat(late.statusCode()).isEqualTo(200);
		assertThat(late.body()).contains("أُعيدت قرعة هذه المهمة");
		assertThat(tasks.find(task.id()).orElseThrow().open()).isTrue();
	}

	@Test
	void anotherOfficerCanNeitherDecideNorSeeHowItWasDrawn() {
		String other = staff.withRole("registrar", "temporary-register").getFirst().username();
		Visitor stranger = new Visitor(port).with(signIn.staff(other));
		assertThat(stranger.get("/office/tasks/" + task.id() + "/draw").statusCode()).isEqualTo(404);
	}

	@Test
	void theDrawIsExplainedAndItsSecretStillHidden() {
		String body = officer.get("/office/tasks/" + task.id() + "/draw").body();
		assertThat(body).contains(task.caseNumber(), tasks.secretOf(tasks.draws(task.id()).getLast().day()).orElseThrow().hash().substring(0, 12));
	}

	@Test
	void anOfficerDeclaresAConflictByNumberSeesNoNameAndMayTakeItBack() {
		String number = city.personas().getFirst().person().nationalNumber().digits();
		assertThat(declare("national", "12", "kind", "relative").body()).contains("national-error", "value=\"12\"");
		assertThat(declare("national", "19999999999", "kind", "relative").body()).contains("national-error");
		assertThat(declare("national", number, "kind", "").body()).contains("kind-error", "value=\"" + number + "\"");
		assertThat(declare("national", number, "kind", "business").statusCode()).isEqualTo(302);
		String page = officer.get("/office/conflicts?lang=en").body();
		assertThat(page).contains("Business or work", city.personas().getFirst().person().nationalNumber().masked()).doesNotContain(number)
				.doesNotContain(city.personas().getFirst().person().name().family());
		String withdraw = find(page, "action=\"(/office/conflicts/[^\"]+/withdraw)\"");
		assertThat(officer.post(withdraw, List.of("_csrf", csrf(page))).statusCode()).isEqualTo(302);
		assertThat(officer.get("/office/conflicts?lang=en").body()).contains("You have declared nobody yet");
	}

	private HttpResponse<String> declare(String... fields) {
		List<String> all = new java.util.ArrayList<>(List.of(fields));
		all.addAll(List.of("_csrf", csrf(officer.get("/office/conflicts").body())));
		return officer.post("/office/conflicts", all);
	}

	private HttpResponse<String> next() {
		HttpResponse<String> page = officer.get("/office");
		assertThat(page.statusCode()).isEqualTo(200);
		return page;
	}

	private HttpResponse<String> post(String... fields) {
		List<String> all = new java.util.ArrayList<>(List.of(fields));
		all.addAll(List.of("key", UUID.randomUUID().toString(), "_csrf", csrf(next().body())));
		return officer.post("/office/tasks/" + task.id(), all);
	}

	private static String csrf(String body) {
		return find(body, "name=\"_csrf\" value=\"([^\"]+)\"");
	}

	private static String find(String body, String pattern) {
		Matcher m = Pattern.compile(pattern).matcher(body);
		assertThat(m.find()).as(pattern + " in " + body).isTrue();
		return m.group(1);
	}
}
