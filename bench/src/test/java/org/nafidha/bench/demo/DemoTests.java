package org.nafidha.bench.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nafidha.bench.CentreProcess;
import org.nafidha.bench.Folders;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./nafidha demo} against a centre that runs as a process of its own, and what anybody can do with what it leaves behind. */
class DemoTests {

	private static final int GENUINE = 0;
	private static final int ALTERED = 1;
	private static final int UNUSABLE = 2;

	private static CentreProcess centre;
	@TempDir
	private static Path results;
	private static int exit;
	private static String saidFirst = "";

	private static final ByteArrayOutputStream SAID = new ByteArrayOutputStream();

	@BeforeAll
	static void demonstrate() throws Exception {
		centre = CentreProcess.start(Folders.freshHome("demo-test"), CentreProcess.freePort(), List.of("--nafidha.city-sheets=400"));
		centre.awaitFirstPage();
		exit = demo(results, centre.home());
		saidFirst = said();
	}

	@AfterAll
	static void stop() throws IOException {
		centre.close();
		FileSystemUtils.deleteRecursively(centre.home());
	}

	@Test
	void theMainJobSucceedsAndSaysSo() throws IOException {
		assertThat(exit).as(saidFirst).isZero();
		JsonNode summary = json("summary.json");
		assertThat(summary.path("passed").asBoolean()).isTrue();
		assertThat(summary.path("steps").valueStream()).hasSizeGreaterThan(20).allMatch(step -> step.path("passed").asBoolean());
		assertThat(summary.path("versions").path("postgresql").asString()).startsWith("18.");
		assertThat(summary.path("versions").path("program").asString()).matches("[0-9].*");
	}

	@Test
	void whatItLeavesBehindIsGenuineAndAgrees() throws IOException {
		JsonNode verification = json("verification.json");
		assertThat(verification.path("exitCode").asInt()).isEqualTo(GENUINE);
		assertThat(verdicts(verification)).containsExactly("genuine", "genuine", "genuine");
		assertThat(verification.path("together").path("cause").asString()).isEqualTo("files-agree");
	}

	@Test
	void whateverIsAlteredIsRefused() throws Exception {
		byte[] pdf = Files.readAllBytes(results.resolve("document.pdf"));
		pdf[pdf.length / 3] ^= 4;
		Files.write(results.resolve("altered.pdf"), pdf);
		String receipt = Files.readString(results.resolve("receipt.json")).replace("document.issued", "document.revoked");
		Files.writeString(results.resolve("altered.json"), receipt);
		SeparateVerifier.Answer answer = SeparateVerifier.run("--json", "--keys", keys(), results.resolve("altered.pdf").toString(),
				results.resolve("altered.json").toString(), results.resolve("document.pdf").toString());
		assertThat(answer.exit()).isEqualTo(ALTERED);
		assertThat(verdicts(JsonMapper.shared().readTree(answer.output()))).containsExactly("altered", "altered", "genuine");
	}

	@Test
	void whatIsNoDocumentIsUnusableWithOneLineOfReason() throws Exception {
		Files.writeString(results.resolve("poem.txt"), "roses are red");
		SeparateVerifier.Answer answer = SeparateVerifier.run("--keys", keys(), results.resolve("poem.txt").toString());
		assertThat(answer.exit()).isEqualTo(UNUSABLE);
		assertThat(answer.output().strip().lines()).hasSize(1);
	}

	@Test
	void aSecondRunOnTheSameCentrePassesToo(@TempDir Path other) throws Exception {
		assertThat(demo(other, centre.home())).as(said()).isZero();
		assertThat(other).isDirectoryContaining(file -> file.endsWith("document.pdf"));
	}

	@Test
	void aFolderWithoutTheCentresAccountsFailsInPlainWords(@TempDir Path elsewhere) throws Exception {
		assertThat(demo(elsewhere, elsewhere)).isEqualTo(1);
		assertThat(said()).contains("FAILED  there are no accounts in " + elsewhere, "--home DIR");
		assertThat(JsonMapper.shared().readTree(Files.readString(elsewhere.resolve("summary.json"))).path("passed").asBoolean(true)).isFalse();
	}

	@Test
	void anAddressWhereNobodyAnswersFailsInPlainWords() throws Exception {
		assertThat(run("--out", results.resolve("nobody").toString(), "--url", "http://localhost:1")).isEqualTo(1);
		assertThat(said()).contains("FAILED  no centre answers at http://localhost:1");
	}

	@Test
	void argumentsOfNoUseAreNamed() throws Exception {
		assertThat(run("--url", "http://localhost:1")).isEqualTo(UNUSABLE);
		assertThat(said()).contains("--out DIR");
		assertThat(run("--out", results.toString(), "--url", "localhost")).isEqualTo(UNUSABLE);
		assertThat(run("--out", results.resolve("summary.json").toString())).isEqualTo(UNUSABLE);
		assertThat(run("--out", results.toString(), "--fast")).isEqualTo(UNUSABLE);
	}

	private static int demo(Path out, Path home) throws InterruptedException {
		return run("--out", out.toString(), "--url", centre.address().toString(), "--home", home.toString());
	}

	private static int run(String... arguments) throws InterruptedException {
		SAID.reset();
		PrintStream print = new PrintStream(SAID, true, StandardCharsets.UTF_8);
		return new Demo(print, print).run(List.of(arguments));
	}

	private static String said() {
		return SAID.toString(StandardCharsets.UTF_8);
	}

	private static List<String> verdicts(JsonNode verification) {
		return verification.path("files").valueStream().map(file -> file.path("verdict").asString()).toList();
	}

	private static JsonNode json(String file) throws IOException {
		return JsonMapper.shared().readTree(Files.readString(results.resolve(file)));
	}

	private String keys() {
		return results.resolve("keys.json").toString();
	}
}
