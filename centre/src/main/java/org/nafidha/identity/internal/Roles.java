package org.nafidha.identity.internal;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nafidha.identity.Role;

/** Roles by the code that tables and procedures carry. */
final class Roles {

	private static final Map<String, Role> BY_CODE = Arrays.stream(Role.values()).collect(Collectors.toMap(Role::code, Function.identity()));

	private Roles() {
	}

	static Role byCode(String code) {
		Role role = BY_CODE.get(code);
		if (role == null) {
			throw new IllegalArgumentException("no such role: " + code);
		}
		return role;
	}
}
