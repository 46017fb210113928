package org.nafidha.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.nafidha.kernel.Result;

/**
 * How staff sign in: a password, then a second factor (a code of an authenticator app, or a passkey). Between the steps the
 * session remembers, for ten minutes, whose password was right; that alone opens nothing. An officer without a second
 * factor enrols one before the first sign-in, and changes a password that somebody else has set.
 *
 * <p>Wrong tries are counted by account and place, by account and by network address, and refused as {@code too-many-tries}; each is
 * written to the journal. What strangers try elsewhere does not shut an officer out where the officer has signed in before.
 */
public interface StaffSignIn {

	/** What an officer whose password was right has to do next. */
	enum Step {
		NEW_PASSWORD, ENROL, SECOND_FACTOR
	}

	/** An officer between the steps. */
	record Pending(String officerId, String username, Step step, boolean hasTotp, boolean hasPasskey) {
	}

	/** The secret for an authenticator app: as text to type, and as the address that a QR code carries. */
	record Enrolment(String secret, String address) {
	}

	/** Refused as {@code staff.wrong}, whether the username or the password is wrong. */
	Result<Step> password(String username, String password, HttpServletRequest request);

	/** The officer between the steps; empty when the ten minutes are over. The other methods then refuse as {@code staff.again}. */
	Optional<Pending> pending(HttpServletRequest request);

	/** Refused as {@code password.short}, {@code password.long}, {@code password.username}, {@code password.same} or {@code password.differs}. */
	Result<Step> newPassword(String chosen, String repeated, HttpServletRequest request);

	/** The secret to enrol, the same until it is confirmed. Throws {@link IllegalStateException} unless {@link Step#ENROL} is next. */
	Enrolment enrolment(HttpServletRequest request);

	/** Confirms the secret with a first code, as typed. */
	Result<SignedIn.Staff> enrol(String typed, HttpServletRequest request);

	/** Refused as {@code totp.form} or {@code totp.wrong}; a code that was accepted once is wrong. */
	Result<SignedIn.Staff> code(String typed, HttpServletRequest request);

	/** What {@code navigator.credentials.get} takes, as JSON; empty when nobody is between the steps or has no passkey. */
	Optional<String> passkeyOptions(HttpServletRequest request);

	/** What {@code navigator.credentials.get} gave, as JSON. Refused as {@code passkey.wrong}. */
	Result<SignedIn.Staff> passkey(String credential, HttpServletRequest request);
}
