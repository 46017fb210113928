package org.nafidha.identity.internal;

import io.github.bucket4j.TimeMeter;
import java.time.InstantSource;

/** The centre's clock, as Bucket4j wants it. */
final class BucketClock implements TimeMeter {

	private final InstantSource clock;

	BucketClock(InstantSource clock) {
		this.clock = clock;
	}

	@Override
	public long currentTimeNanos() {
		return clock.millis() * 1_000_000;
	}

	@Override
	public boolean isWallClockBased() {
		return true;
	}
}
