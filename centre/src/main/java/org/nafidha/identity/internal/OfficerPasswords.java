package org.nafidha.identity.internal;

import java.util.Optional;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The passwords that officers type and choose; each that is chosen is written to the journal with the change itself. */
@Component
class OfficerPasswords {

	private final StaffAccounts accounts;
	private final Passwords passwords;
	private final OfficerBook book;

	OfficerPasswords(StaffAccounts accounts, Passwords passwords, OfficerBook book) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.book = book;
	}

	boolean matches(StaffAccounts.Known officer, String password) {
		return passwords.matches(password, officer.passwordHash());
	}

	/** Takes as long as a real comparison, for usernames that nobody has. */
	void pretend(String password) {
		passwords.pretend(password);
	}

	/** Takes what the officer has chosen; answers why not, if it cannot be taken. */
	@Transactional
	public Optional<Refusal> choose(StaffAccounts.Known officer, String chosen, String repeated) {
		Optional<Refusal> unfit = passwords.unfitInPlaceOf(officer, chosen, repeated);
		if (unfit.isEmpty()) {
			accounts.changePassword(officer.id(), passwords.hash(chosen), false);
			book.write(officer.passwordIsNew() ? "officer.password-set" : "officer.password-changed", officer.id(), new Actor.Officer(officer.id()));
		}
		return unfit;
	}
}
