package org.nafidha.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.nafidha.identity.RateLimits;
import org.nafidha.identity.RateLimits.Limit;
import org.nafidha.identity.SignedIn;
import org.nafidha.journal.Act;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts tries at signing in, and writes down how they ended. Strict by account and place; wider by account alone, so that a
 * stranger with many addresses comes to an end, but not held against an officer where the officer has signed in before: nobody is shut out
 * of their own office by somebody elsewhere. Failures against an account that exists are at most as many as the limits let through,
 * so the journal is not flooded.
 */
@Component
class StaffTries {

	private static final Actor SIGN_IN = new Actor.System("sign-in");

	private final RateLimits limits;
	private final KnownPlaces places;
	private final Journal journal;
	private final TransactionTemplate transaction;

	StaffTries(RateLimits limits, KnownPlaces places, Journal journal, TransactionTemplate transaction) {
		this.limits = limits;
		this.places = places;
		this.journal = journal;
		this.transaction = transaction;
	}

	/** Makes the try unless there were too many; one that succeeds is not counted. */
	<T> Result<T> counted(String username, HttpServletRequest request, Supplier<Result<T>> attempt) {
		String address = request.getRemoteAddr();
		String accountHere = username + " " + NetworkPlace.of(address);
		boolean known = places.has(username, address);
		Optional<Refusal> tooMany = limits.take(Limit.STAFF_BY_ADDRESS, address)
				.or(() -> limits.take(Limit.STAFF_BY_ACCOUNT_AND_PLACE, accountHere))
				.or(() -> known ? Optional.empty() : limits.take(Limit.STAFF_BY_ACCOUNT, username));
		if (tooMany.isPresent()) {
			return tooMany.get().asResult();
		}
		Result<T> result = attempt.get();
		if (result instanceof Result.Ok<T>) {
			limits.giveBack(Limit.STAFF_BY_ADDRESS, address);
			limits.giveBack(Limit.STAFF_BY_ACCOUNT_AND_PLACE, accountHere);
			if (!known) {
				limits.giveBack(Limit.STAFF_BY_ACCOUNT, username);
			}
		}
		return result;
	}

	void failed(String officerId, String factor) {
		write(new Act("staff.sign-in-failed", officerId, SIGN_IN, Map.of("factor", factor)));
	}

	void signedIn(SignedIn.Staff staff, String factor, HttpServletRequest request) {
		transaction.executeWithoutResult(status -> {
			places.remember(staff.officerId(), request.getRemoteAddr());
			journal.append(new Act("staff.signed-in", staff.officerId(), staff.actor(), Map.of("factor", factor)));
		});
	}

	void signedOut(SignedIn.Staff staff) {
		write(new Act("staff.signed-out", staff.officerId(), staff.actor(), Map.of()));
	}

	private void write(Act act) {
		transaction.executeWithoutResult(status -> journal.append(act));
	}
}
