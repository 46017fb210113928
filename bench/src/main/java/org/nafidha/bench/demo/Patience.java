package org.nafidha.bench.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Looks again until something is there. */
final class Patience {

	/** Longer than the minute after which the public page answers again to somebody who has asked too often. */
	private static final Duration LIMIT = Duration.ofSeconds(70);
	private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

	/** One look. */
	interface Look<T> {
		Optional<T> at() throws IOException, InterruptedException;
	}

	private Patience() {
	}

	static <T> T until(String wanted, Look<T> look) throws IOException, InterruptedException {
		long end = System.nanoTime() + LIMIT.toNanos();
		Duration pause = FIRST_PAUSE;
		while (System.nanoTime() < end) {
			Optional<T> found = look.at();
			if (found.isPresent()) {
				return found.get();
			}
			Thread.sleep(pause);
			pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
		}
		throw new IOException("after " + LIMIT.toSeconds() + " s it is still not so that " + wanted);
	}
}
