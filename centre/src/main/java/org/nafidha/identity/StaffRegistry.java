package org.nafidha.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nafidha.kernel.Result;

/**
 * The staff as an administrator keeps it. Every change of power, presence or sign-in is written to the journal, and takes
 * effect at the officer's next request. Nobody changes their own roles, and one administrator always remains.
 */
public interface StaffRegistry {

	/**
	 * An officer's account.
	 *
	 * @param present as the officer or a head has set it, whether active or not
	 */
	record Account(Officer officer, boolean active, boolean present, boolean invented, boolean hasTotp, int passkeys, Instant addedAt) {
	}

	/** What an administrator types to add an officer. */
	record NewOfficer(String username, String nameAr, String nameEn, String unit, Set<Role> roles) {
	}

	/**
	 * An officer goes to work in another unit.
	 *
	 * @param from code of the unit the administrator was shown
	 * @param to code of the new unit
	 * @param why in the administrator's own words, 3 to 300 characters
	 */
	record Move(String from, String to, String why) {

		public static final int WHY_LIMIT = 300;
	}

	/** A password that is shown once; the officer has to change it at the next sign-in. */
	record FirstPassword(String officerId, String password) {
	}

	/** All accounts, by unit and name. */
	List<Account> accounts();

	Optional<Account> account(String officerId);

	/**
	 * Refused as {@code staff.username.form}, {@code staff.username.taken}, {@code staff.name.missing}, {@code staff.unit.unknown} or
	 * {@code staff.roles.none}, {@code staff.roles.auditor} (an auditor holds no other role).
	 */
	Result<FirstPassword> add(NewOfficer officer, SignedIn.Staff by);

	/**
	 * Gives exactly these roles. Refused as {@code staff.not-yourself}, {@code staff.roles.none}, {@code staff.roles.auditor} or {@code staff.last-administrator}, and as
	 * {@code staff.changed} when the officer has other roles by now than the administrator was shown.
	 *
	 * @param before the roles the administrator was shown
	 */
	Result<Officer> changeRoles(String officerId, Set<Role> before, Set<Role> roles, SignedIn.Staff by);

	/**
	 * Moves the officer; open tasks of the old unit are drawn again by the next sweep. Refused as {@code staff.not-yourself},
	 * {@code staff.unit.unknown}, {@code staff.unit.same}, {@code staff.move.why} (missing or too long), and as {@code staff.changed} when
	 * the officer works elsewhere by now than the administrator was shown.
	 */
	Result<Officer> move(String officerId, Move move, SignedIn.Staff by);

	/** An absent officer is given no tasks. */
	Result<Officer> changePresence(String officerId, boolean present, SignedIn.Staff by);

	/** Closing an account ends its sessions. Refused as {@code staff.not-yourself} or {@code staff.last-administrator}. */
	Result<Officer> changeActive(String officerId, boolean active, SignedIn.Staff by);

	/** Forgets TOTP secret and passkeys; the officer enrols anew at the next sign-in. Refused as {@code staff.not-yourself}. */
	Result<Officer> resetSecondFactor(String officerId, SignedIn.Staff by);

	/** A new first password; ends all sessions. Refused as {@code staff.not-yourself}. */
	Result<FirstPassword> resetPassword(String officerId, SignedIn.Staff by);
}
