package org.nafidha.identity.internal;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nafidha.identity.CitizenSignIn;
import org.nafidha.identity.People;
import org.nafidha.identity.Person;
import org.nafidha.identity.RateLimits;
import org.nafidha.identity.RateLimits.Limit;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.Digits;
import org.nafidha.kernel.NationalNumber;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Codes in {@code identity.one_time_code}, as marks that tell nothing without the key file. A number that nobody has gets a
 * row like any other, with a code that is sent to nobody: the same statements run for both.
 */
@Component
class OneTimeCodes implements CitizenSignIn {

	static final Duration GOOD_FOR = Duration.ofMinutes(5);
	static final int TRIES = 5;

	private static final String PURPOSE = "one-time-code";
	private static final String ASKED = "one-time-code-asked-with";
	/** Letters that are not mistaken for each other. */
	private static final String REFERENCE_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";

	/**
	 * What is stored, after a try has been counted.
	 *
	 * @param askedWith mark of the national number
	 */
	private record Stored(@Nullable String person, byte[] mark, int triesLeft, String askedWith) {
	}

	private final JdbcClient db;
	private final InstantSource clock;
	private final People people;
	private final Marks marks;
	private final RateLimits limits;
	private final CodeMessages messages;
	private final SecureRandom random = new SecureRandom();

	OneTimeCodes(JdbcClient db, InstantSource clock, People people, Marks marks, RateLimits limits, CodeMessages messages) {
		this.db = db;
		this.clock = clock;
		this.people = people;
		this.marks = marks;
		this.limits = limits;
		this.messages = messages;
	}

	@Override
	public Result<CodeSent> ask(NationalNumber number, Locale language, String address) {
		Optional<Refusal> tooMany = limits.take(Limit.CODE_BY_ADDRESS, address).or(() -> limits.take(Limit.CODE_BY_NUMBER, number.digits()));
		if (tooMany.isPresent()) {
			return tooMany.get().asResult();
		}
		Optional<Person> person = people.byNationalNumber(number);
		String code = String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000));
		Instant now = clock.instant();
		CodeSent sent = new CodeSent(UUID.randomUUID().toString(), reference(), now.plus(GOOD_FOR));
		db.sql("""
				insert into identity.one_time_code (id, person, code_hmac, made_at, expires_at, tries_left, asked_with)
				values (:id, :person, :mark, :now, :expires, :tries, :asked)
				""").param("id", sent.id()).param("person", person.map(Person::id).orElse(null)).param("mark", marks.of(PURPOSE, sent.id(), code))
				.param("now", Timestamp.from(now)).param("expires", Timestamp.from(sent.expiresAt())).param("tries", TRIES)
				.param("asked", marks.text(ASKED, number.digits())).update();
		messages.send(person, sent, code, language);
		return Result.ok(sent);
	}

	@Override
	public Result<SignedIn.Citizen> enter(String id, String typed, String address) {
		String code = Digits.clean(typed);
		if (code.isEmpty()) {
			return Refusal.of("code.missing").asResult();
		}
		if (!code.matches("[0-9]{6}")) {
			return Refusal.of("code.form").asResult();
		}
		Optional<Refusal> tooMany = limits.take(Limit.WRONG_CODE_BY_ADDRESS, address);
		if (tooMany.isPresent()) {
			return tooMany.get().asResult();
		}
		Optional<Stored> stored = countTry(id);
		if (stored.isEmpty()) {
			return Refusal.of("code.over").asResult();
		}
		Optional<Refusal> tooManyOfNumber = limits.take(Limit.WRONG_CODE_BY_NUMBER, stored.get().askedWith());
		if (tooManyOfNumber.isPresent()) {
			return tooManyOfNumber.get().asResult();
		}
		boolean right = MessageDigest.isEqual(stored.get().mark(), marks.of(PURPOSE, id, code));
		String person = stored.get().person();
		if (!right || person == null) {
			return wrong(stored.get().triesLeft());
		}
		if (!use(id)) {
			return Refusal.of("code.over").asResult();
		}
		limits.giveBack(Limit.WRONG_CODE_BY_ADDRESS, address);
		limits.giveBack(Limit.WRONG_CODE_BY_NUMBER, stored.get().askedWith());
		return Result.ok(new SignedIn.Citizen(person));
	}

	/** Deletes codes that ended before the moment. */
	int forget(Instant before) {
		return db.sql("delete from identity.one_time_code where expires_at < ?").param(Timestamp.from(before)).update();
	}

	private Optional<Stored> countTry(String id) {
		return db.sql("""
				update identity.one_time_code set tries_left = tries_left - 1
				 where id = ? and used_at is null and tries_left > 0 and expires_at > ?
				returning person, code_hmac, tries_left, coalesce(asked_with, id) as asked_with
				""").params(id, Timestamp.from(clock.instant())).query(OneTimeCodes::stored).optional();
	}

	/** Of two right answers at the same moment, one wins. */
	private boolean use(String id) {
		return db.sql("update identity.one_time_code set used_at = ? where id = ? and used_at is null").params(Timestamp.from(clock.instant()), id)
				.update() == 1;
	}

	private static Result<SignedIn.Citizen> wrong(int triesLeft) {
		return triesLeft == 0 ? Refusal.of("code.over").asResult() : Refusal.of("code.wrong", Map.of("left", Integer.toString(triesLeft))).asResult();
	}

	private String reference() {
		StringBuilder letters = new StringBuilder(4);
		for (int i = 0; i < 4; i++) {
			letters.append(REFERENCE_LETTERS.charAt(random.nextInt(REFERENCE_LETTERS.length())));
		}
		return letters.toString();
	}

	private static Stored stored(ResultSet row, int number) throws SQLException {
		return new Stored(row.getString("person"), row.getBytes("code_hmac"), row.getInt("tries_left"), row.getString("asked_with"));
	}
}
