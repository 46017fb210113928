package org.nafidha.notifications.internal;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** So many in a second at most, evenly. Thread-safe; one node's. */
final class Pace {

	private final long apart;
	private long next = System.nanoTime();

	Pace(int perSecond) {
		this.apart = Duration.ofSeconds(1).toNanos() / perSecond;
	}

	/** How long whoever came now would wait. */
	synchronized Duration ahead() {
		return Duration.ofNanos(Math.max(0, next - System.nanoTime()));
	}

	/** Nobody goes on before this has passed. */
	synchronized void hold(Duration time) {
		next = Math.max(next, System.nanoTime() + time.toNanos());
	}

	/** Waits for one's turn. */
	void await() {
		long turn = turn();
		for (long left = turn - System.nanoTime(); left > 0; left = turn - System.nanoTime()) {
			LockSupport.parkNanos(left);
			if (Thread.interrupted()) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException("interrupted while waiting to send");
			}
		}
	}

	private synchronized long turn() {
		long turn = Math.max(next, System.nanoTime());
		next = turn + apart;
		return turn;
	}
}
