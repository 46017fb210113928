package org.nafidha.portal;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nafidha.identity.Role;
import org.nafidha.kernel.LocalizedText;

/**
 * Once that somebody of the staff looked at a person's data.
 *
 * @param officer name; null when the account is not known here any more, and of an opinion
 * @param unit where the officer works
 * @param what code of which data: its words are {@code access.what.<code>}
 * @param about number of the case that was looked into; null for the person's own data
 * @param purpose in the officer's own words; null at a counter, where the person was present, and of an opinion, which another officer asked for
 */
public record Look(Instant at, @Nullable LocalizedText officer, @Nullable LocalizedText unit, Set<Role> roles, String what, @Nullable String about,
		@Nullable String purpose) {

	/** {@link #what} of an opinion that an officer asked of another unit. */
	public static final String OPINION = "opinion";

	public boolean opinion() {
		return what.equals(OPINION);
	}
}
