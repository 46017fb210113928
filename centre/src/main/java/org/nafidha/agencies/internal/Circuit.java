package org.nafidha.agencies.internal;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Spares an agency that is down, and the threads that would wait for it: after {@link #FAILURES} failures in a row nobody calls it for a
 * while, then one caller tries. Kept in the database, so that every node knows what one has found out.
 */
@Component
class Circuit {

	static final int FAILURES = 5;

	private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

	private final JdbcClient db;
	private final InstantSource clock;

	Circuit(JdbcClient db, InstantSource clock) {
		this.db = db;
		this.clock = clock;
	}

	/** Whether the agency may be called now. When the pause is over it lets one caller through and goes on pausing for all others. */
	boolean lets(String agency) {
		Instant now = clock.instant();
		boolean paused = db.sql("select exists (select 1 from agencies.circuit where agency = :agency and open_until is not null)")
				.param("agency", agency)
				.query(Boolean.class).single();
		return !paused || db.sql("update agencies.circuit set open_until = :until where agency = :agency and open_until <= :now")
				.param("until", Timestamp.from(now.plus(FIRST_PAUSE))).param("agency", agency).param("now", Timestamp.from(now)).update() == 1;
	}

	void answered(String agency) {
		db.sql("update agencies.circuit set failures = 0, open_until = null where agency = :agency and failures > 0").param("agency", agency)
				.update();
	}

	void failed(String agency) {
		Instant now = clock.instant();
		int failures = db.sql("""
				insert into agencies.circuit (agency, failures) values (:agency, 1)
				on conflict (agency) do update set failures = least(agencies.circuit.failures + 1, 1000) returning failures
				""").param("agency", agency).query(Integer.class).single();
		if (failures >= FAILURES) {
			long seconds = Math.min(LONGEST_PAUSE.toSeconds(), FIRST_PAUSE.toSeconds() << Math.min(failures - FAILURES, 10));
			db.sql("update agencies.circuit set open_until = :until where agency = :agency").param("until", Timestamp.from(now.plusSeconds(seconds)))
					.param("agency", agency).update();
		}
	}
}
