package org.nafidha.portal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nafidha.cases.Attachment;
import org.nafidha.cases.Attachments;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.Decision;
import org.nafidha.cases.FieldMark;
import org.nafidha.cases.OpenCase;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.register.DemoCity;
import org.nafidha.tasks.Tasks;
import org.nafidha.testing.CentreTest;
import org.nafidha.testing.SignIn;
import org.nafidha.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A case that came back to its applicant, over HTTP. */
@CentreTest
class CorrectionPagesTests {

	@Autowired
	Cases cases;
	@Autowired
	Attachments attachments;
	@Autowired
	Tasks tasks;
	@Autowired
	Journal journal;
	@Autowired
	DemoCity city;
	@Autowired
	SignIn signIn;
	@LocalServerPort
	int port;

	private String person;
	private CaseFile file;
	private Attachment paper;
	private Visitor citizen;

	@BeforeEach
	void aCaseIsOpenedByACitizenWhoHasAPaper() {
		person = city.personas().getFirst().person().id();
		file = cases.open(new OpenCase(UUID.randomUUID().toString(), "test-permit", Channel.PORTAL, person, null,
				Map.of("note", "n", "way", "straight"), new Actor.Citizen(person))).orThrow();
		paper = attachments.accept(person, "mandate", "mandate-scan.pdf", new ByteArrayInputStream("%PDF-1.7".getBytes(StandardCharsets.UTF_8)))
				.orThrow();
		citizen = new Visitor(port).with(signIn.citizen(person));
	}

	@Test
	void aWrongAnswerKeepsThePaperThatCameWithItUntilTheAnswersAreTaken() {
		sendBack();
		HttpResponse<String> wrong = send("k", "x".repeat(41));
		assertThat(wrong.statusCode()).isEqualTo(422);
		assertThat(wrong.body()).contains("mandate-scan.pdf", "name=\"held\" value=\"" + paper.id() + "\"");
		assertThat(attachments.of(file.number())).isEmpty();
		assertThat(send("k", "better").statusCode()).isIn(302, 303);
		assertThat(send("k", "better").statusCode()).as("a second click").isIn(302, 303);
		assertThat(attachments.of(file.number())).containsExactly(paper);
	}

	@Test
	void papersComeFirstAndTheTurnsAndTheDateAreTold() {
		sendBack();
		String page = citizen.get("/my/cases/" + file.number() + "/correct").body();
		assertThat(page).containsSubsequence("type=\"file\"", "id=\"note\"");
		assertThat(words(page)).contains("المحاولة 1 من 1", "أكمل المطلوب قبل");
	}

	@Test
	void theApplicantReadsWhoseTurnItIsSinceWhenAndUntilWhen() {
		sendBack();
		String page = words(citizen.get("/my/cases/" + file.number()).body());
		assertThat(page).contains("تدقيق: أُعيد إليك لاستكماله", "بانتظارك منذ", "المعاملة الآن عندك: بقي استكمال الطلب", "آخر موعد")
				.doesNotContain("ناقصة");
		assertThat(words(citizen.get("/my").body())).containsPattern(file.number() + " قُدّمت في [0-9]+ \\S+ \\S+ [0-9]+ أكمل المطلوب قبل");
	}

	@Test
	void theSummaryOfFaultsNamesTheirQuestions() {
		sendBack();
		String wrong = words(citizen.post("/my/cases/" + file.number() + "/correct", List.of("key", "k", "note", "", "_csrf", csrf())).body());
		assertThat(wrong).contains("ملاحظة: هذه الخانة لازمة.", "الطريق: هذه الخانة لازمة.");
	}

	@Test
	void sendingBackWhatWasThereIsRefusedWithItsReason() {
		sendBack();
		HttpResponse<String> unchanged = citizen.post("/my/cases/" + file.number() + "/correct",
				List.of("key", "k", "note", "n", "way", "straight", "_csrf", csrf()));
		assertThat(unchanged.statusCode()).isEqualTo(422);
		assertThat(unchanged.body()).contains("لم تغيّر شيئًا ولم تُرفق ورقة");
	}

	@Test
	void whatWasCompletedIsConfirmed() {
		sendBack();
		String next = send("k", "better").headers().firstValue("Location").orElseThrow();
		assertThat(citizen.get(next.replaceFirst("^https?://[^/]+", "")).body()).contains("وصلنا ما أكملته");
	}

	@Test
	void whatTheOfficerMarkedIsReadAtItsFieldAndStandsForTheNextOfficer() {
		sendBack(Map.of("note", "اكتب رقم <المحضر>", "way", " "));
		String page = citizen.get("/my/cases/" + file.number() + "/correct").body();
		assertThat(page).containsSubsequence("href=\"#mark-note\"", "id=\"mark-note\"", "اكتب رقم &lt;المحضر&gt;", "id=\"note\"")
				.doesNotContain("mark-way");
		assertThat(send("k", "better").statusCode()).isIn(302, 303);
		assertThat(cases.marks(file.number())).containsExactly(new FieldMark("papers", 1, "note", "اكتب رقم <المحضر>"));
		assertThat(journal.about(file.number())).anySatisfy(
				entry -> assertThat(entry.facts()).contains("\"marked\":[\"note\"]").doesNotContain("المحضر"));
		sendBack();
		assertThat(citizen.get("/my/cases/" + file.number() + "/correct").body()).as("marks of an earlier time").doesNotContain("mark-note");
	}

	@Test
	void aMarkOnWhatIsNotAskedOrThatIsTooLongIsRefused() {
		assertThat(decide(Map.of("colour", "wrong"))).isEqualTo(Refusal.of("mark.unknown", "field", "colour").asResult());
		assertThat(decide(Map.of("note", "x".repeat(FieldMark.LONGEST + 1)))).isInstanceOf(Result.Refused.class);
		assertThat(cases.marks(file.number())).isEmpty();
	}

	@Test
	void whoBringsTheWrongPaperTwiceIsToldWhatWasMissingAndThatNobodyDecidedAgainstThem() {
		sendBack();
		assertThat(send("k", "n").statusCode()).as("the wrong paper counts as a completion").isIn(302, 303);
		assertThat(attachments.of(file.number())).containsExactly(paper);
		file = cases.find(file.number()).orElseThrow();
		sendBack();
		assertThat(cases.find(file.number()).orElseThrow().end()).isEqualTo("end-lapsed");
		assertThat(words(citizen.get("/my/cases/" + file.number()).body())).contains("ناقص", "أُعيد إليك الطلب أكثر ما يمكن", "لم يُرفض حقك")
				.doesNotContain("لك أن تتظلّم");
		assertThat(citizen.get("/my/cases/" + file.number() + "/correct").statusCode()).as("nothing is left to complete").isIn(302, 303);
	}

	@Test
	void nothingJoinsACaseThatIsNotToBeCorrected() {
		assertThat(send("k", "better").statusCode()).isEqualTo(422);
		assertThat(attachments.of(file.number())).isEmpty();
	}

	private void sendBack() {
		sendBack(Map.of());
	}

	private void sendBack(Map<String, String> marks) {
		decide(marks).orThrow();
	}

	private Result<CaseFile> decide(Map<String, String> marks) {
		CaseFile now = cases.find(file.number()).orElseThrow();
		long task = Objects.requireNonNull(now.openVisits().getFirst().task());
		Actor.Officer officer = new Actor.Officer(String.valueOf(tasks.find(task).orElseThrow().officer()));
		return cases.decide(new Decision(UUID.randomUUID().toString(), task, officer, "incomplete", "missing", null, null, null, marks));
	}

	private HttpResponse<String> send(String key, String note) {
		List<String> fields = new ArrayList<>(List.of("key", key, "note", note, "way", "straight", "held", paper.id()));
		fields.addAll(List.of("_csrf", csrf()));
		return citizen.post("/my/cases/" + file.number() + "/correct", fields);
	}

	private static String words(String page) {
		return page.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ").replace(" :", ":");
	}

	private String csrf() {
		Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(citizen.get("/my").body());
		assertThat(token.find()).isTrue();
		return token.group(1);
	}
}
