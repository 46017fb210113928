package org.nafidha.identity.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.nafidha.identity.Role;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.platform.Secrets;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demonstration's staff, from {@code demo/staff.csv}, and their credentials, made at the first start and kept as JSON in
 * {@code home/secrets/demo-accounts} for its owner alone. One password serves all accounts, so that a person can type
 * it; every account has a TOTP secret of its own.
 */
final class DemoAccounts {

	/** One line of the roster. */
	record Member(String username, LocalizedText name, String unit, List<Role> roles) {
	}

	/** What the file holds for one account; {@code totp} is Base32. */
	record Account(String username, String password, String totp, String name, String unit, List<String> roles) {
	}

	/** The file's whole content. */
	record Accounts(String about, List<Account> accounts) {
	}

	private static final String ABOUT = "Accounts of a demonstration: the people are invented. totp: Base32, RFC 6238, SHA-1, 6 digits, 30 s.";
	private static final int TOTP_BYTES = 20;

	private DemoAccounts() {
	}

	static List<Member> roster() {
		try {
			String csv = new ClassPathResource("demo/staff.csv").getContentAsString(StandardCharsets.UTF_8);
			return csv.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(DemoAccounts::member).toList();
		} catch (IOException e) {
			throw new UncheckedIOException("the demonstration's roster cannot be read", e);
		}
	}

	/** The accounts of the roster, with credentials from the file, which is made if it is not there. */
	static List<Account> loadOrMake(Secrets secrets, Passwords passwords) {
		Path file = secrets.file("demo-accounts");
		JsonMapper json = JsonMapper.shared();
		try {
			if (!Files.exists(file)) {
				Accounts made = new Accounts(ABOUT, make(roster(), passwords.generate()));
				Secrets.ownerOnly(file, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(made));
			}
			return json.readValue(Files.readAllBytes(file), Accounts.class).accounts();
		} catch (IOException e) {
			throw new UncheckedIOException("the demo accounts can be neither read nor made: " + file, e);
		}
	}

	private static List<Account> make(List<Member> roster, String password) {
		SecureRandom random = new SecureRandom();
		return roster.stream().map(member -> {
			byte[] secret = new byte[TOTP_BYTES];
			random.nextBytes(secret);
			return new Account(member.username(), password, Base32.encode(secret), member.name().ar(), member.unit(),
					member.roles().stream().map(Role::code).toList());
		}).toList();
	}

	private static Member member(String line) {
		String[] parts = line.split(";", -1);
		return new Member(parts[0], new LocalizedText(parts[1], parts[2]), parts[3], Arrays.stream(parts[4].split(",")).map(Roles::byCode).toList());
	}
}
