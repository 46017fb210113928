package org.nafidha.journal.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.nafidha.journal.JournalReader;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Health "journal": down when entries get no positions here, or when a reader keeps failing. Texts of errors stay in the
 * log, as they could name people.
 */
@Component("journal")
class JournalHealth implements HealthIndicator {

	/** A checkpoint is promised within 2 seconds; after this long it is no longer a hiccup. */
	static final Duration SEQUENCER_LIMIT = Duration.ofSeconds(10);
	/** Failures in a row after which a reader counts as stuck. */
	static final int READER_FAILURES = 3;

	private final JournalThreads threads;
	private final JournalLag lag;
	private final InstantSource clock;

	JournalHealth(JournalThreads threads, JournalLag lag, Cursors cursors, ObjectProvider<JournalReader> readers, InstantSource clock,
			MeterRegistry metrics) {
		this.threads = threads;
		this.lag = lag;
		this.clock = clock;
		Gauge.builder("nafidha.journal.lag", () -> lag.age().toMillis() / 1000.0).baseUnit("seconds")
				.description("age of the oldest committed entry without a position").register(metrics);
		for (JournalReader reader : readers) {
			Gauge.builder("nafidha.journal.reader.behind", () -> cursors.behind(reader)).tag("reader", reader.name())
					.description("entries the reader has still to handle").register(metrics);
		}
	}

	@Override
	public Health health() {
		Loop.State sequencing = threads.sequencing();
		Duration silent = Duration.between(sequencing.lastSuccess(), clock.instant());
		Duration age = lag.age();
		boolean sequences = sequencing.alive() && silent.compareTo(SEQUENCER_LIMIT) < 0
				&& !(threads.elsewhere() && age.compareTo(SEQUENCER_LIMIT) > 0);
		boolean reads = true;
		Health.Builder health = Health.unknown().withDetail("sequencer",
				Map.of("alive", sequencing.alive(), "failures", sequencing.failures(), "lastSuccess", sequencing.lastSuccess(), "lagMillis",
						age.toMillis()));
		for (Map.Entry<String, Loop.State> reader : threads.readers().entrySet()) {
			Loop.State state = reader.getValue();
			reads &= state.alive() && state.failures() < READER_FAILURES;
			health.withDetail("reader " + reader.getKey(),
					Map.of("alive", state.alive(), "failures", state.failures(), "lastSuccess", state.lastSuccess()));
		}
		return (sequences && reads ? health.up() : health.down()).build();
	}
}
