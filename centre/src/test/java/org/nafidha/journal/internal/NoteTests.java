package org.nafidha.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nafidha.platform.CentreProperties;
import org.nafidha.platform.Secrets;

class NoteTests {

	/** The example of c2sp.org/signed-note. */
	private static final String KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
	private static final String NOTE = """
			This is an example message.

			— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
			""";

	@TempDir
	Path home;

	@Test
	void theNoteOfTheSpecificationVerifies() {
		assertThat(Note.signedBy(KEY, NOTE)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"This is another message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n",
			"This is an example message.\n\n— example.com/bar Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n",
			"This is an example message.\n\n— example.com/foo AAAAOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n",
			"This is an example message.\n\n— example.com/foo Uw2QOg==\n", "This is an example message.\n", ""})
	void aNoteWithAnotherTextNameKeyOrNoSignatureDoesNot(String note) {
		assertThat(Note.signedBy(KEY, note)).isFalse();
	}

	@Test
	void theKeyIsMadeOnceAndKeptForItsOwnerAlone() throws Exception {
		SigningKey first = key("aleppo");
		SigningKey second = key("aleppo");
		assertThat(second.verifierKey()).isEqualTo(first.verifierKey()).startsWith("nafidha/aleppo+");
		String note = first.sign("nafidha/aleppo\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
		assertThat(note).startsWith("nafidha/aleppo\n0\n").contains("\n\n— nafidha/aleppo ").endsWith("=\n");
		assertThat(Note.signedBy(second.verifierKey(), note)).isTrue();
		assertThat(Note.signedBy(second.verifierKey(), note.replace("\n0\n", "\n1\n"))).isFalse();
		try (var files = Files.list(home.resolve("secrets"))) {
			assertThat(files.filter(file -> file.getFileName().toString().startsWith("journal")).toList()).singleElement()
					.satisfies(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------"));
		}
	}

	@Test
	void anotherCityHasAnotherVerifierKeyForTheSameFile() {
		assertThat(key("homs").verifierKey()).startsWith("nafidha/homs+").isNotEqualTo(key("aleppo").verifierKey());
	}

	private SigningKey key(String city) {
		CentreProperties centre = new CentreProperties(home, ZoneId.of("Asia/Damascus"), true, "http://localhost", city);
		return new SigningKey(centre, new Secrets(centre), new JournalSettings(Duration.ofMillis(10), 100, null, null));
	}
}
