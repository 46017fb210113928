package org.nafidha.agencies.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nafidha.agencies.sim.City.RECORDS;
import static org.nafidha.agencies.sim.City.about;
import static org.nafidha.agencies.sim.City.header;
import static org.nafidha.agencies.sim.City.id;
import static org.nafidha.agencies.sim.City.json;

import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JacksonException;

/** Every way in which a body can be made to misbehave. */
class BehaviourTests {

	private static final String NUMBER = "02010000033";

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
	void downIsNotAvailableAndOnlyThatBody() throws Exception {
		HttpResponse<byte[]> answer = ask(Behaviour.DOWN);
		assertThat(answer.statusCode()).isEqualTo(503);
		assertThat(header(answer, "X-Nafidha-Signature")).isEmpty();
		assertThat(city.ask(simulator, City.PERSON, about(NUMBER), id()).statusCode()).isEqualTo(200);
		assertThat(ask(Behaviour.USUAL).statusCode()).as("afterwards").isEqualTo(200);
	}

	@Test
	void slowIsTheRightAnswerAfterAPause() throws Exception {
		simulator.behave("interior", Behaviour.SLOW, Duration.ofMillis(600));
		long start = System.nanoTime();
		HttpResponse<byte[]> answer = city.ask(simulator, RECORDS, about(NUMBER), id());
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(600));
		assertThat(city.verifies("interior", about(NUMBER), answer)).isTrue();
		assertThat(json(answer).path("outcome").asString("")).isEqualTo("answered");
	}

	@Test
	void silenceOutlastsWhoeverWaits() {
		assertThatThrownBy(() -> ask(Behaviour.SILENT)).isInstanceOf(HttpTimeoutException.class);
	}

	@Test
	void dripsBeginAtOnceAndAreNotOverForLong() {
		simulator.behave("interior", Behaviour.DRIPPING);
		CompletableFuture<HttpResponse<byte[]>> answer = city.askAsync(simulator, RECORDS, about(NUMBER), id());
		assertThatThrownBy(() -> answer.get(3, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
	}

	@Test
	void garbageIsSignedAndNoJson() throws Exception {
		HttpResponse<byte[]> answer = ask(Behaviour.GARBAGE);
		assertThat(city.verifies("interior", about(NUMBER), answer)).isTrue();
		assertThatThrownBy(() -> json(answer)).isInstanceOf(JacksonException.class);
	}

	@Test
	void hugeIsFiftyMegabytes() throws Exception {
		assertThat(ask(Behaviour.HUGE).body()).hasSize(50_000_000);
	}

	@Test
	void wrongTypesAreSigned() throws Exception {
		HttpResponse<byte[]> answer = ask(Behaviour.WRONG_TYPES);
		assertThat(city.verifies("interior", about(NUMBER), answer)).isTrue();
		assertThat(json(answer).path("data").path("clean").isBoolean()).isFalse();
		assertThat(json(answer).path("data").path("validUntil").isString()).isFalse();
	}

	@Test
	void anotherPersonIsSignedAndNotWhoWasAskedAbout() throws Exception {
		HttpResponse<byte[]> answer = ask(Behaviour.OTHER_PERSON);
		assertThat(city.verifies("interior", about(NUMBER), answer)).isTrue();
		assertThat(json(answer).path("subject").path("nationalNumber").asString("")).isNotEqualTo(NUMBER).hasSize(11);
	}

	@Test
	void aBadSignatureIsUnderTheRightAnswer() throws Exception {
		HttpResponse<byte[]> answer = ask(Behaviour.WRONG_SIGNATURE);
		assertThat(city.verifies("interior", about(NUMBER), answer)).isFalse();
		assertThat(json(answer).path("subject").path("nationalNumber").asString("")).isEqualTo(NUMBER);
	}

	@Test
	void refusedHasNoData() throws Exception {
		HttpResponse<byte[]> answer = ask(Behaviour.REFUSED);
		assertThat(city.verifies("interior", about(NUMBER), answer)).isTrue();
		assertThat(json(answer).path("outcome").asString("")).isEqualTo("refused");
		assertThat(json(answer).path("data").isEmpty()).isTrue();
	}

	@Test
	void lateComesAfterItsPauseOnceAndWhoeverAsksAgainThenGetsIt() throws Exception {
		simulator.behave("interior", Behaviour.LATE, Duration.ofMillis(500));
		String id = id();
		HttpResponse<byte[]> first = city.ask(simulator, RECORDS, about(NUMBER), id);
		assertThat(first.statusCode()).isEqualTo(202);
		assertThat(city.verifies("interior", about(NUMBER), first)).as("the promise is signed").isTrue();
		assertThat(city.ask(simulator, RECORDS, about(NUMBER), id).body()).as("reminded before it is there").isEqualTo(first.body());
		City.Late late = city.nextLate(Duration.ofSeconds(5));
		assertThat(late).isNotNull();
		assertThat(city.verifies("interior", about(NUMBER), late)).isTrue();
		HttpResponse<byte[]> reminded = city.ask(simulator, RECORDS, about(NUMBER), id);
		assertThat(reminded.statusCode()).as("reminded once it is there").isEqualTo(200);
		assertThat(reminded.body()).isEqualTo(late.body());
		assertThat(city.nextLate(Duration.ofSeconds(1))).as("a reminder is no second question").isNull();
	}

	@Test
	void twiceIsTheSameAnswerTwice() throws Exception {
		simulator.behave("interior", Behaviour.TWICE, Duration.ZERO);
		city.ask(simulator, RECORDS, about(NUMBER), id());
		City.Late first = city.nextLate(Duration.ofSeconds(5));
		City.Late second = city.nextLate(Duration.ofSeconds(5));
		assertThat(first).isNotNull();
		assertThat(second).isNotNull();
		assertThat(second.body()).isEqualTo(first.body());
		assertThat(city.nextLate(Duration.ofSeconds(1))).isNull();
	}

	@Test
	void whatWasLeftToChanceAgainIsUsualWithoutFaults() throws Exception {
		ask(Behaviour.DOWN);
		simulator.leaveToChance("interior");
		assertThat(city.ask(simulator, RECORDS, about(NUMBER), id()).statusCode()).isEqualTo(200);
	}

	@Test
	void aBodyThatIsNotThereCannotMisbehave() {
		assertThatThrownBy(() -> simulator.behave("nobody", Behaviour.DOWN)).isInstanceOf(IllegalArgumentException.class);
	}

	private HttpResponse<byte[]> ask(Behaviour behaviour) throws Exception {
		simulator.behave("interior", behaviour);
		return city.ask(simulator, RECORDS, about(NUMBER), id());
	}
}
