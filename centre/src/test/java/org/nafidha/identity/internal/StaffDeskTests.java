package org.nafidha.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nafidha.identity.RateLimits.Limit;
import org.nafidha.identity.Role;
import org.nafidha.identity.SignedIn;
import org.nafidha.identity.StaffRegistry;
import org.nafidha.identity.StaffRegistry.FirstPassword;
import org.nafidha.identity.StaffSignIn;
import org.nafidha.identity.StaffSignIn.Step;
import org.nafidha.journal.Entry;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Result;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;

@CentreTest
class StaffDeskTests {

	private static final AtomicInteger NUMBER = new AtomicInteger();
	private static final SignedIn.Staff ADMINISTRATOR = new SignedIn.Staff("desk-tests", Set.of(Role.ADMINISTRATOR));
	private static final String CHOSEN = "قهوة مع الهال كل صباح";

	@Autowired
	StaffSignIn desk;
	@Autowired
	StaffRegistry registry;
	@Autowired
	KnownPlaces places;
	@Autowired
	Journal journal;
	@Autowired
	JdbcClient db;

	private final MockHttpSession session = new MockHttpSession();
	private String username;
	private FirstPassword first;

	@BeforeEach
	void addAnOfficer() {
		username = "desk." + NUMBER.incrementAndGet();
		first = registry.add(new StaffRegistry.NewOfficer(username, "تجربة", "Test", "council/informatics", Set.of(Role.AUDITOR)), ADMINISTRATOR)
				.orThrow();
	}

	@Test
	void anOfficerIsSignedInAfterBothFactorsAndNotBefore() {
		String secret = enrolled();
		session.clearAttributes();
		assertThat(desk.password(" " + username.toUpperCase(Locale.ROOT), CHOSEN, request())).isEqualTo(Result.ok(Step.SECOND_FACTOR));
		assertThat(desk.pending(request()).orElseThrow().hasTotp()).isTrue();
		db.sql("update identity.officer set totp_last_step = null where username = ?").param(username).update();
		assertThat(desk.code(code(secret, 0), request())).isEqualTo(Result.ok(new SignedIn.Staff(first.officerId(), Set.of(Role.AUDITOR))));
		assertThat(desk.pending(request())).isEmpty();
		assertThat(journal.about(first.officerId())).extracting(Entry::kind).contains("officer.added", "role.granted", "staff.signed-in");
	}

	@Test
	void aPasswordThatAnAdministratorHasSetMustBeChangedFirst() {
		assertThat(desk.password(username, first.password(), request())).isEqualTo(Result.ok(Step.NEW_PASSWORD));
		assertThat(refusal(desk.code("123456", request()))).isEqualTo("staff.again");
		assertThat(refusal(desk.enrol("123456", request()))).isEqualTo("staff.again");
		assertThatThrownBy(() -> desk.enrolment(request())).isInstanceOf(IllegalStateException.class);
		assertThat(refusal(desk.newPassword("short", "short", request()))).isEqualTo("password.short");
		assertThat(refusal(desk.newPassword("x".repeat(129), "x".repeat(129), request()))).isEqualTo("password.long");
		assertThat(refusal(desk.newPassword("my name is " + username, "", request()))).isEqualTo("password.username");
		assertThat(refusal(desk.newPassword(first.password(), first.password(), request()))).isEqualTo("password.same");
		assertThat(refusal(desk.newPassword(CHOSEN, CHOSEN + "!", request()))).isEqualTo("password.differs");
		assertThat(desk.newPassword(CHOSEN, CHOSEN, request())).isEqualTo(Result.ok(Step.ENROL));
		assertThat(refusal(desk.password(username, first.password(), request()))).isEqualTo("staff.wrong");
	}

	@Test
	void anEnrolledSecretCountsOnlyOnceTheAppHasProvedIt() {
		desk.password(username, first.password(), request());
		desk.newPassword(CHOSEN, CHOSEN, request());
		StaffSignIn.Enrolment enrolment = desk.enrolment(request());
		assertThat(desk.enrolment(request())).as("the same until it is confirmed").isEqualTo(enrolment);
		assertThat(enrolment.address()).startsWith("otpauth://totp/Nafidha:" + username + "?secret=" + enrolment.secret());
		assertThat(refusal(desk.enrol(wrong(code(enrolment.secret(), 0)), request()))).isEqualTo("totp.wrong");
		assertThat(db.sql("select totp_sealed is null from identity.officer where username = ?").param(username).query(Boolean.class).single())
				.isTrue();
		assertThat(desk.enrol(code(enrolment.secret(), 0), request())).isInstanceOf(Result.Ok.class);
	}

	@Test
	void aCodeIsAcceptedOneStepEarlyOrLateButNeverTwice() {
		String secret = enrolled();
		for (int step : new int[]{-1, 0, 1}) {
			db.sql("update identity.officer set totp_last_step = null where username = ?").param(username).update();
			desk.password(username, CHOSEN, request());
			assertThat(desk.code(code(secret, step), request())).as("step " + step).isInstanceOf(Result.Ok.class);
		}
		desk.password(username, CHOSEN, request());
		assertThat(refusal(desk.code(code(secret, 1), request()))).as("replayed").isEqualTo("totp.wrong");
		assertThat(refusal(desk.code(code(secret, 0), request()))).as("older than one that was accepted").isEqualTo("totp.wrong");
		db.sql("update identity.officer set totp_last_step = null where username = ?").param(username).update();
		assertThat(refusal(desk.code(code(secret, 3), request()))).isEqualTo("totp.wrong");
		assertThat(refusal(desk.code("12345", request()))).isEqualTo("totp.form");
	}

	@Test
	void theFirstPasswordAndTheFirstAppAreWrittenDownWithoutAnySecret() {
		String secret = enrolled();
		assertThat(journal.about(first.officerId())).extracting(Entry::kind).containsExactly("officer.added", "role.granted", "officer.password-set",
				"officer.app-linked", "staff.signed-in");
		assertThat(journal.about(first.officerId())).filteredOn(entry -> entry.kind().matches("officer\\.(password-set|app-linked)"))
				.allSatisfy(entry -> {
					assertThat(entry.actor()).isEqualTo("officer:" + first.officerId());
					assertThat(entry.facts()).isEqualTo("{}");
				});
		assertThat(journal.about(first.officerId())).noneSatisfy(entry -> assertThat(entry.facts()).contains(secret));
	}

	@Test
	void aWrongUsernameAndAWrongPasswordAreToldTheSame() {
		assertThat(refusal(desk.password("nobody-at-all", CHOSEN, request()))).isEqualTo("staff.wrong");
		assertThat(refusal(desk.password(username, "wrong", request()))).isEqualTo("staff.wrong");
		assertThat(journal.about(first.officerId())).extracting(Entry::kind).contains("staff.sign-in-failed");
		assertThat(desk.pending(request())).isEmpty();
	}

	@Test
	void aSecondFactorWithoutThePasswordOpensNothing() {
		String secret = enrolled();
		session.clearAttributes();
		assertThat(refusal(desk.code(code(secret, 0), request()))).isEqualTo("staff.again");
		assertThat(desk.passkeyOptions(request())).isEmpty();
		assertThat(refusal(desk.passkey("{}", request()))).isEqualTo("staff.again");
	}

	@Test
	void theTimeBetweenTheStepsIsLimited() {
		enrolled();
		desk.password(username, CHOSEN, request());
		long tooLong = PendingSession.GOOD_FOR.toSeconds() + 1;
		session.setAttribute("nafidha.pending-since", Instant.now().getEpochSecond() - tooLong);
		assertThat(desk.pending(request())).isEmpty();
		assertThat(refusal(desk.code("123456", request()))).isEqualTo("staff.again");
	}

	@Test
	void aClosedAccountIsRefusedAlsoBetweenTheSteps() {
		String secret = enrolled();
		desk.password(username, CHOSEN, request());
		registry.changeActive(first.officerId(), false, ADMINISTRATOR);
		assertThat(refusal(desk.code(code(secret, 0), request()))).isEqualTo("staff.again");
		assertThat(refusal(desk.password(username, CHOSEN, request()))).isEqualTo("staff.wrong");
	}

	@Test
	void tooManyWrongTriesPauseTheAccountAlsoForTheRightPassword() {
		for (int i = 0; i < Limit.STAFF_BY_ACCOUNT_AND_PLACE.tries(); i++) {
			assertThat(refusal(desk.password(username, "wrong", request()))).isEqualTo("staff.wrong");
		}
		assertThat(refusal(desk.password(username, first.password(), request()))).isEqualTo("too-many-tries");
		long written = journal.about(first.officerId()).stream().filter(entry -> entry.kind().equals("staff.sign-in-failed")).count();
		assertThat(written).isEqualTo(Limit.STAFF_BY_ACCOUNT_AND_PLACE.tries());
	}

	@Test
	void aStrangerWithManyAddressesComesToAnEndButDoesNotShutTheOfficerOutOfTheirOwnPlace() {
		enrolled();
		int tried = 0;
		while (refusal(desk.password(username, "wrong", from("203.0.113." + (tried / 5)))).equals("staff.wrong")) {
			tried++;
		}
		assertThat(tried).isEqualTo(Limit.STAFF_BY_ACCOUNT.tries());
		assertThat(refusal(desk.password(username, CHOSEN, from("198.51.100.1")))).as("a place nobody knows").isEqualTo("too-many-tries");
		assertThat(desk.password(username, CHOSEN, request())).as("where the officer has signed in before").isEqualTo(Result.ok(Step.SECOND_FACTOR));
	}

	@Test
	void aKnownPlaceIsNoPlaceToGuessEither() {
		enrolled();
		for (int i = 0; i < Limit.STAFF_BY_ACCOUNT_AND_PLACE.tries(); i++) {
			assertThat(refusal(desk.password(username, "wrong", request()))).isEqualTo("staff.wrong");
		}
		assertThat(refusal(desk.password(username, CHOSEN, request()))).isEqualTo("too-many-tries");
	}

	@Test
	void aPlaceIsForgottenAfterALongTime() {
		enrolled();
		String address = request().getRemoteAddr();
		assertThat(places.has(username, address)).isTrue();
		assertThat(places.has("nobody-at-all", address)).isFalse();
		db.sql("update identity.known_place set seen_at = seen_at - interval '46 days' where officer = ?").param(first.officerId()).update();
		assertThat(places.has(username, address)).isFalse();
		places.forget(Instant.now().minus(KnownPlaces.KEPT));
		assertThat(db.sql("select count(*) from identity.known_place where officer = ?").param(first.officerId()).query(Long.class).single())
				.isZero();
	}

	@Test
	void theAddressesOfOneIpv6NetworkAreOnePlace() {
		for (int i = 0; i < Limit.STAFF_BY_ACCOUNT_AND_PLACE.tries(); i++) {
			assertThat(refusal(desk.password(username, "wrong", from("2001:db8:7:7::" + Integer.toHexString(i + 1))))).isEqualTo("staff.wrong");
		}
		assertThat(refusal(desk.password(username, "wrong", from("2001:db8:7:7:ffff::1")))).isEqualTo("too-many-tries");
		assertThat(refusal(desk.password(username, "wrong", from("2001:db8:7:8::1")))).as("the neighbours").isEqualTo("staff.wrong");
	}

	@Test
	void wrongCodesCountAgainstTheSameAccount() {
		enrolled();
		desk.password(username, CHOSEN, request());
		for (int i = 0; i < Limit.STAFF_BY_ACCOUNT_AND_PLACE.tries(); i++) {
			desk.code("000000", request());
		}
		assertThat(refusal(desk.code("000000", request()))).isEqualTo("too-many-tries");
	}

	@Test
	void rightTriesAreNotCounted() {
		enrolled();
		for (int i = 0; i < Limit.STAFF_BY_ACCOUNT_AND_PLACE.tries() + 3; i++) {
			assertThat(desk.password(username, CHOSEN, request())).isInstanceOf(Result.Ok.class);
		}
	}

	@Test
	void aSealedSecretMovedToAnotherOfficerDoesNotOpen() {
		enrolled();
		desk.password(username, CHOSEN, request());
		db.sql("""
				update identity.officer o set totp_sealed = other.totp_sealed from identity.officer other
				 where o.username = ? and other.username = 'sami'
				""").param(username).update();
		assertThatThrownBy(() -> desk.code("123456", request())).isInstanceOf(IllegalStateException.class);
	}

	/** Takes the officer through the first sign-in; answers the secret. */
	private String enrolled() {
		desk.password(username, first.password(), request());
		desk.newPassword(CHOSEN, CHOSEN, request());
		String secret = desk.enrolment(request()).secret();
		assertThat(desk.enrol(code(secret, 0), request())).isInstanceOf(Result.Ok.class);
		return secret;
	}

	private MockHttpServletRequest from(String address) {
		MockHttpServletRequest request = request();
		request.setRemoteAddr(address);
		return request;
	}

	private MockHttpServletRequest request() {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setSession(session);
		request.setRemoteAddr("10.9.0." + username.substring(5));
		return request;
	}

	private static String code(String secret, int stepsAhead) {
		try {
			Instant at = Instant.now().plusSeconds(30L * stepsAhead);
			return new TimeBasedOneTimePasswordGenerator().generateOneTimePasswordString(new SecretKeySpec(Base32.decode(secret), "HmacSHA1"), at,
					Locale.ROOT);
		} catch (java.security.InvalidKeyException e) {
			throw new IllegalStateException(e);
		}
	}

	private static String wrong(String code) {
		return code.charAt(5) == '9' ? code.substring(0, 5) + "0" : code.substring(0, 5) + "9";
	}

	private static String refusal(Result<?> result) {
		return ((Result.Refused<?>) result).refusal().code();
	}
}
