package org.nafidha.identity;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * One line of the table that says who may use which address. Among the lines that fit a request the one with the most
 * specific pattern counts; an address without a line is closed to everybody.
 *
 * @param method null for every method; GET includes HEAD
 * @param pattern as in {@code @RequestMapping}: {@code /my/cases/{number}}, {@code /my/**}
 */
public record Route(@Nullable HttpMethod method, String pattern, Access access) {

	/** Who may use an address. */
	public sealed interface Access {

		/** Anybody, signed in or not. */
		record Everybody() implements Access {
		}

		/** Whoever is signed in with at least one of the roles. */
		record Only(Set<Role> roles) implements Access {
		}

		/** Programs on this machine, and whoever is signed in with at least one of the roles. */
		record ThisMachineOr(Set<Role> roles) implements Access {
		}
	}

	/** Every role but the citizen's. */
	public static final Set<Role> STAFF = Set.copyOf(EnumSet.complementOf(EnumSet.of(Role.CITIZEN)));

	/** A line that lets anybody in. */
	public static Route open(HttpMethod method, String pattern) {
		return new Route(method, pattern, new Access.Everybody());
	}

	/** A line for some roles. */
	public static Route only(HttpMethod method, String pattern, Role... roles) {
		return new Route(method, pattern, new Access.Only(Set.copyOf(Arrays.asList(roles))));
	}

	/** A line for everybody who works here. */
	public static Route staff(HttpMethod method, String pattern) {
		return new Route(method, pattern, new Access.Only(STAFF));
	}

	/** A line for everybody who is signed in, citizen or staff. */
	public static Route signedIn(HttpMethod method, String pattern) {
		return new Route(method, pattern, new Access.Only(Set.of(Role.values())));
	}
}
