package org.nafidha.publicrecord.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nafidha.documents.Documents;
import org.nafidha.documents.IssuedDocument;
import org.nafidha.documents.RevocationReason;
import org.nafidha.journal.Journal;
import org.nafidha.journal.JournalReceipt;
import org.nafidha.testing.CentreTest;
import org.nafidha.testing.IssuedSample;
import org.nafidha.testing.Visitor;
import org.nafidha.verifier.Verify;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The verifier, which shares no code with the centre, judges what the centre issues: the two read docs/formats.md alike, or this fails. */
@CentreTest
class OutsideVerifierTests {

	@Autowired
	private IssuedSample sample;
	@Autowired
	private Documents documents;
	@Autowired
	private Journal journal;
	@LocalServerPort
	private int port;
	@TempDir
	private Path folder;

	private IssuedDocument document;
	private String said = "";

	@BeforeEach
	void issueOne() throws IOException {
		document = sample.issue();
		Files.write(folder.resolve("document.pdf"), documents.pdf(document.number()).orElseThrow());
		Files.writeString(folder.resolve("keys.json"), new Visitor(port).get("/.well-known/nafidha-keys.json").body());
		Files.writeString(folder.resolve("revoked.json"), new Visitor(port).get("/verify/revoked.json").body());
	}

	@Test
	void aDocumentIsGenuineOfflineWithTheListOfRevokedOnesAndOnline() {
		assertThat(verify("document.pdf")).as(said).isZero();
		assertThat(said).contains("Genuine document " + document.number(), "DEMONSTRATION");
		assertThat(verify("--strict", "--revoked", folder.resolve("revoked.json").toString(), "document.pdf")).as(said).isZero();
		assertThat(verify("--strict", "--online", "http://localhost:" + port, "document.pdf")).as(said).isZero();
	}

	@Test
	void theJournalsReceiptsOfIssueAndSealAgreeWithTheDocument() throws IOException {
		for (var entry : journal.about(document.number())) {
			Files.writeString(folder.resolve("receipt.json"), receipt(entry.id()).json());
			assertThat(verify("document.pdf", "receipt.json")).as(said).isZero();
			assertThat(said).contains("Genuine receipt", "Together: all files speak of the same document");
		}
	}

	@Test
	void aReceiptOfAnotherDocumentDoesNotAgree() throws IOException {
		IssuedDocument other = sample.issue();
		Files.writeString(folder.resolve("receipt.json"), receipt(other.entry()).json());
		assertThat(verify("document.pdf", "receipt.json")).as(said).isEqualTo(1);
	}

	@Test
	void aChangedByteIsAltered() throws IOException {
		byte[] pdf = Files.readAllBytes(folder.resolve("document.pdf"));
		pdf[pdf.length / 2] ^= 1;
		Files.write(folder.resolve("altered.pdf"), pdf);
		assertThat(verify("altered.pdf")).as(said).isEqualTo(1);
	}

	@Test
	void aRevokedDocumentIsRevokedByTheListAndOnline() throws IOException {
		sample.revoke(document.number(), RevocationReason.ISSUED_IN_ERROR);
		Files.writeString(folder.resolve("revoked.json"), new Visitor(port).get("/verify/revoked.json").body());
		assertThat(verify("--revoked", folder.resolve("revoked.json").toString(), "document.pdf")).as(said).isEqualTo(1);
		assertThat(said).contains("Revoked", "صدرت خطأً");
		assertThat(verify("--online", "http://localhost:" + port, "document.pdf")).as(said).isEqualTo(1);
	}

	@Test
	void otherSitesMayReadWhatAVerifierNeeds() {
		for (String path : List.of("/.well-known/nafidha-keys.json", "/pki/ca.pem", "/pki/ca.crl", "/verify/revoked.json",
				"/verify/status/" + document.number(), "/verify/status/nonesuch")) {
			var response = new Visitor(port).get(path);
			assertThat(response.statusCode()).as(path).isEqualTo(200);
			assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).as(path).contains("*");
		}
		assertThat(new Visitor(port).get("/verify/status/nonesuch").body()).contains("\"status\":\"unknown\"");
	}

	private JournalReceipt receipt(org.nafidha.journal.EntryId entry) {
		Instant limit = Instant.now().plus(Duration.ofSeconds(30));
		Optional<JournalReceipt> receipt = journal.receipt(entry);
		while (receipt.isEmpty() && Instant.now().isBefore(limit)) {
			Thread.onSpinWait();
			receipt = journal.receipt(entry);
		}
		return receipt.orElseThrow();
	}

	private int verify(String... arguments) {
		List<String> line = new ArrayList<>(List.of("--lang", "en", "--keys", folder.resolve("keys.json").toString()));
		for (String argument : arguments) {
			line.add(argument.matches("[a-z]+\\.[a-z]+") ? folder.resolve(argument).toString() : argument);
		}
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
		int exit = new Verify(Map.of(), InstantSource.system(), print, print).run(line);
		said = out.toString(StandardCharsets.UTF_8);
		return exit;
	}
}
