package org.nafidha.identity.internal;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import org.nafidha.kernel.Refusal;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Staff passwords: Argon2id with 19 MiB, two passes, one lane (OWASP's recommendation of 2025), 16 bytes of salt, 32 of hash. */
@Component
class Passwords {

	/** Without letters and digits that are mistaken for each other when read from paper. */
	private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

	private static final int SHORTEST = 12;
	private static final int LONGEST = 128;

	private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
	private final SecureRandom random = new SecureRandom();
	private final String nobodys = argon2.encode(generate());

	String hash(String password) {
		return argon2.encode(password);
	}

	/** False for a password longer than any that could have been set, before time is spent on it. */
	boolean matches(String password, String hash) {
		return password.length() <= 2 * LONGEST && argon2.matches(password, hash);
	}

	/** Takes as long as a real comparison, for usernames that nobody has. */
	void pretend(String password) {
		matches(password, nobodys);
	}

	/** Why a password cannot be taken: length matters, not the kinds of signs in it (NIST SP 800-63B). */
	static Optional<Refusal> unfit(String password, String username) {
		int length = password.codePointCount(0, password.length());
		if (length < SHORTEST) {
			return Optional.of(Refusal.of("password.short", "least", Integer.toString(SHORTEST)));
		}
		if (length > LONGEST) {
			return Optional.of(Refusal.of("password.long", "most", Integer.toString(LONGEST)));
		}
		if (Guessable.is(password)) {
			return Optional.of(Refusal.of("password.guessable"));
		}
		return password.toLowerCase(Locale.ROOT).contains(username) ? Optional.of(Refusal.of("password.username")) : Optional.empty();
	}

	/** Why a password cannot take the place of the officer's present one. */
	Optional<Refusal> unfitInPlaceOf(StaffAccounts.Known officer, String chosen, String repeated) {
		Optional<Refusal> unfit = unfit(chosen, officer.username());
		if (unfit.isPresent()) {
			return unfit;
		}
		if (matches(chosen, officer.passwordHash())) {
			return Optional.of(Refusal.of("password.same"));
		}
		return chosen.equals(repeated) ? Optional.empty() : Optional.of(Refusal.of("password.differs"));
	}

	/** Four groups of four, about 79 bits. */
	String generate() {
		StringBuilder password = new StringBuilder();
		for (int i = 0; i < 16; i++) {
			password.append(i > 0 && i % 4 == 0 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
		}
		return password.toString();
	}
}
