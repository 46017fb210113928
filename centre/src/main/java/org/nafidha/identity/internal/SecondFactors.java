package org.nafidha.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import org.nafidha.identity.StaffSignIn.Enrolment;
import org.nafidha.kernel.Digits;
import org.springframework.stereotype.Component;

/** The second factors of an officer who signs in: an authenticator app, passkeys, or both. */
@Component
class SecondFactors {

	private final AuthenticatorApps apps;
	private final PasskeyCeremonies passkeys;
	private final PendingSession pending;

	SecondFactors(AuthenticatorApps apps, PasskeyCeremonies passkeys, PendingSession pending) {
		this.apps = apps;
		this.passkeys = passkeys;
		this.pending = pending;
	}

	static boolean looksLikeACode(String typed) {
		return Digits.clean(typed).matches("[0-9]{6}");
	}

	boolean hasPasskey(String officerId) {
		return !passkeys.of(officerId).isEmpty();
	}

	boolean acceptsCode(StaffAccounts.Known officer, String typed) {
		return apps.accepts(officer, typed);
	}

	/** The secret being enrolled in this session, made when it is first asked for. */
	Enrolment enrolment(StaffAccounts.Known officer, HttpServletRequest request) {
		byte[] sealed = pending.secret(request);
		if (sealed == null) {
			sealed = apps.newSecret(officer);
			pending.keepSecret(sealed, request);
		}
		return apps.enrolment(officer, sealed);
	}

	/** Makes the secret of this session the officer's, if the code proves that the officer's app has it. */
	boolean enrol(StaffAccounts.Known officer, String typed, HttpServletRequest request) {
		byte[] sealed = pending.secret(request);
		return sealed != null && apps.link(officer, sealed, typed);
	}

	String passkeyOptions(String officerId, HttpServletRequest request) {
		return passkeys.requestOptions(officerId, request);
	}

	boolean acceptsPasskey(String officerId, String credential, HttpServletRequest request) {
		return passkeys.proves(officerId, credential, request);
	}
}
