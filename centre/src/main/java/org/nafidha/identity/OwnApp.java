package org.nafidha.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.nafidha.kernel.Result;

/**
 * How an officer links an authenticator app alone, or another in place of the one there is: a new phone needs no administrator. It needs
 * the fresh proof of {@link OwnAccount}, and the old app works until a code of the new one was right. Written to the journal.
 */
public interface OwnApp {

	/** The secret to link, the same for ten minutes or until it is linked. Refused as {@code account.confirm}. */
	Result<StaffSignIn.Enrolment> offer(SignedIn.Staff who, HttpServletRequest request);

	/**
	 * Links the app that was offered, and ends the officer's sessions everywhere but here. Refused as {@code account.confirm},
	 * {@code totp.form}, {@code totp.wrong}, and as {@code account.app.again} when nothing is on offer any more.
	 *
	 * @param typed a code of the new app, in any digits
	 */
	Result<SignedIn.Staff> link(SignedIn.Staff who, String typed, HttpServletRequest request);
}
