package org.nafidha.identity.internal;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.nafidha.identity.Role;
import org.nafidha.identity.SignedIn;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** Spring Security's view of who is signed in. Made anew at every request; never stored. */
final class SignedInToken extends AbstractAuthenticationToken {

	@Serial
	private static final long serialVersionUID = 1;

	private final SignedIn who;

	SignedInToken(SignedIn who) {
		super(AuthorityUtils.createAuthorityList(who.roles().stream().map(Role::authority).toList()));
		this.who = who;
		setAuthenticated(true);
	}

	@Override
	public SignedIn getPrincipal() {
		return who;
	}

	@Override
	public String getName() {
		return who.actor().text();
	}

	@Override
	public String getCredentials() {
		return "";
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof SignedInToken token && token.who.equals(who);
	}

	@Override
	public int hashCode() {
		return who.hashCode();
	}
}
