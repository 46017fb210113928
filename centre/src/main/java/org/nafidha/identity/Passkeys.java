package org.nafidha.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.Result;

/** The passkeys of officers (WebAuthn Level 3, by Spring Security). They work only at the centre's public address. */
public interface Passkeys {

	/** @param id Base64url of the credential's id */
	record Passkey(String id, String label, @Nullable Instant added, @Nullable Instant lastUsed) {
	}

	List<Passkey> of(String officerId);

	/** What {@code navigator.credentials.create} takes, as JSON; its challenge is kept in the session. */
	String registrationOptions(String officerId, HttpServletRequest request);

	/** What {@code navigator.credentials.create} gave, as JSON. Refused as {@code passkey.wrong}. */
	Result<Passkey> register(String officerId, String label, String credential, HttpServletRequest request);

	/** Removes the passkey if it is this officer's. */
	void remove(String officerId, String passkeyId);
}
