package org.nafidha.agencies.sim;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the simulated agencies promise to whoever tries the centre against them. */
class SimulatorTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();
	private static final String PERSON = "{\"subject\":{\"nationalNumber\":\"%s\"},\"purpose\":\"test\"}";

	@TempDir
	private Path folder;
	private @Nullable Path people;

	@Test
	void everyServiceOfAPersonAnswersOrSaysThereIsNothing() throws Exception {
		try (Simulator simulator = simulator()) {
			for (String service : List.of("person", "individual-extract", "family-extract", "birth", "marriage", "divorce", "death")) {
				JsonNode answer = body(ask(simulator, "SY/GOV/CIVIL-REGISTRY/CITIZENS/" + service, PERSON.formatted("02010000017"), id()));
				assertThat(answer.path("outcome").asString("")).as(service).isIn("answered", "refused");
				assertThat(answer.path("subject").path("nationalNumber").asString("")).isEqualTo("02010000017");
			}
		}
	}

	@Test
	void theSamePersonIsTheSameInEveryRegistryAndAfterEveryStart() throws Exception {
		String first;
		try (Simulator simulator = simulator()) {
			JsonNode person = body(ask(simulator, "SY/GOV/CIVIL-REGISTRY/CITIZENS/person", PERSON.formatted("02010000025"), id())).path("data");
			JsonNode birth = body(ask(simulator, "SY/GOV/CIVIL-REGISTRY/CITIZENS/birth", PERSON.formatted("02010000025"), id())).path("data");
			first = person.path("fullName").asString("");
			assertThat(birth.path("fullName").asString("")).isEqualTo(first).isNotBlank();
			assertThat(birth.path("birthDate")).isEqualTo(person.path("birthDate"));
		}
		try (Simulator again = simulator()) {
			assertThat(body(ask(again, "SY/GOV/CIVIL-REGISTRY/CITIZENS/person", PERSON.formatted("02010000025"), id())).path("data").path("fullName")
					.asString("")).isEqualTo(first);
		}
	}

	@Test
	void peopleWhomTheCentreKnowsBearTheSameNames() throws Exception {
		people = Files.writeString(folder.resolve("people.json"),
				"""
						[{"person": {"nationalNumber": "02020456789", "given": "سمر", "father": "عبد الرحمن", "family": "الكيالي", "mother": "هدى", "male": false, "born": "1979-05-21"}}]
						""");
		try (Simulator simulator = simulator()) {
			JsonNode person = body(ask(simulator, "SY/GOV/CIVIL-REGISTRY/CITIZENS/person", PERSON.formatted("02020456789"), id())).path("data");
			assertThat(person.path("fullName").asString("")).isEqualTo("سمر عبد الرحمن الكيالي");
			assertThat(person.path("birthDate").asString("")).isEqualTo("1979-05-21");
		}
	}

	@Test
	void anAnswerIsSignedForItsQuestionAndTheSameIdGetsTheSameBytes() throws Exception {
		try (Simulator simulator = simulator()) {
			String id = id();
			String question = PERSON.formatted("02010000033");
			HttpResponse<byte[]> answer = ask(simulator, "SY/GOV/INTERIOR/RECORDS/no-conviction", question, id);
			String signed = "200\n" + id + "\n" + Keys.hash(question.getBytes(StandardCharsets.UTF_8)) + "\n" + Keys.hash(answer.body());
			assertThat(verifies("interior", signed, answer.headers().firstValue("X-Nafidha-Signature").orElseThrow())).isTrue();
			assertThat(ask(simulator, "SY/GOV/INTERIOR/RECORDS/no-conviction", question, id).body()).isEqualTo(answer.body());
		}
	}

	@Test
	void whoDoesNotSignAsTheCityIsTurnedAwayOnceItsKeyIsThere() throws Exception {
		try (Simulator simulator = simulator()) {
			Files.writeString(folder.resolve("city.pub"),
					Base64.getEncoder().encodeToString(KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic().getEncoded()));
			HttpResponse<byte[]> refused = ask(simulator, "SY/GOV/INTERIOR/RECORDS/no-conviction", PERSON.formatted("02010000041"), id());
			assertThat(refused.statusCode()).isEqualTo(401);
			assertThat(refused.headers().firstValue("X-Road-Error")).contains("Client.SignatureInvalid");
		}
	}

	@Test
	void aNumberThatIsNoneIsRefusedAndAnUnknownServiceIsNotFound() throws Exception {
		try (Simulator simulator = simulator()) {
			assertThat(body(ask(simulator, "SY/GOV/CIVIL-REGISTRY/CITIZENS/person", PERSON.formatted("12"), id())).path("outcome").asString(""))
					.isEqualTo("refused");
			assertThat(ask(simulator, "SY/GOV/NOBODY/NOTHING/person", PERSON.formatted("12"), id()).statusCode()).isEqualTo(404);
		}
	}

	@Test
	void whatIsPromisedForLaterIsDeliveredUntilItIsTaken() throws Exception {
		LinkedBlockingQueue<byte[]> delivered = new LinkedBlockingQueue<>();
		HttpServer centre = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
		centre.createContext("/", exchange -> {
			delivered.add(exchange.getRequestBody().readAllBytes());
			exchange.sendResponseHeaders(delivered.size() > 1 ? 204 : 500, -1);
			exchange.close();
		});
		centre.start();
		try (Simulator simulator = simulator()) {
			HttpResponse<byte[]> accepted = ask(simulator, "SY/GOV/FOREIGN-AFFAIRS/ATTESTATIONS/attestation",
					"{\"subject\":{\"reference\":\"TRS-2026-000001-1\"},\"purpose\":\"test\"}", id(),
					"http://localhost:" + centre.getAddress().getPort() + "/");
			assertThat(accepted.statusCode()).isEqualTo(202);
			assertThat(delivered.poll(10, TimeUnit.SECONDS)).as("the first try").isNotNull();
			for (int i = 0; i < 100 && delivered.isEmpty(); i++) {
				TimeUnit.MILLISECONDS.sleep(100);
			}
			assertThat(JSON.readTree(delivered.poll()).path("data").path("attestationNumber").asString("")).startsWith("MFA-");
		} finally {
			centre.stop(0);
		}
	}

	private Simulator simulator() throws IOException {
		return new Simulator(new Options(0, folder, 7, 0, false, people), InstantSource.system());
	}

	private static HttpResponse<byte[]> ask(Simulator simulator, String service, String body, String id) throws IOException, InterruptedException {
		return ask(simulator, service, body, id, "http://localhost:1/");
	}

	private static HttpResponse<byte[]> ask(Simulator simulator, String service, String body, String id, String answerTo)
			throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.url() + "/r1/" + service)).header("X-Road-Id", id)
				.header("X-Road-Client", "SY/MUN/ALEPPO/NAFIDHA").header("X-Road-Issue", "2026-000001-1").header("X-Nafidha-Answer-To", answerTo)
				.header("X-Nafidha-Signature", "AAAA").POST(HttpRequest.BodyPublishers.ofString(body)).build();
		try (HttpClient http = HttpClient.newHttpClient()) {
			return http.send(request, BodyHandlers.ofByteArray());
		}
	}

	private static JsonNode body(HttpResponse<byte[]> response) {
		return JSON.readTree(response.body());
	}

	private boolean verifies(String member, String text, String signature) throws Exception {
		Properties told = new Properties();
		told.load(Files.newBufferedReader(folder.resolve("agencies.properties")));
		Signature check = Signature.getInstance("Ed25519");
		check.initVerify(
				KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(told.getProperty(member)))));
		check.update(text.getBytes(StandardCharsets.UTF_8));
		return check.verify(Base64.getDecoder().decode(signature));
	}

	private static String id() {
		return UUID.randomUUID().toString();
	}
}
