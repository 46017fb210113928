package org.nafidha.journal.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A background thread that repeats one piece of work for as long as the centre runs. A failure is logged once, retried
 * with growing pauses, and stays visible in {@link #state()}; it never ends the thread.
 */
final class Loop {

	/** Answers whether more work is waiting, so that there is no pause. */
	@FunctionalInterface
	interface Work {
		boolean run() throws InterruptedException;
	}

	/**
	 * @param failures in a row; 0 when the last run was good
	 * @param lastSuccess when a run last ended well; the start before the first
	 */
	record State(boolean alive, int failures, String lastError, Instant lastSuccess) {
	}

	static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

	private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
	private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

	private final String name;
	private final Duration interval;
	private final Work work;
	private final InstantSource clock;
	private final Semaphore nudges = new Semaphore(0);

	private volatile @Nullable Thread thread;
	private volatile boolean running;
	private volatile State state;

	Loop(String name, Duration interval, InstantSource clock, Work work) {
		this.name = name;
		this.interval = interval;
		this.clock = clock;
		this.work = work;
		this.state = new State(false, 0, "", clock.instant());
	}

	synchronized void start() {
		if (thread == null) {
			running = true;
			state = new State(true, 0, "", clock.instant());
			thread = Thread.ofPlatform().name(name).daemon().start(this::repeat);
		}
	}

	/** Lets a run in progress end, for a limited time. */
	synchronized void stop() throws InterruptedException {
		Thread stopping = thread;
		if (stopping != null) {
			running = false;
			nudges.release();
			if (!stopping.join(STOP_LIMIT)) {
				stopping.interrupt();
				LOG.warn("{} was still at work after {} and is left behind; its transaction will be rolled back", name, STOP_LIMIT);
			}
			thread = null;
		}
	}

	/** Ends the present pause, unless it is the one after a failure. */
	void nudge() {
		if (state.failures() == 0) {
			nudges.release();
		}
	}

	State state() {
		Thread current = thread;
		State known = state;
		return new State(current != null && current.isAlive(), known.failures(), known.lastError(), known.lastSuccess());
	}

	private void repeat() {
		while (running) {
			try {
				boolean more = work.run();
				succeeded();
				if (!more) {
					pause(interval);
				}
			} catch (InterruptedException e) {
				return; // only stop() interrupts
			} catch (Throwable e) {
				// whatever it was, a dead thread would be worse than a repeated error
				failed(e);
			}
		}
	}

	private void succeeded() {
		State before = state;
		state = new State(true, 0, "", clock.instant());
		if (before.failures() > 0) {
			LOG.info("{} works again after {} failures", name, before.failures());
		}
	}

	private void failed(Throwable e) {
		int failures = state.failures() + 1;
		state = new State(true, failures, String.valueOf(e.getMessage()), state.lastSuccess());
		if (failures == 1) {
			LOG.error("{} failed and will be retried", name, e);
		} else if (Integer.bitCount(failures) == 1) {
			LOG.warn("{} has failed {} times in a row: {}", name, failures, e.getMessage());
		}
		try {
			Duration pause = interval.multipliedBy(1L << Math.min(failures, 10));
			pause(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
		} catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	private void pause(Duration pause) throws InterruptedException {
		if (nudges.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
			nudges.drainPermits();
		}
	}
}
