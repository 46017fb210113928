package org.nafidha.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.Result;

/**
 * What an officer does with the officer's own account: passkeys (WebAuthn Level 3, by Spring Security; good only at the
 * centre's public address) and the password. Changing anything needs a fresh proof of who sits there, since counters are
 * left unattended: a sign-in or a password typed within the last ten minutes; without it every change is refused as
 * {@code account.confirm}. Every change is written to the journal.
 */
public interface OwnAccount {

	/** @param id Base64url of the credential's id */
	record Passkey(String id, String label, @Nullable Instant added, @Nullable Instant lastUsed) {
	}

	/** What there is. The passkeys are in the order in which they were added. */
	record Overview(String username, boolean hasTotp, List<Passkey> passkeys) {

		/** Nobody takes away the only second factor. */
		public boolean canRemove() {
			return hasTotp || passkeys.size() > 1;
		}
	}

	Overview of(SignedIn.Staff who);

	/** Whether the proof is fresh enough to change anything. */
	boolean confirmed(HttpServletRequest request);

	/** The password, typed again. Refused as {@code account.password} or {@code too-many-tries}. */
	Result<Overview> confirm(SignedIn.Staff who, String password, HttpServletRequest request);

	/**
	 * Ends the officer's sessions everywhere but here. Refused as {@code password.short}, {@code password.long},
	 * {@code password.username}, {@code password.same} or {@code password.differs}.
	 */
	Result<Overview> changePassword(SignedIn.Staff who, String chosen, String repeated, HttpServletRequest request);

	/** What {@code navigator.credentials.create} takes, as JSON; its challenge is kept in the session and good for one answer. */
	Optional<String> passkeyOptions(SignedIn.Staff who, HttpServletRequest request);

	/** What {@code navigator.credentials.create} gave, as JSON. Refused as {@code passkey.refused}. */
	Result<Passkey> addPasskey(SignedIn.Staff who, String label, String credential, HttpServletRequest request);

	/** Refused as {@code passkey.unknown} if it is not this officer's, and as {@code passkey.last}. */
	Result<Passkey> removePasskey(SignedIn.Staff who, String passkeyId, HttpServletRequest request);
}
