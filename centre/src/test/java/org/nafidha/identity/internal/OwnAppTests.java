package org.nafidha.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nafidha.identity.OwnApp;
import org.nafidha.identity.Role;
import org.nafidha.identity.SignedIn;
import org.nafidha.identity.StaffRegistry;
import org.nafidha.identity.StaffSignIn.Enrolment;
import org.nafidha.journal.Entry;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Result;
import org.nafidha.testing.CentreTest;
import org.nafidha.testing.Totp;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;

/** An officer links an authenticator app alone. */
@CentreTest
class OwnAppTests {

	private static final SignedIn.Staff ADMINISTRATOR = new SignedIn.Staff("own-app-tests", Set.of(Role.ADMINISTRATOR));

	@Autowired
	OwnApp app;
	@Autowired
	StaffRegistry registry;
	@Autowired
	StaffAccounts accounts;
	@Autowired
	AuthenticatorApps apps;
	@Autowired
	Journal journal;

	private final MockHttpSession session = new MockHttpSession();
	private SignedIn.Staff who;

	@BeforeEach
	void addAnOfficerWhoHasJustSignedIn() {
		String username = "app." + UUID.randomUUID().toString().substring(0, 8);
		String id = registry.add(new StaffRegistry.NewOfficer(username, "تجربة", "Test", "archive", Set.of(Role.REVIEWER)), ADMINISTRATOR).orThrow()
				.officerId();
		who = new SignedIn.Staff(id, Set.of(Role.REVIEWER));
		signedIn(0);
	}

	@Test
	void theNewAppCountsOnlyOnceItHasProvedItself() {
		String first = linked();
		Enrolment offered = app.offer(who, request()).orThrow();
		assertThat(offered.secret()).isNotEqualTo(first);
		assertThat(app.offer(who, request()).orThrow()).as("the same until it is linked").isEqualTo(offered);
		assertThat(refusal(app.link(who, "12 34", request()))).isEqualTo("totp.form");
		assertThat(refusal(app.link(who, Totp.now(first), request()))).as("a code of the old app").isEqualTo("totp.wrong");
		assertThat(app.link(who, Totp.now(offered.secret()), request())).isInstanceOf(Result.Ok.class);
		StaffAccounts.Known now = accounts.byId(who.officerId()).orElseThrow();
		assertThat(apps.accepts(now, Totp.now(first))).as("the old app").isFalse();
		assertThat(apps.accepts(now, Totp.now(offered.secret()))).as("the code that proved the new app, once more").isFalse();
		assertThat(kinds()).endsWith("officer.app-linked", "officer.app-replaced");
	}

	@Test
	void withoutAFreshProofNothingIsOfferedAndNothingLinked() {
		String secret = app.offer(who, request()).orThrow().secret();
		signedIn(FreshProof.GOOD_FOR.toSeconds() + 1);
		assertThat(refusal(app.offer(who, request()))).isEqualTo("account.confirm");
		assertThat(refusal(app.link(who, Totp.now(secret), request()))).isEqualTo("account.confirm");
		assertThat(accounts.byId(who.officerId()).orElseThrow().totpSealed()).isNull();
	}

	@Test
	void aPictureLeftOnTheScreenIsWorthNothingAfterTenMinutes() {
		String old = app.offer(who, request()).orThrow().secret();
		session.setAttribute("nafidha.own-app-since", Instant.now().getEpochSecond() - FreshProof.GOOD_FOR.toSeconds() - 1);
		assertThat(refusal(app.link(who, Totp.now(old), request()))).isEqualTo("account.app.again");
		assertThat(app.offer(who, request()).orThrow().secret()).isNotEqualTo(old);
	}

	@Test
	void ofTwoAppsLinkedAtTheSameMomentOneWins() throws Exception {
		StaffAccounts.Known officer = accounts.byId(who.officerId()).orElseThrow();
		List<Callable<Boolean>> both = IntStream.range(0, 2).<Callable<Boolean>>mapToObj(i -> {
			byte[] sealed = apps.newSecret(officer);
			return () -> apps.link(officer, sealed, Totp.now(apps.enrolment(officer, sealed).secret()));
		}).toList();
		try (var threads = Executors.newFixedThreadPool(2)) {
			assertThat(threads.invokeAll(both).stream().map(future -> future.resultNow())).containsExactlyInAnyOrder(true, false);
		}
		assertThat(kinds().stream().filter("officer.app-linked"::equals)).hasSize(1);
	}

	private String linked() {
		String secret = app.offer(who, request()).orThrow().secret();
		app.link(who, Totp.now(secret), request()).orThrow();
		return secret;
	}

	private void signedIn(long secondsAgo) {
		session.setAttribute(SessionContext.SINCE, Instant.now().getEpochSecond() - secondsAgo);
	}

	private List<String> kinds() {
		return journal.about(who.officerId()).stream().map(Entry::kind).toList();
	}

	private MockHttpServletRequest request() {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setSession(session);
		return request;
	}

	private static String refusal(Result<?> result) {
		return ((Result.Refused<?>) result).refusal().code();
	}
}
