package org.nafidha.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nafidha.journal.Entry;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.tasks.Tasks;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;

@CentreTest
class AttachmentsTests {

	private static final byte[] PDF = "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8);
	private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0};

	private static final Actor CLERK = new Actor.Officer("a-clerk");

	@Autowired
	Attachments attachments;
	@Autowired
	Cases cases;
	@Autowired
	Tasks tasks;
	@Autowired
	Journal journal;

	private final String person = UUID.randomUUID().toString();
	private final Actor citizen = new Actor.Citizen(person);

	@Test
	void aPdfIsTakenInAndComesBack() {
		Attachment taken = accept("وكالة.pdf", PDF).orThrow();
		assertThat(taken.mediaType()).isEqualTo("application/pdf");
		assertThat(attachments.content(taken)).isEqualTo(PDF);
	}

	@ParameterizedTest
	@CsvSource({"scan.pdf,attachment.disguised", "scan.exe,attachment.disguised", "scan.PNG,accepted", "scan,accepted"})
	void aPngIsTakenOnlyUnderAnHonestName(String name, String answer) {
		assertThat(code(accept(name, PNG))).isEqualTo(answer);
	}

	@Test
	void anythingButPicturesAndPdfIsRefused() {
		assertThat(code(accept("a.html", "<script>".getBytes(StandardCharsets.UTF_8)))).isEqualTo("attachment.kind");
		assertThat(code(accept("a.pdf", new byte[0]))).isEqualTo("attachment.empty");
	}

	@Test
	void aHugeFileIsRefusedWithoutBeingReadToItsEnd() {
		long[] read = {0};
		InputStream endless = new InputStream() {
			@Override
			public int read() {
				read[0]++;
				return '%';
			}
		};
		assertThat(code(attachments.accept(person, "mandate", "huge.pdf", endless))).isEqualTo("attachment.too-big");
		assertThat(read[0]).isLessThanOrEqualTo(Attachments.MAX_BYTES + 1);
	}

	@Test
	void onlyTheirOwnersFilesJoinACase() {
		Attachment own = accept("a.pdf", PDF).orThrow();
		Attachment foreign = attachments.accept("somebody-else", "mandate", "a.pdf", new ByteArrayInputStream(PDF)).orThrow();
		CaseFile file = open(List.of());
		assertThat(attachments.join(file.number(), List.of(own.id(), foreign.id()), CLERK).orThrow()).containsExactly(own.sha256());
		assertThat(attachments.of(file.number())).containsExactly(own);
		assertThat(last(file)).satisfies(entry -> assertThat(entry.kind()).isEqualTo("case.papers-joined"))
				.satisfies(entry -> assertThat(entry.facts()).contains(own.sha256()));
	}

	@Test
	void onePersonCannotFillTheStoreWithPapersOfNoCase() {
		List<String> waiting = IntStream.range(0, Attachments.MOST_OF_DAY).mapToObj(n -> accept("a.pdf", PDF).orThrow().id()).toList();
		assertThat(code(accept("a.pdf", PDF))).isEqualTo("attachment.too-many");
		open(waiting.subList(0, 2));
		assertThat(code(accept("a.pdf", PDF))).as("what is part of a case does not count").isEqualTo("accepted");
	}

	@Test
	void nobodyButTheInspectorBringsThePhotographsOfAnInspection() {
		Attachment photo = attachments.accept(person, Attachments.photoOf("visit"), "a.png", new ByteArrayInputStream(PNG)).orThrow();
		CaseFile file = open(List.of(photo.id()));
		assertThat(attachments.join(file.number(), List.of(photo.id()), CLERK).orThrow()).isEmpty();
		assertThat(attachments.of(file.number())).isEmpty();
	}

	@Test
	void theOpeningNamesItsPapers() {
		Attachment own = accept("a.pdf", PDF).orThrow();
		CaseFile file = open(List.of(own.id()));
		assertThat(attachments.of(file.number())).containsExactly(own);
		assertThat(last(file).facts()).contains("\"papers\":[\"" + own.sha256() + "\"]");
	}

	@Test
	void papersJoinWithACorrectionOnlyOnceAndAreNamedInItsEntry() {
		CaseFile file = open(List.of());
		Attachment early = accept("a.pdf", PDF).orThrow();
		assertThat(code(correct("k0", file, "n", early))).isEqualTo("correction.not-open");
		assertThat(attachments.of(file.number())).as("nothing is to be corrected yet").isEmpty();
		decide(file, "incomplete", "missing");
		assertThat(code(correct("k1", file, "forbidden", early))).isEqualTo("not-entitled");
		assertThat(code(correct("k1", file, "x".repeat(41), early))).isEqualTo("input.invalid");
		assertThat(attachments.of(file.number())).as("refused").isEmpty();
		assertThat(code(correct("k1", file, "better", early))).isEqualTo("accepted");
		assertThat(last(file).facts()).contains("\"papers\":[\"" + early.sha256() + "\"]", "corrected");
		assertThat(code(correct("k1", file, "better", accept("b.pdf", PDF).orThrow()))).isEqualTo("accepted");
		assertThat(attachments.of(file.number())).as("a second click brings nothing twice").containsExactly(early);
	}

	@Test
	void otherAnswersUnderAUsedKeyAreRefusedAndNotToldAsTaken() {
		CaseFile file = open(List.of());
		decide(file, "incomplete", "missing");
		assertThat(code(correct("k", file, "better"))).isEqualTo("accepted");
		assertThat(code(correct("k", file, "better"))).as("a second click").isEqualTo("accepted");
		assertThat(code(correct("k", file, "best"))).isEqualTo("correction.reused");
		assertThat(code(correct("k", file, "x".repeat(41)))).isEqualTo("correction.reused");
		assertThat(cases.find(file.number()).orElseThrow().data()).containsEntry("note", "better");
	}

	@Test
	void aPaperIsCompletionEnoughAlsoWhenAClerkTookIt() {
		CaseFile file = open(List.of());
		decide(file, "incomplete", "missing");
		assertThat(code(correct("k", file, "n"))).isEqualTo("correction.unchanged");
		attachments.join(file.number(), List.of(accept("a.pdf", PDF).orThrow().id()), CLERK).orThrow();
		assertThat(code(correct("k", file, "n"))).isEqualTo("accepted");
	}

	@Test
	void aCaseTakesNoMorePapersThanItMayHaveAndNoneAfterItsEnd() {
		List<String> twelve = IntStream.range(0, Attachments.MOST_OF_CASE).mapToObj(n -> accept("a.pdf", PDF).orThrow().id()).toList();
		CaseFile file = open(twelve);
		Attachment further = accept("a.pdf", PDF).orThrow();
		assertThat(code(attachments.join(file.number(), List.of(further.id()), CLERK))).isEqualTo("papers.too-many");
		decide(file, "incomplete", "missing");
		assertThat(code(correct("k", file, "n", further))).isEqualTo("papers.too-many");
		assertThat(attachments.of(file.number())).hasSize(Attachments.MOST_OF_CASE);
		correct("k", file, "better").orThrow();
		decide(file, "incomplete", "missing");
		assertThat(code(attachments.join(file.number(), List.of(further.id()), CLERK))).isEqualTo("case.ended");
	}

	private CaseFile open(List<String> papers) {
		return cases
				.open(new OpenCase(UUID.randomUUID().toString(), "test-permit", Channel.PORTAL, person, null, Map.of("note", "n", "way", "straight"),
						papers, citizen))
				.orThrow();
	}

	private Result<CaseFile> correct(String key, CaseFile file, String note, Attachment... papers) {
		return cases.correct(key, file.number(), Map.of("note", note, "way", "straight"), Stream.of(papers).map(Attachment::id).toList(), citizen);
	}

	private void decide(CaseFile file, String outcome, String reason) {
		long task = Objects.requireNonNull(cases.find(file.number()).orElseThrow().openVisits().getFirst().task());
		Actor.Officer officer = new Actor.Officer(String.valueOf(tasks.find(task).orElseThrow().officer()));
		cases.decide(new Decision(UUID.randomUUID().toString(), task, officer, outcome, reason, null, null)).orThrow();
	}

	private Entry last(CaseFile file) {
		return journal.about(file.number()).getLast();
	}

	private Result<Attachment> accept(String name, byte[] content) {
		return attachments.accept(person, "mandate", name, new ByteArrayInputStream(content));
	}

	private static String code(Result<?> result) {
		return result instanceof Result.Refused<?> refused ? refused.refusal().code() : "accepted";
	}
}
