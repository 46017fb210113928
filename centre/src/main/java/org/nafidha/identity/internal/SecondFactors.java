package org.nafidha.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.nafidha.identity.StaffSignIn.Enrolment;
import org.nafidha.kernel.Digits;
import org.nafidha.platform.Texts;
import org.springframework.stereotype.Component;

/** The second factors of an officer: a sealed TOTP secret, passkeys, or both. */
@Component
class SecondFactors {

	private final StaffAccounts accounts;
	private final Totp totp;
	private final Seal seal;
	private final PasskeyCeremonies passkeys;
	private final PendingSession pending;
	private final Texts texts;

	SecondFactors(StaffAccounts accounts, Totp totp, Seal seal, PasskeyCeremonies passkeys, PendingSession pending, Texts texts) {
		this.accounts = accounts;
		this.totp = totp;
		this.seal = seal;
		this.passkeys = passkeys;
		this.pending = pending;
		this.texts = texts;
	}

	static boolean looksLikeACode(String typed) {
		return Digits.clean(typed).matches("[0-9]{6}");
	}

	boolean hasPasskey(String officerId) {
		return !passkeys.of(officerId).isEmpty();
	}

	boolean acceptsCode(StaffAccounts.Known officer, String typed) {
		byte[] sealed = officer.totpSealed();
		return sealed != null && totp.accept(officer.id(), seal.open(sealed, officer.id()), typed);
	}

	/** The secret being enrolled in this session, made when it is first asked for. */
	Enrolment enrolment(StaffAccounts.Known officer, HttpServletRequest request) {
		byte[] sealed = pending.secret(request);
		if (sealed == null) {
			sealed = seal.seal(totp.newSecret(), officer.id());
			pending.keepSecret(sealed, request);
		}
		String secret = Base32.encode(seal.open(sealed, officer.id()));
		String issuer = URLEncoder.encode(texts.text(Texts.ENGLISH, "identity.totp.issuer"), StandardCharsets.UTF_8).replace("+", "%20");
		return new Enrolment(secret, "otpauth://totp/" + issuer + ":" + officer.username() + "?secret=" + secret + "&issuer=" + issuer);
	}

	/** Makes the secret of this session the officer's, if the code proves that the officer's app has it. */
	boolean enrol(StaffAccounts.Known officer, String typed, HttpServletRequest request) {
		byte[] sealed = pending.secret(request);
		if (sealed == null || !totp.accept(officer.id(), seal.open(sealed, officer.id()), typed)) {
			return false;
		}
		accounts.changeTotp(officer.id(), sealed);
		return true;
	}

	String passkeyOptions(String officerId, HttpServletRequest request) {
		return passkeys.requestOptions(officerId, request);
	}

	boolean acceptsPasskey(String officerId, String credential, HttpServletRequest request) {
		return passkeys.proves(officerId, credential, request);
	}
}
