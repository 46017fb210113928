package org.nafidha.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The command as it is used: files in, exit code and lines out. */
class VerifyTests {
	private static final TestCity CITY = new TestCity();
	private static final String KEYS = "NAFIDHA_KEYS";

	@TempDir
	Path folder;

	private final TestDocument document = new TestDocument(CITY);
	private final Map<String, byte[]> site = new HashMap<>();
	private HttpServer server;
	private String out = "";
	private String err = "";

	@BeforeEach
	void a_folder_as_the_centre_hands_it_out() throws IOException {
		write("keys.json", CITY.keysJson());
		write("qr.txt", document.code().getBytes(StandardCharsets.US_ASCII));
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", exchange -> {
			byte[] body = site.get(exchange.getRequestURI().getPath());
			exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
			if (body != null)
				exchange.getResponseBody().write(body);
			exchange.close();
		});
		server.start();
	}

	@AfterEach
	void stop() {
		server.stop(0);
	}

	@Test
	void document_code_and_receipt_of_one_case_are_genuine_and_agree() throws IOException {
		byte[] pdf = document.pdf();
		write("document.pdf", pdf);
		write("receipt.json", receipt(Receipt.ISSUED, TestDocument.NUMBER, pdf));
		assertThat(run("document.pdf", "qr.txt", "receipt.json")).as(out).isZero();
		assertThat(out.lines()).hasSize(4);
		assertThat(out).contains("document.pdf: Genuine document TRS-2026-018442-6", "Together: all files speak of the same document");
	}

	@Test
	void the_answer_comes_in_arabic_when_asked_or_when_the_system_speaks_it() {
		assertThat(run("--lang", "ar", "qr.txt")).isZero();
		assertThat(out).contains("رمز أصلي للوثيقة رقم TRS-2026-018442-6");
		assertThat(run(Map.of("LANG", "ar_SY.UTF-8", KEYS, keys()), "qr.txt")).isZero();
		assertThat(out).contains("رمز أصلي");
	}

	@Test
	void altered_exits_1_and_unusable_exits_2_and_altered_weighs_more() throws IOException {
		byte[] pdf = document.pdf();
		pdf[500] ^= 1;
		write("altered.pdf", pdf);
		write("noise.bin", "what is this".getBytes(StandardCharsets.UTF_8));
		assertThat(run("altered.pdf")).isEqualTo(1);
		assertThat(run("noise.bin")).isEqualTo(2);
		assertThat(run("absent.pdf")).isEqualTo(2);
		assertThat(run("qr.txt", "noise.bin")).isEqualTo(2);
		assertThat(run("noise.bin", "altered.pdf", "qr.txt")).isEqualTo(1);
	}

	@Test
	void a_picture_named_pdf_is_read_as_a_picture() throws IOException {
		write("photo.pdf", TestDocument.file(TestDocument.picture(document.code(), 500), "png"));
		assertThat(run("photo.pdf")).isZero();
		assertThat(out).contains("Genuine code");
	}

	@Test
	void a_file_beyond_the_limit_is_not_read() throws IOException {
		try (var file = new java.io.RandomAccessFile(folder.resolve("huge.pdf").toFile(), "rw")) {
			file.setLength(200L << 20);
		}
		assertThat(run("huge.pdf")).isEqualTo(2);
		assertThat(out).contains("larger than 50 MB");
	}

	@Test
	void files_of_two_documents_disagree() throws IOException {
		byte[] pdf = document.pdf();
		write("document.pdf", pdf);
		document.number = "TRS-2026-018443-4";
		document.numberInData = document.number;
		write("other.txt", document.code().getBytes(StandardCharsets.US_ASCII));
		write("receipt.json", receipt(Receipt.ISSUED, document.number, pdf));
		assertThat(run("document.pdf", "other.txt")).isEqualTo(1);
		assertThat(out).contains("other.txt does not belong to the other files");
		assertThat(run("document.pdf", "receipt.json")).isEqualTo(1);
		assertThat(run("qr.txt", "receipt.json")).isEqualTo(1);
	}

	@Test
	void a_receipt_over_another_file_or_of_the_revocation_speaks_against_the_document() throws IOException {
		write("document.pdf", document.pdf());
		write("receipt.json", receipt("document.sealed", TestDocument.NUMBER, new byte[]{1}));
		assertThat(run("document.pdf", "receipt.json")).isEqualTo(1);
		write("receipt.json", receipt(Receipt.REVOKED, TestDocument.NUMBER, document.pdf()));
		assertThat(run("qr.txt", "receipt.json")).isEqualTo(1);
		assertThat(out).contains("Revoked: document TRS-2026-018442-6");
	}

	@Test
	void the_list_of_revoked_documents_is_heeded_when_it_is_the_citys() throws IOException {
		write("revoked.json", CITY.revokedJson(TestCity.NOW, TestDocument.NUMBER));
		assertThat(run("--revoked", folder.resolve("revoked.json").toString(), "qr.txt")).isEqualTo(1);
		assertThat(out).contains("Revoked: document TRS-2026-018442-6 was withdrawn 2026-11-23 12:00 UTC", "صدرت خطأً");
		write("revoked.json", new TestCity().revokedJson(TestCity.NOW, "X"));
		assertThat(run("--revoked", folder.resolve("revoked.json").toString(), "qr.txt")).isEqualTo(2);
	}

	@Test
	void strict_is_not_content_with_what_it_could_not_check() throws IOException {
		assertThat(run("--strict", "qr.txt")).isEqualTo(2);
		write("revoked.json", CITY.revokedJson(TestCity.NOW, "OTHER-1"));
		assertThat(run("--strict", "--revoked", folder.resolve("revoked.json").toString(), "qr.txt")).isZero();
	}

	@Test
	void keys_come_from_the_option_or_the_environment_and_else_exit_2() throws IOException {
		Path keys = folder.resolve("keys.json");
		assertThat(runWithout("qr.txt")).isEqualTo(2);
		assertThat(out).contains("--keys");
		assertThat(runWithout("--keys", keys.toString(), "qr.txt")).isZero();
		assertThat(run(Map.of(KEYS, ""), "qr.txt")).isEqualTo(2);
		assertThat(run(Map.of(KEYS, keys.toString()), "qr.txt")).isZero();
		Files.write(keys, new TestCity().keysJson());
		assertThat(run("--keys", keys.toString(), "qr.txt")).isEqualTo(1);
		Files.writeString(keys, "{}");
		assertThat(run("--keys", keys.toString(), "qr.txt")).isEqualTo(2);
	}

	@Test
	void a_forged_folder_with_keys_of_its_own_is_not_genuine() throws IOException {
		TestCity forger = new TestCity();
		Path forged = Files.createDirectory(folder.resolve("forged"));
		Path pdf = Files.write(forged.resolve("document.pdf"), new TestDocument(forger).pdf());
		Path keys = Files.write(forged.resolve("keys.json"), forger.keysJson());
		assertThat(runWithout(pdf.toString())).isEqualTo(2);
		assertThat(out).contains("public keys are missing").doesNotContain("Genuine");
		assertThat(run(pdf.toString())).as("by the keys of the city").isEqualTo(1);
		assertThat(runWithout("--keys", keys.toString(), pdf.toString())).as("it is a good forgery").isZero();
	}

	@Test
	void json_says_what_was_verified() throws IOException {
		write("document.pdf", document.pdf());
		assertThat(run("--json", "document.pdf", "qr.txt")).isZero();
		JsonNode report = TestCity.JSON.readTree(out);
		assertThat(report.at("/format").stringValue()).isEqualTo("nafidha-verification-v1");
		assertThat(report.at("/files/0/verdict").stringValue()).isEqualTo("genuine");
		assertThat(report.at("/files/0/number").stringValue()).isEqualTo(TestDocument.NUMBER);
		assertThat(report.at("/files/0/fields/0/1").stringValue()).isEqualTo("الثانية /2533/ /1+9/");
		assertThat(report.at("/together/verdict").stringValue()).isEqualTo("genuine");
		assertThat(report.at("/exitCode").intValue()).isZero();
	}

	@Test
	void online_the_centre_is_asked_and_its_answer_counts() throws IOException {
		byte[] pdf = document.pdf();
		write("document.pdf", pdf);
		site.put("/verify/revoked.json", CITY.revokedJson(TestCity.NOW, "OTHER-1"));
		site.put("/pki/ca.crl", CITY.crl(TestCity.NOW.plusSeconds(60), java.util.Optional.empty(), 0));
		status("valid", Hash.over(pdf).base64());
		assertThat(run("--online", home(), "--strict", "document.pdf")).as(out).isZero();
		status("valid", Hash.over(new byte[0]).base64());
		assertThat(run("--online", home(), "document.pdf")).isEqualTo(1);
		assertThat(out).contains("the centre issued another file");
		status("unknown", null);
		assertThat(run("--online", home(), "document.pdf")).isEqualTo(1);
		status("revoked", null);
		assertThat(run("--online", home(), "document.pdf")).isEqualTo(1);
		assertThat(out).contains("Revoked: document TRS-2026-018442-6 was withdrawn and no longer holds.");
		site.clear();
		assertThat(run("--online", home(), "document.pdf")).isEqualTo(2);
		assertThat(out).contains("the centre did not answer properly");
	}

	@Test
	void online_without_keys_at_hand_takes_them_from_the_centre_and_says_so() throws IOException {
		site.put("/.well-known/nafidha-keys.json", CITY.keysJson());
		site.put("/verify/revoked.json", CITY.revokedJson(TestCity.NOW));
		site.put("/pki/ca.crl", CITY.crl(TestCity.NOW.plusSeconds(60), java.util.Optional.empty(), 0));
		status("valid", null);
		assertThat(runWithout("--online", home(), "qr.txt")).isZero();
		assertThat(out).contains("The keys were taken from " + home());
	}

	@Test
	void a_wrong_command_line_shows_the_usage_and_exits_2() {
		assertThat(run("--nonsense", "qr.txt")).isEqualTo(2);
		assertThat(err).contains("--nonsense", "verify FILE...");
		assertThat(run()).isEqualTo(2);
		assertThat(run("--keys")).isEqualTo(2);
		assertThat(run("--online", "ftp://x", "qr.txt")).isEqualTo(2);
		assertThat(run("--help")).isZero();
		assertThat(out).contains("Exit code");
	}

	private static byte[] receipt(String kind, String subject, byte[] pdf) {
		ObjectNode entry = TestJournal.entry(kind, subject, kind.equals(Receipt.ISSUED) ? TestDocument.ENTRY : TestDocument.ENTRY + 1);
		((ObjectNode) entry.get("facts")).put("pdfSha256", Hash.over(pdf).base64());
		return new TestJournal(CITY, 11, 3).receipt(entry, 6);
	}

	private void status(String status, String pdf) {
		ObjectNode answer = TestCity.JSON.createObjectNode().put("number", TestDocument.NUMBER).put("status", status);
		if (pdf != null)
			answer.put("pdfSha256", pdf);
		site.put("/verify/status/" + TestDocument.NUMBER, TestCity.JSON.writeValueAsBytes(answer));
	}

	private String home() {
		return "http://localhost:" + server.getAddress().getPort();
	}

	private void write(String name, byte[] content) throws IOException {
		Files.write(folder.resolve(name), content);
	}

	/** As somebody who holds the keys of the city. */
	private int run(String... arguments) {
		return run(Map.of(KEYS, keys()), arguments);
	}

	private int runWithout(String... arguments) {
		return run(Map.of(), arguments);
	}

	private String keys() {
		return folder.resolve("keys.json").toString();
	}

	private int run(Map<String, String> environment, String... arguments) {
		List<String> line = new ArrayList<>();
		for (String argument : arguments)
			line.add(argument.matches("[a-z]+\\.[a-z]+") ? folder.resolve(argument).toString() : argument);
		var outBytes = new ByteArrayOutputStream();
		var errBytes = new ByteArrayOutputStream();
		int exit = new Verify(environment, InstantSource.fixed(TestCity.NOW), new PrintStream(outBytes, true, StandardCharsets.UTF_8),
				new PrintStream(errBytes, true, StandardCharsets.UTF_8)).run(line);
		out = outBytes.toString(StandardCharsets.UTF_8);
		err = errBytes.toString(StandardCharsets.UTF_8);
		return exit;
	}
}
