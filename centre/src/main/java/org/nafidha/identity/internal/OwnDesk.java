package org.nafidha.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.nafidha.identity.OwnAccount;
import org.nafidha.identity.Sessions;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Officers look after their own accounts. */
@Component
class OwnDesk implements OwnAccount {

	private static final Refusal CONFIRM = Refusal.of("account.confirm");

	private final StaffAccounts accounts;
	private final OfficerPasswords passwords;
	private final PasskeyCeremonies passkeys;
	private final OfficerBook book;
	private final Sessions sessions;
	private final FreshProof proof;

	OwnDesk(StaffAccounts accounts, OfficerPasswords passwords, PasskeyCeremonies passkeys, OfficerBook book, Sessions sessions, FreshProof proof) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.passkeys = passkeys;
		this.book = book;
		this.sessions = sessions;
		this.proof = proof;
	}

	@Override
	public Overview of(SignedIn.Staff who) {
		return overview(accounts.byId(who.officerId()).orElseThrow());
	}

	@Override
	public boolean confirmed(HttpServletRequest request) {
		return proof.isFresh(request);
	}

	@Override
	public Result<Overview> confirm(SignedIn.Staff who, String password, HttpServletRequest request) {
		return proof.confirm(who, password, request).map(this::overview);
	}

	@Override
	@Transactional
	public Result<Overview> changePassword(SignedIn.Staff who, String chosen, String repeated, HttpServletRequest request) {
		if (!confirmed(request)) {
			return CONFIRM.asResult();
		}
		StaffAccounts.Known officer = accounts.byId(who.officerId()).orElseThrow();
		Optional<Refusal> unfit = passwords.choose(officer, chosen, repeated);
		if (unfit.isPresent()) {
			return unfit.get().asResult();
		}
		sessions.endOthersOf(who.actor(), request);
		return Result.ok(overview(officer));
	}

	@Override
	public Optional<String> passkeyOptions(SignedIn.Staff who, HttpServletRequest request) {
		return confirmed(request) ? Optional.of(passkeys.registrationOptions(who.officerId(), request)) : Optional.empty();
	}

	@Override
	public Result<Passkey> addPasskey(SignedIn.Staff who, String label, String credential, HttpServletRequest request) {
		return confirmed(request) ? passkeys.register(who, label, credential, request) : CONFIRM.asResult();
	}

	@Override
	@Transactional
	public Result<Passkey> removePasskey(SignedIn.Staff who, String passkeyId, HttpServletRequest request) {
		if (!confirmed(request)) {
			return CONFIRM.asResult();
		}
		Overview now = overview(accounts.locked(who.officerId()));
		Optional<Passkey> own = now.passkeys().stream().filter(passkey -> passkey.id().equals(passkeyId)).findFirst();
		if (own.isEmpty()) {
			return Refusal.of("passkey.unknown").asResult();
		}
		if (!now.canRemove()) {
			return Refusal.of("passkey.last").asResult();
		}
		passkeys.remove(own.get());
		book.write("officer.passkey-removed", who.officerId(), who.actor());
		return Result.ok(own.get());
	}

	private Overview overview(StaffAccounts.Known officer) {
		return new Overview(officer.username(), officer.totpSealed() != null, passkeys.of(officer.id()));
	}
}
