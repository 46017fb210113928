package org.nafidha.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nafidha.identity.CitizenSignIn;
import org.nafidha.identity.CitizenSignIn.CodeSent;
import org.nafidha.identity.PeopleRegistry;
import org.nafidha.identity.Person;
import org.nafidha.identity.RateLimits.Limit;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.NationalNumber;
import org.nafidha.kernel.PersonName;
import org.nafidha.kernel.Result;
import org.nafidha.notifications.DemoOutbox;
import org.nafidha.platform.Texts;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CentreTest
class OneTimeCodesTests {

	private static final Duration SOON = Duration.ofSeconds(20);

	@Autowired
	CitizenSignIn signIn;
	@Autowired
	PeopleRegistry registry;
	@Autowired
	DemoOutbox outbox;
	@Autowired
	JdbcClient db;

	@Test
	void theCodeThatWasSentSignsIn() {
		Person person = person("02930000001");
		CodeSent sent = ask(person, "10.1.0.1");
		assertThat(sent.reference()).matches("[A-Z]{4}");
		assertThat(signIn.enter(sent.id(), code(sent), "10.1.0.1")).isEqualTo(Result.ok(new SignedIn.Citizen(person.id())));
	}

	@Test
	void theCodeMayBeTypedInArabicDigitsWithSpaces() {
		CodeSent sent = ask(person("02930000002"), "10.1.0.2");
		String typed = code(sent).chars().mapToObj(c -> Character.toString('٠' + c - '0')).reduce("", (a, b) -> a + " " + b);
		assertThat(signIn.enter(sent.id(), typed, "10.1.0.2")).isInstanceOf(Result.Ok.class);
	}

	@Test
	void aCodeIsGoodForOneUse() {
		CodeSent sent = ask(person("02930000003"), "10.1.0.3");
		String code = code(sent);
		signIn.enter(sent.id(), code, "10.1.0.3");
		assertThat(refusal(signIn.enter(sent.id(), code, "10.1.0.3"))).isEqualTo("code.over");
	}

	@Test
	void ofManyUsesAtTheSameMomentOneSucceeds() throws Exception {
		CodeSent sent = ask(person("02930000004"), "10.1.0.4");
		String code = code(sent);
		try (var threads = Executors.newFixedThreadPool(4)) {
			Callable<Result<SignedIn.Citizen>> use = () -> signIn.enter(sent.id(), code, "10.1.0.4");
			long successes = threads.invokeAll(IntStream.range(0, 4).mapToObj(i -> use).toList()).stream()
					.filter(future -> future.resultNow() instanceof Result.Ok).count();
			assertThat(successes).isOne();
		}
	}

	@Test
	void afterFiveWrongTriesTheRightCodeIsRefusedToo() {
		CodeSent sent = ask(person("02930000005"), "10.1.0.5");
		String code = code(sent);
		for (int left = 4; left > 0; left--) {
			Result<SignedIn.Citizen> wrong = signIn.enter(sent.id(), wrong(code), "10.1.0.5");
			assertThat(((Result.Refused<SignedIn.Citizen>) wrong).refusal().values()).containsEntry("left", Integer.toString(left));
		}
		assertThat(refusal(signIn.enter(sent.id(), wrong(code), "10.1.0.5"))).isEqualTo("code.over");
		assertThat(refusal(signIn.enter(sent.id(), code, "10.1.0.5"))).isEqualTo("code.over");
	}

	@Test
	void aCodeEndsAfterFiveMinutes() {
		CodeSent sent = ask(person("02930000006"), "10.1.0.6");
		assertThat(Duration.between(Instant.now(), sent.expiresAt())).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
		String code = code(sent);
		db.sql("update identity.one_time_code set expires_at = ? where id = ?").params(Timestamp.from(Instant.now().minusSeconds(1)), sent.id())
				.update();
		assertThat(refusal(signIn.enter(sent.id(), code, "10.1.0.6"))).isEqualTo("code.over");
	}

	@Test
	void aCodeIsNotInTheDatabase() {
		CodeSent sent = ask(person("02930000007"), "10.1.0.7");
		String code = code(sent);
		byte[] stored = db.sql("select code_hmac from identity.one_time_code where id = ?").param(sent.id()).query(byte[].class).single();
		assertThat(stored).hasSize(32);
		assertThat(db.sql("select row_to_json(c)::text from identity.one_time_code c where id = ?").param(sent.id()).query(String.class).single())
				.doesNotContain(code);
	}

	@Test
	void aNumberThatNobodyHasIsAnsweredLikeAnyOther() {
		CodeSent known = ask(person("02930000008"), "10.1.0.8");
		CodeSent unknown = signIn.ask(new NationalNumber("02939999999"), Texts.ARABIC, "10.1.0.8").orThrow();
		assertThat(row(unknown)).isEqualTo(row(known));
		assertThat(refusal(signIn.enter(unknown.id(), "000000", "10.1.0.8")))
				.isEqualTo(refusal(signIn.enter(known.id(), wrong(code(known)), "10.1.0.8")))
				.isEqualTo("code.wrong");
		assertThat(outbox.newest(100)).noneMatch(sent -> unknown.reference().equals(sent.values().get("reference")));
	}

	@Test
	void evenTheRightGuessForANumberThatNobodyHasOpensNothing() {
		CodeSent unknown = signIn.ask(new NationalNumber("02939999998"), Texts.ARABIC, "10.1.0.9").orThrow();
		db.sql("update identity.one_time_code set tries_left = 2000000 where id = ?").param(unknown.id()).update();
		CodeSent other = ask(person("02930000009"), "10.1.0.9");
		db.sql("update identity.one_time_code a set code_hmac = b.code_hmac from identity.one_time_code b where a.id = ? and b.id = ?")
				.params(unknown.id(), other.id()).update();
		assertThat(refusal(signIn.enter(unknown.id(), code(other), "10.1.0.9"))).isEqualTo("code.wrong");
	}

	@Test
	void aMarkMovedToAnotherCodeIsWorthless() {
		CodeSent mine = ask(person("02930000010"), "10.1.0.10");
		CodeSent victim = ask(person("02930000011"), "10.1.0.10");
		db.sql("update identity.one_time_code a set code_hmac = b.code_hmac from identity.one_time_code b where a.id = ? and b.id = ?")
				.params(victim.id(), mine.id()).update();
		assertThat(refusal(signIn.enter(victim.id(), code(mine), "10.1.0.10"))).isEqualTo("code.wrong");
	}

	@Test
	void codesForOneNumberAreLimitedWhetherAnybodyHasItOrNot() {
		for (NationalNumber number : java.util.List.of(person("02930000012").nationalNumber(), new NationalNumber("02939999997"))) {
			for (int i = 0; i < Limit.CODE_BY_NUMBER.tries(); i++) {
				assertThat(signIn.ask(number, Texts.ARABIC, "10.1.1." + i)).isInstanceOf(Result.Ok.class);
			}
			Result<CodeSent> tooMany = signIn.ask(number, Texts.ARABIC, "10.1.1.99");
			assertThat(refusal(tooMany)).isEqualTo("too-many-tries");
			assertThat(((Result.Refused<CodeSent>) tooMany).refusal().values().get("time")).matches("[0-2][0-9]:[0-5][0-9]");
		}
	}

	@Test
	void whoeverGuessesForOneNumberFromManyAddressesComesToAnEndWhetherAnybodyHasTheNumberOrNot() {
		for (NationalNumber number : java.util.List.of(person("02930000014").nationalNumber(), new NationalNumber("02939999996"))) {
			int tried = 0;
			for (CodeSent sent : asked(number, Limit.WRONG_CODE_BY_NUMBER.tries() / OneTimeCodes.TRIES + 1)) {
				for (int i = 0; i < OneTimeCodes.TRIES && tried < Limit.WRONG_CODE_BY_NUMBER.tries(); i++) {
					String place = "2001:db8:" + tried++ + "::1";
					assertThat(refusal(signIn.enter(sent.id(), "000000", place))).isIn("code.wrong", "code.over");
				}
			}
			CodeSent last = asked(number, 1).getFirst();
			Result<SignedIn.Citizen> late = signIn.enter(last.id(), "000000", "198.51.100.77");
			assertThat(refusal(late)).isEqualTo("code.too-many-wrong");
			assertThat(((Result.Refused<SignedIn.Citizen>) late).refusal().values().get("time")).matches("[0-2][0-9]:[0-5][0-9]");
		}
	}

	@Test
	void rightCodesAreNotCountedAgainstTheNumber() {
		Person person = person("02930000015");
		for (CodeSent sent : asked(person.nationalNumber(), Limit.WRONG_CODE_BY_NUMBER.tries() + 1)) {
			assertThat(signIn.enter(sent.id(), code(sent), "10.1.0.15")).isInstanceOf(Result.Ok.class);
		}
	}

	@Test
	void theAddressesOfOneIpv6NetworkShareTheirTries() {
		for (int i = 0; i < Limit.WRONG_CODE_BY_ADDRESS.tries(); i++) {
			assertThat(refusal(signIn.enter("no-such-code", "123456", "2001:db8:9:9::" + Integer.toHexString(i + 1)))).isEqualTo("code.over");
		}
		assertThat(refusal(signIn.enter("no-such-code", "123456", "2001:db8:9:9:1::1"))).isEqualTo("too-many-tries");
		assertThat(refusal(signIn.enter("no-such-code", "123456", "2001:db8:9:a::1"))).as("the neighbours").isEqualTo("code.over");
	}

	@Test
	void whatIsNoCodeCostsNoTry() {
		CodeSent sent = ask(person("02930000013"), "10.1.0.13");
		assertThat(refusal(signIn.enter(sent.id(), " ", "10.1.0.13"))).isEqualTo("code.missing");
		assertThat(refusal(signIn.enter(sent.id(), "12345", "10.1.0.13"))).isEqualTo("code.form");
		assertThat(refusal(signIn.enter(sent.id(), "12345a", "10.1.0.13"))).isEqualTo("code.form");
		assertThat(db.sql("select tries_left from identity.one_time_code where id = ?").param(sent.id()).query(Integer.class).single())
				.isEqualTo(OneTimeCodes.TRIES);
		assertThat(refusal(signIn.enter("no-such-code", "123456", "10.1.0.13"))).isEqualTo("code.over");
	}

	private String row(CodeSent sent) {
		return db.sql("select octet_length(code_hmac) || ' ' || tries_left || ' ' || (expires_at - made_at) from identity.one_time_code where id = ?")
				.param(sent.id()).query(String.class).single();
	}

	/** As if the pauses between requests for codes had been waited for. */
	private java.util.List<CodeSent> asked(NationalNumber number, int times) {
		return IntStream.range(0, times).mapToObj(i -> {
			db.sql("delete from identity.rate_limit where id like 'CODE_BY_NUMBER:%'").update();
			return signIn.ask(number, Texts.ARABIC, "10.1.2.1").orThrow();
		}).toList();
	}

	private CodeSent ask(Person person, String address) {
		return signIn.ask(person.nationalNumber(), Texts.ARABIC, address).orThrow();
	}

	private Person person(String number) {
		Person person = new Person(UUID.randomUUID().toString(), new NationalNumber(number), new PersonName("رنا", "السيد", "خالد", null), null,
				"+963933000000", null);
		return registry.add(person).orThrow();
	}

	private String code(CodeSent sent) {
		return await().atMost(SOON)
				.until(() -> outbox.newest(500).stream().filter(s -> sent.reference().equals(s.values().get("reference"))).findFirst(),
						java.util.Optional::isPresent)
				.orElseThrow().values().get("code");
	}

	private static String wrong(String code) {
		return code.charAt(0) == '9' ? "0" + code.substring(1) : "9" + code.substring(1);
	}

	private static String refusal(Result<?> result) {
		return ((Result.Refused<?>) result).refusal().code();
	}
}
