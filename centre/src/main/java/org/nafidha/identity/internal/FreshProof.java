package org.nafidha.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.springframework.stereotype.Component;

/** Whether the officer has signed in, or typed the password again, a short while ago. */
@Component
class FreshProof {

	static final Duration GOOD_FOR = Duration.ofMinutes(10);

	private static final String CONFIRMED = "nafidha.confirmed";

	private final StaffAccounts accounts;
	private final Passwords passwords;
	private final StaffTries tries;
	private final InstantSource clock;

	FreshProof(StaffAccounts accounts, Passwords passwords, StaffTries tries, InstantSource clock) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.tries = tries;
		this.clock = clock;
	}

	boolean isFresh(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return session != null && (isRecent(session.getAttribute(SessionContext.SINCE)) || isRecent(session.getAttribute(CONFIRMED)));
	}

	/** A wrong password counts like one at the sign-in: a session left open is no place to guess it. */
	Result<StaffAccounts.Known> confirm(SignedIn.Staff who, String password, HttpServletRequest request) {
		StaffAccounts.Known officer = accounts.byId(who.officerId()).orElseThrow();
		return tries.counted(officer.username(), request, () -> {
			if (!passwords.matches(password, officer.passwordHash())) {
				tries.failed(officer.id(), "password");
				return Refusal.of("account.password").asResult();
			}
			request.getSession().setAttribute(CONFIRMED, clock.instant().getEpochSecond());
			return Result.ok(officer);
		});
	}

	private boolean isRecent(@Nullable Object since) {
		return since instanceof Long second && clock.instant().isBefore(Instant.ofEpochSecond(second).plus(GOOD_FOR));
	}
}
