package org.nafidha.agencies.sim;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What each body does with its next question. Every body draws for itself, so the same seed gives it the same sequence whatever others are
 * asked meanwhile. Thread-safe.
 */
final class Moods {

	private static final int THOUSAND = 1_000;
	private static final int SLOW_MILLIS = 2_000;
	private static final int SLOWER_MILLIS = 6_000;
	private static final int LATE_MILLIS = 5_000;
	private static final int LATER_MILLIS = 25_000;

	private final Options options;
	private final InstantSource clock;
	private final Absences absences;
	private final Map<String, SplittableRandom> chances = new ConcurrentHashMap<>();
	private final Map<String, Mood> wanted = new ConcurrentHashMap<>();

	/** @param pause before it answers; after its promise, where it promises */
	record Mood(Behaviour behaviour, Duration pause) {
	}

	Moods(Options options, InstantSource clock) {
		this.options = options;
		this.clock = clock;
		this.absences = new Absences(options.seed());
	}

	/** From now on, until another is wanted. */
	void want(String member, Mood mood) {
		wanted.put(member, mood);
	}

	void leaveToChance(String member) {
		wanted.remove(member);
	}

	Mood next(Agency agency) {
		Mood set = wanted.get(agency.member());
		if (set != null) {
			return set;
		}
		SplittableRandom chance = chances.computeIfAbsent(agency.member(), member -> Absences.random(options.seed(), member));
		Faults faults = options.faults();
		synchronized (chance) {
			Behaviour drawn = faults.mixture().at(chance.nextInt(THOUSAND));
			Behaviour behaviour = faults.always().getOrDefault(agency.member(), drawn);
			double millis = agency.medianMillis() * (0.5 + chance.nextDouble()) + more(behaviour, chance.nextDouble());
			return new Mood(down(agency) ? Behaviour.DOWN : behaviour, Duration.ofMillis((long) (options.delayFactor() * millis)));
		}
	}

	private static double more(Behaviour behaviour, double part) {
		if (behaviour == Behaviour.SLOW) {
			return SLOW_MILLIS + part * SLOWER_MILLIS;
		}
		return behaviour.promises() ? LATE_MILLIS + part * LATER_MILLIS : 0;
	}

	private boolean down(Agency agency) {
		return options.faults().mixture() != Faults.Mixture.NONE && !options.faults().always().containsKey(agency.member())
				&& absences.away(agency.member(), clock.instant());
	}
}
