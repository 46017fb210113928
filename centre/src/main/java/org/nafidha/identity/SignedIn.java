package org.nafidha.identity;

import java.io.Serializable;
import java.util.Set;
import org.nafidha.kernel.Actor;

/**
 * Who is signed in: the principal of Spring Security's authentication, for {@code @AuthenticationPrincipal}.
 * Serializable, since sessions are in the database; it holds ids only, so nothing in it goes stale but the roles.
 */
public sealed interface SignedIn extends Serializable {

	Set<Role> roles();

	Actor actor();

	record Citizen(String personId) implements SignedIn {
		@Override
		public Set<Role> roles() {
			return Set.of(Role.CITIZEN);
		}

		@Override
		public Actor actor() {
			return new Actor.Citizen(personId);
		}
	}

	record Staff(String officerId, Set<Role> roles) implements SignedIn {
		@Override
		public Actor actor() {
			return new Actor.Officer(officerId);
		}
	}
}
