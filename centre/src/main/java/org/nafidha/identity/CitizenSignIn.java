package org.nafidha.identity;

import java.time.Instant;
import java.util.Locale;
import org.nafidha.kernel.NationalNumber;
import org.nafidha.kernel.Result;

/**
 * How citizens sign in: by national number and a code of six digits that is sent to them, good for five minutes, five tries
 * and one use. Whether a number belongs to anybody cannot be told from any answer, nor from how long it takes.
 */
public interface CitizenSignIn {

	/**
	 * A code is on its way, if the number belongs to somebody.
	 *
	 * @param id to be kept in the session, not shown
	 * @param reference four letters that stand on the page and in the message, so that a person knows which code is meant
	 */
	record CodeSent(String id, String reference, Instant expiresAt) {
	}

	/**
	 * Sends a code; refused only as {@code too-many-tries}.
	 *
	 * @param address network address of the asker
	 */
	Result<CodeSent> ask(NationalNumber number, Locale language, String address);

	/**
	 * Enters a code as typed, in any digits. Refused as {@code code.missing}, {@code code.form}, {@code code.wrong} (with the tries that are {@code left}),
	 * {@code code.over} (expired, used, or out of tries: ask for a new one), {@code too-many-tries} or {@code code.too-many-wrong}
	 * (so many wrong codes for one number that even the right one is not taken before {@code time}).
	 */
	Result<SignedIn.Citizen> enter(String id, String typed, String address);
}
