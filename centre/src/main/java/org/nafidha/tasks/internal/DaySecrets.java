package org.nafidha.tasks.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.nafidha.journal.Act;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.platform.CentreProperties;
import org.nafidha.tasks.Tasks.DaySecret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The secret of each day: its hash goes into the journal before the first draw, the secret itself once the day is over. */
@Component
class DaySecrets {

	private static final Actor DRAW = new Actor.System("draw");

	private final JdbcClient db;
	private final Journal journal;
	private final InstantSource clock;
	private final ZoneId zone;
	private final TransactionTemplate ownTransaction;
	private final SecureRandom random = new SecureRandom();
	/** A day's secret never changes once written, so it may be remembered. */
	private final Map<LocalDate, byte[]> known = new ConcurrentHashMap<>();

	DaySecrets(JdbcClient db, Journal journal, InstantSource clock, CentreProperties centre, PlatformTransactionManager transactions) {
		this.db = db;
		this.journal = journal;
		this.clock = clock;
		this.zone = centre.zone();
		this.ownTransaction = new TransactionTemplate(transactions);
		this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	LocalDate today() {
		return LocalDate.ofInstant(clock.instant(), zone);
	}

	/** Today's and tomorrow's secrets are committed ahead, so that the first draw of a day stands behind its hash in the journal. */
	void prepare() {
		LocalDate today = today();
		secretFor(today);
		secretFor(today.plusDays(1));
	}

	/** The day's secret; committed to the journal in a transaction of its own if {@link #prepare} has not done so. */
	byte[] secretFor(LocalDate day) {
		byte[] secret = known.get(day);
		if (secret == null) {
			secret = ownTransaction.execute(status -> readOrMake(day));
			known.put(day, secret);
			known.keySet().removeIf(other -> other.isBefore(day.minusDays(2)));
		}
		return secret;
	}

	private byte[] readOrMake(LocalDate day) {
		byte[] fresh = new byte[32];
		random.nextBytes(fresh);
		byte[] hash = sha256(fresh);
		int made = db.sql("""
				insert into tasks.day_secret (day, secret, hash) values (:day, :secret, :hash)
				on conflict (day) do nothing
				""").param("day", day).param("secret", fresh).param("hash", hash).update();
		if (made == 1) {
			journal.append(new Act("draw.committed", day.toString(), DRAW, Map.of("hash", base64(hash))));
			return fresh;
		}
		return stored(day).orElseThrow();
	}

	/** Reveals every past day that is not revealed yet. */
	void revealPastDays() {
		ownTransaction.executeWithoutResult(status -> {
			for (LocalDate day : unrevealed()) {
				int revealed = db.sql("insert into tasks.day_reveal (day, revealed_at) values (:day, now()) on conflict do nothing").param("day", day)
						.update();
				if (revealed == 1) {
					journal.append(new Act("draw.revealed", day.toString(), DRAW, Map.of("secret", base64(stored(day).orElseThrow()))));
				}
			}
		});
	}

	/** The secret of a day that has been revealed. */
	Optional<byte[]> revealed(LocalDate day) {
		return db.sql("select secret from tasks.day_secret join tasks.day_reveal using (day) where day = :day").param("day", day).query(byte[].class)
				.optional();
	}

	Optional<DaySecret> describe(LocalDate day) {
		return db.sql("""
				select s.hash, case when r.day is not null then s.secret end as secret
				from tasks.day_secret s left join tasks.day_reveal r using (day) where s.day = :day
				""").param("day", day).query((row, n) -> {
			byte[] secret = row.getBytes("secret");
			return new DaySecret(day, base64(row.getBytes("hash")), secret == null ? null : base64(secret));
		}).optional();
	}

	private List<LocalDate> unrevealed() {
		return db.sql("""
				select day from tasks.day_secret s
				where day < :today and not exists (select 1 from tasks.day_reveal r where r.day = s.day) order by day limit 400
				""").param("today", today()).query((row, n) -> row.getObject("day", LocalDate.class)).list();
	}

	private Optional<byte[]> stored(LocalDate day) {
		return db.sql("select secret from tasks.day_secret where day = :day").param("day", day).query(byte[].class).optional();
	}

	private static String base64(byte[] bytes) {
		return Base64.getEncoder().encodeToString(bytes);
	}

	private static byte[] sha256(byte[] bytes) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(bytes);
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("SHA-256 is part of every Java platform", e);
		}
	}
}
