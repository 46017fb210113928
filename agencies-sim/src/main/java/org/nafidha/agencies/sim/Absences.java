package org.nafidha.agencies.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/** Where chance has a hand, each body is away for one minute of every hour; which one follows from the seed. */
public record Absences(long seed) {

	private static final Duration HOUR = Duration.ofHours(1);
	private static final Duration MINUTE = Duration.ofMinutes(1);
	private static final int MINUTES = 60;

	boolean away(String member, Instant at) {
		long seconds = Instant.EPOCH.until(at).toSeconds();
		int minute = random(seed, member + "/" + seconds / HOUR.toSeconds()).nextInt(MINUTES);
		return seconds % HOUR.toSeconds() / MINUTE.toSeconds() == minute;
	}

	/** Whether every body is there from then on for at least so long. */
	public boolean noneWithin(Instant from, Duration length) {
		Instant end = from.plus(length).plus(MINUTE);
		for (Instant at = from; at.isBefore(end); at = at.plus(MINUTE)) {
			Instant then = at;
			if (Agency.ALL.stream().anyMatch(agency -> away(agency.member(), then))) {
				return false;
			}
		}
		return true;
	}

	static SplittableRandom random(long seed, String of) {
		return new SplittableRandom(seed * 1_000_003 + of.hashCode());
	}
}
