package org.nafidha.agencies.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nafidha.agencies.internal.Reply.Answer;
import org.nafidha.agencies.internal.Reply.Fault;
import org.nafidha.agencies.internal.Reply.Unusable;
import org.nafidha.platform.CentreProperties;
import org.nafidha.platform.Secrets;

/** What an agency may write into its answer, and what it may not: rightly signed, and harmful all the same. */
class AnswerReaderTests {

	private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
	private static final AgencyService TITLE = ServiceFile.read().stream().filter(one -> one.automation().equals("land-registry.property-extract"))
			.findFirst().orElseThrow();
	private static final String GOOD = """
			{"outcome":"answered","subject":{"property":"2/2533/1"},"asOf":"2026-11-26T09:59:00Z","reference":"LR-1","data":{"zoneName":"الجميلية","parcel":"2533",
			"section":"1","kind":"دار","areaM2":132.5,"sheet":"17","description":"دار سكنية","rights":[],
			"owners":[{"name":"سمر","shares":"2400"}],"signs":[]}}""";

	@TempDir
	Path home;

	private KeyPair registry;
	private AgencyKeys keys;
	private AnswerReader reader;

	@BeforeEach
	void meetTheRegistry() throws IOException, GeneralSecurityException {
		registry = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
		Files.writeString(home.resolve("agencies.properties"),
				"land-registry=" + Base64.getEncoder().encodeToString(registry.getPublic().getEncoded()));
		CentreProperties centre = new CentreProperties(home, ZoneId.of("Asia/Damascus"), true, "http://localhost", "aleppo");
		keys = new AgencyKeys(new AgencySettings(URI.create("http://localhost"), home, "SY/MUN/ALEPPO/NAFIDHA", Duration.ofSeconds(1),
				Duration.ofSeconds(1)), new Secrets(centre), centre);
		reader = new AnswerReader(keys, InstantSource.fixed(NOW));
	}

	@Test
	void aProperAnswerIsRead() {
		assertThat(read(GOOD)).isInstanceOfSatisfying(Answer.class,
				answer -> assertThat(answer.outputs()).containsEntry("parcel", "2533").containsKey("owners"));
	}

	@ParameterizedTest
	@ValueSource(strings = {"\"kind\":\"a\\u0000b\"", "\"kind\":\"\\ud800\"", "\"areaM2\":1e999999999", "\"areaM2\":1e-999999",
			"\"owners\":[{\"name\":\"\\u0000\"}]", "\"owners\":[{\"\\u0000\":\"x\"}]", "\"owners\":[[1]]", "\"owners\":[\"x\"]",
			"\"owners\":[{\"name\":{}}]", "\"kind\":null", "\"kind\":7"})
	void whatTheCaseCouldNotStoreOrShowIsNotTaken(String field) {
		String name = field.substring(1, field.indexOf('"', 1));
		String spoilt = GOOD.replaceFirst("\"" + name + "\":(\\[\\{[^]]*]|\"[^\"]*\"|[0-9.]+)", java.util.regex.Matcher.quoteReplacement(field));
		assertThat(spoilt).isNotEqualTo(GOOD);
		assertThat(fault(spoilt)).isEqualTo(Fault.WRONG_TYPES);
	}

	@ParameterizedTest
	@ValueSource(strings = {"2027-01-01T00:00:00Z", "+1000000000-12-31T23:59:59.999999999Z", "1903-01-01T00:00:00Z"})
	void anAnswerFromAnImpossibleHourIsNotTakenSinceItWouldStayGoodForEver(String asOf) {
		assertThat(fault(GOOD.replace("2026-11-26T09:59:00Z", asOf))).isEqualTo(Fault.TIME);
		assertThat(fault(GOOD.replace("answered", "refused").replace("2026-11-26T09:59:00Z", asOf))).isEqualTo(Fault.TIME);
	}

	@Test
	void clocksOfTwoHousesMayDifferALittle() {
		assertThat(read(GOOD.replace("09:59:00", "10:05:00"))).isInstanceOf(Answer.class);
	}

	@Test
	void aReferenceIsShortAndPlain() {
		assertThat(fault(GOOD.replace("LR-1", "x".repeat(101)))).isEqualTo(Fault.WRONG_TYPES);
		assertThat(fault(GOOD.replace("LR-1", "\\u0000"))).isEqualTo(Fault.WRONG_TYPES);
	}

	@Test
	void linesMayBeParted() {
		assertThat(read(GOOD.replace("دار", "دار\\nبناء"))).isInstanceOf(Answer.class);
	}

	@Test
	void aPromiseToAnswerLaterIsSignedAsSuch() {
		byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
		Question question = question();
		assertThat(reader.accepts(question, body, signed(question.signedAnswer(202, body)))).isTrue();
		assertThat(reader.accepts(question, body, signed(question.signedAnswer(200, body)))).isFalse();
		assertThat(reader.accepts(question, body, "")).isFalse();
	}

	@Test
	void anAgencyThatDoesNotLikeAQuestionIsNotIll() {
		assertThat(new Reply.Unreachable("status-400").ill()).isFalse();
		for (String fault : new String[]{"status-429", "status-500", "time-out", "connection"}) {
			assertThat(new Reply.Unreachable(fault).ill()).as(fault).isTrue();
		}
	}

	private Reply read(String answer) {
		byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
		Question question = question();
		return reader.read(question, bytes, signed(question.signedAnswer(200, bytes)));
	}

	private Fault fault(String answer) {
		return read(answer) instanceof Unusable(Fault fault, byte[] bytes) ? fault : org.assertj.core.api.Assertions.fail("it was taken: " + answer);
	}

	private Question question() {
		byte[] body = Question.body(TITLE, "2/2533/1", "test");
		return new Question("id", TITLE, "2026-000001-1", "2/2533/1", body,
				keys.sign(Question.signed(TITLE, "SY/MUN/ALEPPO/NAFIDHA", "id", "2026-000001-1", body)));
	}

	private String signed(String text) {
		try {
			Signature signature = Signature.getInstance("Ed25519");
			signature.initSign(registry.getPrivate());
			signature.update(text.getBytes(StandardCharsets.UTF_8));
			return Base64.getEncoder().encodeToString(signature.sign());
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}
}
