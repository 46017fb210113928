package org.nafidha.identity.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;
import org.nafidha.identity.StaffSignIn.Enrolment;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Digits;
import org.nafidha.platform.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links authenticator apps to accounts. A secret counts only once the app has proved that it has it; until then its sealed form lies in the session. */
@Component
class AuthenticatorApps {

	private final StaffAccounts accounts;
	private final OfficerBook book;
	private final Totp totp;
	private final Seal seal;
	private final Texts texts;

	AuthenticatorApps(StaffAccounts accounts, OfficerBook book, Totp totp, Seal seal, Texts texts) {
		this.accounts = accounts;
		this.book = book;
		this.totp = totp;
		this.seal = seal;
		this.texts = texts;
	}

	boolean accepts(StaffAccounts.Known officer, String typed) {
		byte[] sealed = officer.totpSealed();
		return sealed != null && totp.accept(officer.id(), seal.open(sealed, officer.id()), typed);
	}

	/** A new secret for the officer, sealed. */
	byte[] newSecret(StaffAccounts.Known officer) {
		return seal.seal(totp.newSecret(), officer.id());
	}

	/** The secret as an app takes it. */
	Enrolment enrolment(StaffAccounts.Known officer, byte[] sealed) {
		String secret = Base32.encode(seal.open(sealed, officer.id()));
		String issuer = URLEncoder.encode(texts.text(Texts.ENGLISH, "identity.totp.issuer"), StandardCharsets.UTF_8).replace("+", "%20");
		return new Enrolment(secret, "otpauth://totp/" + issuer + ":" + officer.username() + "?secret=" + secret + "&issuer=" + issuer);
	}

	/**
	 * Makes the secret the officer's in place of the one there was, if the code proves that the officer's app has it. False also when the
	 * account's app was changed since it was read: of two at the same moment one wins.
	 */
	@Transactional
	public boolean link(StaffAccounts.Known officer, byte[] sealed, String typed) {
		OptionalLong step = totp.step(seal.open(sealed, officer.id()), Digits.clean(typed));
		byte[] before = accounts.locked(officer.id()).totpSealed();
		if (step.isEmpty() || !Arrays.equals(before, officer.totpSealed())) {
			return false;
		}
		accounts.changeTotp(officer.id(), sealed, step.getAsLong());
		book.write(before == null ? "officer.app-linked" : "officer.app-replaced", officer.id(), new Actor.Officer(officer.id()));
		return true;
	}
}
