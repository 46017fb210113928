package org.nafidha.documents.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One answer for all who ask, however many: made anew when it is {@link #LASTS} old or when what it depends on has changed since. Who asks
 * while it is made waits for it. An answer that could not be made is not kept. Thread-safe.
 */
final class Kept<T> {

	/** Together with the half minute that others may keep an answer, nothing is seen later than a minute after it has happened. */
	static final Duration LASTS = Duration.ofSeconds(30);

	private record Answer<T>(T value, Object mark, Instant made) {

		boolean stands(Object now, Instant at) {
			return mark.equals(now) && !at.isBefore(made) && at.isBefore(made.plus(LASTS));
		}
	}

	private final InstantSource clock;
	private @Nullable Answer<T> kept;

	Kept(InstantSource clock) {
		this.clock = clock;
	}

	/** @param mark what the answer depends on, read from the database at every request, so that no node misses what another has done */
	synchronized T get(Object mark, Supplier<T> make) {
		Instant now = clock.instant();
		Answer<T> answer = kept;
		if (answer == null || !answer.stands(mark, now)) {
			answer = new Answer<>(make.get(), mark, now);
			kept = answer;
		}
		return answer.value();
	}
}
