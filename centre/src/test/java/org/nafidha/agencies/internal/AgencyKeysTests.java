package org.nafidha.agencies.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nafidha.platform.CentreProperties;
import org.nafidha.platform.Secrets;

/** The key with which the city signs its questions, and whose keys it believes. */
class AgencyKeysTests {

	@TempDir
	Path home;

	@Test
	void thePublicHalfLiesWhereAgenciesFindItAlsoAfterSomebodyTookItAway() throws Exception {
		Path published = home.resolve("keys/city.pub");
		keys(true);
		String first = Files.readString(published);
		Files.delete(published);
		AgencyKeys again = keys(true);
		assertThat(Files.readString(published)).isEqualTo(first);
		assertThat(verifies(first, again.sign("a question"))).isTrue();
		assertThat(verifies(first, again.sign("another question"))).isFalse();
	}

	@Test
	void nodesThatStartAtTheSameMomentSignWithTheSameKey() throws Exception {
		try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Callable<AgencyKeys>> starts = IntStream.range(0, 8).<Callable<AgencyKeys>>mapToObj(n -> () -> keys(true)).toList();
			for (Future<AgencyKeys> node : nodes.invokeAll(starts)) {
				assertThat(verifies(Files.readString(home.resolve("keys/city.pub")), node.get().sign("a question"))).isTrue();
			}
		}
	}

	@Test
	void aRealCentreDoesNotStartWithTheKeysOfSimulatedAgencies() throws IOException {
		Files.createDirectories(home.resolve("keys"));
		Files.writeString(home.resolve("keys/simulator.keys"), "interior=AAAA");
		assertThatThrownBy(() -> keys(false)).isInstanceOf(IllegalStateException.class).hasMessageContaining("simulated agencies");
		keys(true);
	}

	private AgencyKeys keys(boolean demo) {
		CentreProperties centre = new CentreProperties(home.resolve(demo ? "demo" : "real"), ZoneId.of("Asia/Damascus"), demo, "http://localhost",
				"aleppo");
		AgencySettings settings = new AgencySettings(URI.create("http://localhost"), home.resolve("keys"), "SY/MUN/ALEPPO/NAFIDHA",
				Duration.ofSeconds(1), Duration.ofSeconds(1));
		return new AgencyKeys(settings, new Secrets(centre), centre);
	}

	private static boolean verifies(String published, String signature) throws GeneralSecurityException {
		Signature check = Signature.getInstance("Ed25519");
		check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(published.strip()))));
		check.update("a question".getBytes(StandardCharsets.UTF_8));
		return check.verify(Base64.getDecoder().decode(signature));
	}
}
