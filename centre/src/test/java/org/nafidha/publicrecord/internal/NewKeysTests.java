package org.nafidha.publicrecord.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nafidha.Centre;
import org.nafidha.documents.Documents;
import org.nafidha.documents.IssuedDocument;
import org.nafidha.documents.Verdict;
import org.nafidha.journal.Journal;
import org.nafidha.journal.JournalReceipt;
import org.nafidha.testing.IssuedSample;
import org.nafidha.testing.Visitor;
import org.nafidha.verifier.Verify;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What happens to a centre when its keys are replaced, and when its database has lost history: each start is a real one, over a
 * database of its own, and what is published is judged by the verifier that shares no code with the centre.
 */
class NewKeysTests {

	private Path home;
	private Path secrets;
	private String said = "";

	@BeforeEach
	void anEmptyHome() throws IOException {
		home = Files.createTempDirectory(Files.createDirectories(Path.of("target", "homes")), "keys").toAbsolutePath();
		secrets = home.resolve("secrets");
	}

	@Test
	void whatOldKeysSignedStaysGoodWhenTheyAreReplaced() throws IOException {
		String oldKey;
		try (ConfigurableApplicationContext first = start()) {
			issue(first, "old");
			oldKey = keys(first).path("journal").asString();
			assertThat(verify("old.pdf", "old.json")).as(said).isZero();
		}
		Files.createFile(secrets.resolve("document-keys.renew"));
		Files.move(secrets.resolve("journal-ed25519"), secrets.resolve("journal-ed25519.before"));
		try (ConfigurableApplicationContext second = start("--nafidha.journal.previous-key=" + oldKey)) {
			issue(second, "new");
			JsonNode keys = keys(second);
			assertThat(keys.path("journal").asString()).isNotEqualTo(oldKey);
			assertThat(keys.path("journalBefore").path(0).path("key").asString()).isEqualTo(oldKey);
			assertThat(keys.path("codes").size()).isEqualTo(2);
			assertThat(keys.path("codes").valueStream().filter(code -> code.path("until").isNull()).count()).isEqualTo(1);
			assertThat(secrets.resolve("document-keys.renew")).doesNotExist();
			assertThat(verify("new.pdf", "new.json")).as(said).isZero();
			assertThat(verify("old.pdf", "old.json")).as(said).isZero();
			assertThat(said).contains("Genuine receipt");
			assertThat(second.getBean(Documents.class).verifyPdf(Files.readAllBytes(home.resolve("old.pdf")))).isInstanceOf(Verdict.Genuine.class);
		}
	}

	@Test
	void aDatabaseThatLostWhatWasSignedIsRefusedUntilANewLogIsBegunKnowingly() throws IOException {
		String oldKey;
		try (ConfigurableApplicationContext first = start()) {
			issue(first, "old");
			oldKey = keys(first).path("journal").asString();
		}
		Path kept = secrets.resolve("journal-ed25519.checkpoint");
		assertThat(kept).content().startsWith("nafidha/aleppo\n").contains("\n\n\u2014 nafidha/aleppo ");
		FileSystemUtils.deleteRecursively(home.resolve("postgres"));
		assertThatThrownBy(this::start).hasStackTraceContaining("two histories under one key").hasStackTraceContaining("After a loss");
		Files.move(secrets.resolve("journal-ed25519"), secrets.resolve("journal-ed25519.lost"));
		try (ConfigurableApplicationContext second = start("--nafidha.journal.origin=nafidha/aleppo/2")) {
			issue(second, "new");
			assertThat(keys(second).path("journal").asString()).startsWith("nafidha/aleppo/2+").isNotEqualTo(oldKey);
			assertThat(kept).content().startsWith("nafidha/aleppo/2\n");
			assertThat(verify("new.pdf", "new.json")).as(said).isZero();
			assertThat(verify("old.json")).as(said).isNotZero();
		}
	}

	/** Issues a document; its file and the receipt of its entry lie in the home afterwards. */
	private void issue(ConfigurableApplicationContext centre, String name) throws IOException {
		IssuedDocument document = centre.getBean(IssuedSample.class).issue();
		Files.write(home.resolve(name + ".pdf"), centre.getBean(Documents.class).pdf(document.number()).orElseThrow());
		Journal journal = centre.getBean(Journal.class);
		Optional<JournalReceipt> receipt = await().atMost(Duration.ofSeconds(30)).until(() -> journal.receipt(document.entry()), Optional::isPresent);
		Files.writeString(home.resolve(name + ".json"), receipt.orElseThrow().json());
	}

	private JsonNode keys(ConfigurableApplicationContext centre) throws IOException {
		String json = new Visitor(Integer.parseInt(String.valueOf(centre.getEnvironment().getProperty("local.server.port"))))
				.get("/.well-known/nafidha-keys.json").body();
		Files.writeString(home.resolve("keys.json"), json);
		return JsonMapper.shared().readTree(json);
	}

	private ConfigurableApplicationContext start(String... settings) {
		List<String> all = new ArrayList<>(List.of("--server.port=0", "--nafidha.home=" + home, "--nafidha.demo=true", "--nafidha.city-sheets=400",
				"--nafidha.postgres-programs=target/postgres-programs"));
		all.addAll(Arrays.asList(settings));
		return new SpringApplicationBuilder(Centre.class).run(all.toArray(String[]::new));
	}

	private int verify(String... files) {
		List<String> line = new ArrayList<>(List.of("--lang", "en", "--keys", home.resolve("keys.json").toString()));
		Arrays.stream(files).map(file -> home.resolve(file).toString()).forEach(line::add);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
		int exit = new Verify(Map.of(), InstantSource.system(), print, print).run(line);
		said = out.toString(StandardCharsets.UTF_8);
		return exit;
	}
}
