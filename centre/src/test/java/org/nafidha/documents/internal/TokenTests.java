package org.nafidha.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nafidha.platform.CentreProperties;
import org.nafidha.platform.Secrets;

/** Keys that the operator keeps elsewhere: in a token, or in a store of another type. */
class TokenTests {

	/** Where distributions put the library of SoftHSM 2, a token in software. */
	private static final List<Path> LIBRARIES = Stream.of("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
			"/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so", "/usr/lib64/pkcs11/libsofthsm2.so", "/opt/homebrew/lib/softhsm/libsofthsm2.so")
			.map(Path::of).toList();

	@TempDir
	private Path home;

	@Test
	void keysThatCannotLeaveTheirTokenSignEverythingACitySigns() throws Exception {
		Optional<Path> library = LIBRARIES.stream().filter(Files::exists).findFirst();
		assumeTrue(library.isPresent(), "SoftHSM 2 is not installed here, so keys in a token are not tried (apt-get install softhsm2)");
		Files.createDirectory(home.resolve("tokens"));
		Files.writeString(home.resolve("softhsm2.conf"), "directories.tokendir = " + home.resolve("tokens") + "\nlog.level = ERROR\n");
		Path pin = Files.writeString(home.resolve("pin"), "735194\n");
		run("softhsm2-util", "--init-token", "--free", "--label", "city", "--so-pin", "86420", "--pin", "735194");
		String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		assertThat(run(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classes, TokenCity.class.getName(), home.toString(),
				library.get().toString(), pin.toString()))
				.contains("signed in the token: code, file, list of revoked documents, list of the authority");
	}

	@Test
	void aStoreOfAnotherTypeIsOpenedByTheProviderThatIsNamed() throws Exception {
		char[] password = "only for this test".toCharArray();
		CityKeys keys = new CertificateOffice("aleppo", true, "http://localhost/ca.crl", Instant.now()).found();
		Path store = Files.write(home.resolve("keys.p12"), StoredKeys.pkcs12(keys, password));
		Path file = Files.writeString(home.resolve("password"), "only for this test\n");
		CentreProperties centre = new CentreProperties(home, ZoneId.of("Asia/Damascus"), true, "http://localhost:8080", "aleppo");
		DocumentSettings named = new DocumentSettings(store, "pkcs12", "SunJSSE", null, file, null);
		assertThat(new KeyCabinet(centre, named, new Secrets(centre), InstantSource.system()).open().code().name()).isEqualTo(keys.code().name());
		DocumentSettings unknown = new DocumentSettings(store, "pkcs12", "NoSuchProvider", null, file, null);
		assertThatThrownBy(() -> new KeyCabinet(centre, unknown, new Secrets(centre), InstantSource.system()).open())
				.hasMessageContaining("NoSuchProvider");
		assertThatThrownBy(() -> new DocumentSettings(null, null, "SunJSSE", null, file, null)).hasMessageContaining("key-store-type");
		assertThatThrownBy(() -> new DocumentSettings(store, null, null, file, file, null)).hasMessageContaining("not both");
	}

	private String run(String... line) throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(line))).redirectErrorStream(true);
		builder.environment().put("SOFTHSM2_CONF", home.resolve("softhsm2.conf").toString());
		Process process = builder.start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(said).isZero();
		return said;
	}
}
