package org.nafidha.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

/** Clients that do the same thing over and over for a while, each waiting for its answer before it goes on (closed loop). */
final class Clients {

	/** @param done how often it was done; @param seconds how long it took in fact */
	record Pace(long done, double seconds) {

		double perSecond() {
			return done / seconds;
		}
	}

	private Clients() {
	}

	/** Runs the work on that many threads until the time is over; work that has begun is finished and counted, with its time. */
	static Pace run(int clients, Duration time, Callable<?> work) throws Exception {
		LongAdder done = new LongAdder();
		long start = System.nanoTime();
		long end = start + time.toNanos();
		Callable<Void> client = () -> {
			while (System.nanoTime() < end) {
				work.call();
				done.increment();
			}
			return null;
		};
		try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
			List<Future<Void>> running = new ArrayList<>();
			for (int i = 0; i < clients; i++) {
				running.add(threads.submit(client));
			}
			for (Future<Void> one : running) {
				one.get();
			}
		}
		return new Pace(done.sum(), (System.nanoTime() - start) / 1e9);
	}
}
