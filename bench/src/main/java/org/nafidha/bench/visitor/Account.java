package org.nafidha.bench.visitor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A member of the demonstration's staff.
 *
 * @param totp the authenticator app's secret in Base32
 */
public record Account(String username, String password, String totp, String name, String unit, List<String> roles) {

	private record Accounts(String about, List<Account> accounts) {
	}

	/** Everybody, from the folder of a demonstration's centre. */
	public static List<Account> all(Path home) throws IOException {
		Path file = home.resolve("secrets/demo-accounts");
		try {
			return JsonMapper.shared().readValue(Files.readAllBytes(file), Accounts.class).accounts();
		} catch (JacksonException e) {
			throw new IOException(file + " does not hold the accounts of a demonstration", e);
		}
	}

	public boolean is(String role) {
		return roles.contains(role);
	}
}
