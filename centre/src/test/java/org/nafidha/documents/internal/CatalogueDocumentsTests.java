package org.nafidha.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nafidha.documents.Documents;
import org.nafidha.documents.IssuedDocument;
import org.nafidha.documents.IssuedDocument.Field;
import org.nafidha.documents.Verdict;
import org.nafidha.documents.paper.Read;
import org.nafidha.procedures.Automation;
import org.nafidha.procedures.Automation.Answer;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedures;
import org.nafidha.register.DemoCity;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Every paper that other bodies give through the centre, printed from their answers by the fields that its procedure names. */
@CentreTest
class CatalogueDocumentsTests {

	@Autowired
	IssueAutomation automation;
	@Autowired
	Documents documents;
	@Autowired
	Procedures procedures;
	@Autowired
	DemoCity city;

	static Stream<String> papers() {
		return AgencyAnswers.full().keySet().stream().sorted();
	}

	@ParameterizedTest
	@MethodSource("papers")
	void eachIsOnePageThatConformsAndVerifies(String procedure) throws Exception {
		IssuedDocument document = issued(procedure, AgencyAnswers.full().get(procedure));
		byte[] pdf = documents.pdf(document.number()).orElseThrow();
		keep(procedure, pdf);
		assertThat(Read.objections(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
		assertThat(Read.objections(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
		assertThat(pages(pdf)).isOne();
		assertThat(documents.verifyPdf(pdf)).isInstanceOf(Verdict.Genuine.class);
	}

	@ParameterizedTest
	@MethodSource("papers")
	void theCodeHasRoomForAllThatTheProcedureWantsInIt(String procedure) {
		Procedure.IssuedDocument kind = Objects.requireNonNull(procedures.current(procedure).orElseThrow().document());
		assertThat(issued(procedure, AgencyAnswers.full().get(procedure)).keyFields()).extracting(Field::label)
				.containsExactlyElementsOf(kind.inCode().values().stream().map(label -> label.ar()).toList());
	}

	@ParameterizedTest
	@MethodSource("papers")
	void whatTheOtherBodyDoesNotSayLeavesNoBlank(String procedure) throws Exception {
		byte[] pdf = documents.pdf(issued(procedure, AgencyAnswers.sparse().get(procedure)).number()).orElseThrow();
		keep(procedure + "-sparse", pdf);
		assertThat(pages(pdf)).isOne();
		assertThat(Read.structure(pdf)).doesNotContain("LBody", "LBody ", "TD ");
	}

	/** Such a field would be printed over by what the press itself puts there. */
	@ParameterizedTest
	@MethodSource("papers")
	void noFieldBearsTheNameOfSomethingThatEveryDocumentHas(String procedure) {
		assertThat(Objects.requireNonNull(procedures.current(procedure).orElseThrow().document()).fields()).doesNotContainKeys("holder", "number",
				"case", "entry", "issuedAt", "verifyAt", "demo", "office", "signatory", "receipt", "fee", "page", "pages");
	}

	@ParameterizedTest
	@MethodSource("papers")
	void religionIsNeverPrinted(String procedure) throws IOException {
		try (InputStream template = getClass().getResourceAsStream("/documents/templates/" + procedure + ".html")) {
			assertThat(new String(Objects.requireNonNull(template).readAllBytes(), StandardCharsets.UTF_8)).doesNotContain("الدين", "الديانة",
					"المذهب",
					"religion");
		}
	}

	private IssuedDocument issued(String procedure, Map<String, Object> known) {
		String key = UUID.randomUUID().toString();
		Map<String, Object> data = new HashMap<>(known);
		data.put("pay", Map.of("receipt", "7-0031926", "amount", "600"));
		Answer.Done done = (Answer.Done) automation
				.run(new Automation.Call(key, "2026-" + String.format("%06d", Math.abs(key.hashCode() % 1_000_000)) + "-0", "issue",
						procedures.current(procedure).orElseThrow(),
						new Automation.CaseApplicant(city.personas().getFirst().person().id(), null), Map.of("template", procedure), data));
		return documents.find((String) done.outputs().get("number")).orElseThrow();
	}

	private static int pages(byte[] pdf) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			return document.getNumberOfPages();
		}
	}

	/** With the environment variable NAFIDHA_SHOTS, the paper goes to that folder, for people to look at too. */
	private static void keep(String name, byte[] pdf) throws IOException {
		String folder = System.getenv("NAFIDHA_SHOTS");
		for (String to : folder == null ? List.<String>of() : List.of(folder)) {
			Files.write(Files.createDirectories(Path.of(to)).resolve(name + ".pdf"), pdf);
		}
	}
}
