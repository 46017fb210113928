package org.nafidha.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.nafidha.identity.OwnApp;
import org.nafidha.identity.Sessions;
import org.nafidha.identity.SignedIn;
import org.nafidha.identity.StaffSignIn.Enrolment;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Officers link their own apps. What is on offer lies sealed in the session, no longer than a proof is fresh. */
@Component
class OwnAppDesk implements OwnApp {

	private static final String SECRET = "nafidha.own-app";
	private static final String SINCE = "nafidha.own-app-since";

	private final StaffAccounts accounts;
	private final AuthenticatorApps apps;
	private final FreshProof proof;
	private final Sessions sessions;
	private final InstantSource clock;

	OwnAppDesk(StaffAccounts accounts, AuthenticatorApps apps, FreshProof proof, Sessions sessions, InstantSource clock) {
		this.accounts = accounts;
		this.apps = apps;
		this.proof = proof;
		this.sessions = sessions;
		this.clock = clock;
	}

	@Override
	public Result<Enrolment> offer(SignedIn.Staff who, HttpServletRequest request) {
		if (!proof.isFresh(request)) {
			return Refusal.of("account.confirm").asResult();
		}
		StaffAccounts.Known officer = accounts.byId(who.officerId()).orElseThrow();
		byte[] sealed = offered(request);
		if (sealed == null) {
			sealed = apps.newSecret(officer);
			request.getSession().setAttribute(SECRET, sealed);
			request.getSession().setAttribute(SINCE, clock.instant().getEpochSecond());
		}
		return Result.ok(apps.enrolment(officer, sealed));
	}

	@Override
	@Transactional
	public Result<SignedIn.Staff> link(SignedIn.Staff who, String typed, HttpServletRequest request) {
		if (!proof.isFresh(request)) {
			return Refusal.of("account.confirm").asResult();
		}
		byte[] sealed = offered(request);
		if (sealed == null) {
			return Refusal.of("account.app.again").asResult();
		}
		if (!SecondFactors.looksLikeACode(typed)) {
			return Refusal.of("totp.form").asResult();
		}
		if (!apps.link(accounts.byId(who.officerId()).orElseThrow(), sealed, typed)) {
			return Refusal.of("totp.wrong").asResult();
		}
		request.getSession().removeAttribute(SECRET);
		request.getSession().removeAttribute(SINCE);
		sessions.endOthersOf(who.actor(), request);
		return Result.ok(who);
	}

	private byte @Nullable [] offered(HttpServletRequest request) {
		HttpSession session = request.getSession();
		boolean recent = session.getAttribute(SINCE) instanceof Long since
				&& clock.instant().isBefore(Instant.ofEpochSecond(since).plus(FreshProof.GOOD_FOR));
		return recent && session.getAttribute(SECRET) instanceof byte[] sealed ? sealed : null;
	}
}
