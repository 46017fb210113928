package org.nafidha.agencies.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nafidha.agencies.sim.City.PERSON;
import static org.nafidha.agencies.sim.City.RECORDS;
import static org.nafidha.agencies.sim.City.about;
import static org.nafidha.agencies.sim.City.header;
import static org.nafidha.agencies.sim.City.id;
import static org.nafidha.agencies.sim.City.json;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The wire of the simulated agencies: what docs/agencies.md promises. */
class SimulatorTests {

	@TempDir
	private Path folder;
	private City city;
	private Simulator simulator;

	@BeforeEach
	void start() throws Exception {
		city = new City(folder);
		simulator = new Simulator(Options.quick(folder, 7, Faults.NONE), InstantSource.system());
	}

	@AfterEach
	void stop() {
		simulator.close();
		city.close();
	}

	@Test
	void everyServiceOfAPersonAnswersOrSaysThereIsNothing() throws Exception {
		for (String service : List.of("person", "individual-extract", "family-extract", "birth", "marriage", "divorce", "death")) {
			JsonNode answer = json(city.ask(simulator, "SY/GOV/CIVIL-REGISTRY/CITIZENS/" + service, about("02010000017"), id()));
			assertThat(answer.path("outcome").asString("")).as(service).isIn("answered", "refused");
			assertThat(answer.path("subject").path("nationalNumber").asString("")).isEqualTo("02010000017");
		}
	}

	@Test
	void theSamePersonIsTheSameInEveryRegistryAndAfterEveryStart() throws Exception {
		JsonNode person = data(simulator, "person", "02010000025");
		JsonNode birth = data(simulator, "birth", "02010000025");
		assertThat(birth.path("fullName")).isEqualTo(person.path("fullName"));
		assertThat(birth.path("birthDate")).isEqualTo(person.path("birthDate"));
		try (Simulator again = new Simulator(Options.quick(folder, 7, Faults.of(Faults.Mixture.NONE)), InstantSource.system())) {
			assertThat(data(again, "person", "02010000025")).isEqualTo(person);
		}
	}

	@Test
	void peopleWhomTheCentreKnowsBearTheSameNames() throws Exception {
		Path people = Files.writeString(folder.resolve("people.json"),
				"""
						[{"person": {"nationalNumber": "02020456789", "given": "سمر", "father": "عبد الرحمن", "family": "الكيالي", "mother": "هدى", "male": false, "born": "1979-05-21"}}]
						""");
		try (Simulator knowing = new Simulator(new Options(0, folder, 7, 0, Faults.NONE, people), InstantSource.system())) {
			JsonNode person = data(knowing, "person", "02020456789");
			assertThat(person.path("fullName").asString("")).isEqualTo("سمر عبد الرحمن الكيالي");
			assertThat(person.path("birthDate").asString("")).isEqualTo("1979-05-21");
		}
	}

	@Test
	void anAnswerIsSignedForItsQuestion() throws Exception {
		HttpResponse<byte[]> answer = city.ask(simulator, RECORDS, about("02010000033"), id());
		assertThat(city.verifies("interior", about("02010000033"), answer)).isTrue();
		assertThat(city.verifies("interior", about("02010000041"), answer)).as("and for no other").isFalse();
	}

	@Test
	void theSameIdGetsTheSameBytesWhateverHasChangedSince() throws Exception {
		String id = id();
		byte[] first = city.ask(simulator, RECORDS, about("02010000033"), id).body();
		simulator.behave("interior", Behaviour.REFUSED);
		assertThat(city.ask(simulator, RECORDS, about("02010000033"), id).body()).isEqualTo(first);
		assertThat(city.ask(simulator, RECORDS, about("02010000033"), id()).body()).isNotEqualTo(first);
	}

	@Test
	void whoDoesNotSignAsTheCityIsTurnedAway() throws Exception {
		Files.writeString(folder.resolve("city.pub"),
				Base64.getEncoder().encodeToString(KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic().getEncoded()));
		HttpResponse<byte[]> refused = city.ask(simulator, RECORDS, about("02010000041"), id());
		assertThat(refused.statusCode()).isEqualTo(401);
		assertThat(header(refused, "X-Road-Error")).isEqualTo("Client.SignatureInvalid");
	}

	@Test
	void whileTheCitysKeyIsNotThereEverybodyIsAnswered() throws Exception {
		Files.delete(folder.resolve("city.pub"));
		assertThat(city.ask(simulator, RECORDS, about("02010000041"), id()).statusCode()).isEqualTo(200);
	}

	@Test
	void keysStayTheSameAfterEveryStart() throws Exception {
		byte[] before = Files.readAllBytes(folder.resolve("simulator.keys"));
		HttpResponse<byte[]> answer = city.ask(simulator, RECORDS, about("02010000041"), id());
		new Simulator(Options.quick(folder, 8, Faults.NONE), InstantSource.system()).close();
		assertThat(city.verifies("interior", about("02010000041"), answer)).isTrue();
		assertThat(Files.readAllLines(folder.resolve("simulator.keys"))).filteredOn(line -> !line.startsWith("#"))
				.containsExactlyInAnyOrderElementsOf(new String(before, java.nio.charset.StandardCharsets.UTF_8).lines()
						.filter(line -> !line.startsWith("#")).toList());
	}

	@Test
	void whatCannotBeUnderstoodIsToldSo() throws Exception {
		assertThat(city.ask(simulator, RECORDS, "no json", id()).statusCode()).isEqualTo(400);
		assertThat(city.ask(simulator, RECORDS, about("02010000041"), "x".repeat(101)).statusCode()).isEqualTo(400);
		assertThat(city.ask(simulator, RECORDS, "x".repeat(Question.LARGEST_BYTES + 1), id()).statusCode()).isEqualTo(413);
		assertThat(city.ask(simulator, "SY/GOV/NOBODY/NOTHING/person", about("02010000041"), id()).statusCode()).isEqualTo(404);
		assertThat(city.ask(simulator, "SY/GOV/FOREIGN-AFFAIRS/ATTESTATIONS/attestation", about("02010000041"), id(), "nowhere").statusCode())
				.isEqualTo(400);
	}

	@Test
	void aNumberThatIsNoneIsRefused() throws Exception {
		for (String none : List.of("", "12", "020100000170", "0201000001x")) {
			assertThat(json(city.ask(simulator, PERSON, about(none), id())).path("outcome").asString("")).as(none).isEqualTo("refused");
		}
	}

	@Test
	void whatIsPromisedForLaterIsDeliveredUntilItIsTaken() throws Exception {
		city.refusals = 2;
		String question = "{\"subject\":{\"reference\":\"TRS-2026-000001-1\"},\"purpose\":\"test\"}";
		String service = "SY/GOV/FOREIGN-AFFAIRS/ATTESTATIONS/attestation";
		String id = id();
		assertThat(city.ask(simulator, service, question, id).statusCode()).isEqualTo(202);
		for (int i = 0; i < 3; i++) {
			City.Late late = city.nextLate(Duration.ofSeconds(10));
			assertThat(late).as("try " + i).isNotNull();
			assertThat(late.service()).isEqualTo(service);
			assertThat(late.id()).isEqualTo(id);
			assertThat(city.verifies("foreign-affairs", question, late)).isTrue();
			assertThat(json(late).path("data").path("attestationNumber").asString("")).startsWith("MFA-");
		}
		assertThat(city.nextLate(Duration.ofSeconds(5))).as("after it was taken").isNull();
	}

	@Test
	void optionsThatCannotBeAreTold() {
		assertThat(Options.of("--port", "0", "--seed", "9", "--delay-factor", "0.5", "--faults", "mild", "--behaviour",
				"interior=slow,water=wrong-types"))
				.isEqualTo(new Options(0, Path.of("data", "agencies"), 9, 0.5,
						new Faults(Faults.Mixture.MILD, Map.of("interior", Behaviour.SLOW, "water", Behaviour.WRONG_TYPES)), null));
		for (String[] wrong : new String[][]{{"--port"}, {"--port", "x"}, {"--port", "70000"}, {"--delay-factor", "-1"}, {"--people", "/none"},
				{"--help-me", "1"}, {"--faults", "many"}, {"--behaviour", "interior"}, {"--behaviour", "interior=rude"},
				{"--behaviour", "nobody=slow"}}) {
			assertThatThrownBy(() -> Options.of(wrong)).as(String.join(" ", wrong)).isInstanceOf(IllegalArgumentException.class);
		}
	}

	@Test
	void aBodyCanBeToldByOptionHowToBehave() throws Exception {
		Options options = Options.quick(folder, 7, new Faults(Faults.Mixture.NONE, Map.of("interior", Behaviour.REFUSED)));
		try (Simulator refusing = new Simulator(options, InstantSource.system())) {
			assertThat(json(city.ask(refusing, RECORDS, about("02010000041"), id())).path("outcome").asString("")).isEqualTo("refused");
			assertThat(json(city.ask(refusing, PERSON, about("02010000041"), id())).path("outcome").asString("")).isEqualTo("answered");
		}
	}

	private JsonNode data(Simulator of, String service, String number) throws Exception {
		return json(city.ask(of, "SY/GOV/CIVIL-REGISTRY/CITIZENS/" + service, about(number), id())).path("data");
	}
}
