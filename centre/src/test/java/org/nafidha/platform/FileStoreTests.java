package org.nafidha.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;

@CentreTest
class FileStoreTests {

	@Autowired
	FileStore files;
	@Autowired
	CentreProperties centre;

	@Test
	void theSameBytesAreStoredOnceAndComeBackAsTheyWere() throws IOException {
		byte[] content = "وثيقة".getBytes(StandardCharsets.UTF_8);
		String hash = files.put(content);
		assertThat(files.put(content)).isEqualTo(hash);
		assertThat(files.get(hash).orElseThrow()).isEqualTo(content);
	}

	@Test
	void aFileThatWasAlteredOnDiskIsNeverServed() throws IOException {
		String hash = files.put("as issued".getBytes(StandardCharsets.UTF_8));
		Path place = centre.home().resolve("files").resolve(hash.substring(0, 2)).resolve(hash.substring(2, 4)).resolve(hash);
		Files.writeString(place, "as forged");
		assertThatThrownBy(() -> files.get(hash)).isInstanceOf(IOException.class).hasMessageContaining("altered");
	}

	@Test
	void aHashThatIsNoHashReachesNoFile() {
		assertThatThrownBy(() -> files.get("../../secrets/postgres-app")).isInstanceOf(IllegalArgumentException.class);
	}
}
