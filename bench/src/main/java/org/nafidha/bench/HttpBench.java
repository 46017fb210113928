package org.nafidha.bench;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.nafidha.bench.visitor.Visitor;
import org.springframework.util.FileSystemUtils;

/**
 * The main job at the real screens (request, decision, fee, issued document, download) by schedule: each begins when its time has come,
 * whether those before it are done or not (open loop), at 1, 10 and 100 times a centre's day of 1,500 documents in 7 hours, with nothing,
 * 100,000 and 1,000,000 cases stored. Times run from the scheduled moment, so that waiting counts.
 */
final class HttpBench implements Measurement {

	private static final String GROUP = "http";
	private static final double DAY_PER_SECOND = 1_500.0 / Duration.ofHours(7).toSeconds();
	private static final List<Integer> STORED = List.of(0, 100_000, 1_000_000);
	private static final Duration LATE = Duration.ofMillis(100);
	private static final Duration LIMIT = Duration.ofMinutes(3);
	private static final int WARM_UP = 40;

	/** How many lifecycles at how many times the centre's load. */
	private record Load(int times, int lifecycles) {
		double perSecond() {
			return times * DAY_PER_SECOND;
		}
	}

	private static final List<Load> LOADS = List.of(new Load(1, 4), new Load(10, 24), new Load(100, 180));

	@Override
	public void measure(Report report) throws Exception {
		report.condition("http",
				"violations statements at the screens: filed on the portal, decided by whoever was drawn, paid at a counter, issued, "
						+ "downloaded; the load's own work is done on the same machine; times from the scheduled start to the downloaded document; stored "
						+ "cases have their visits and tasks, but no journal entries and documents");
		Path home = Folders.freshHome("http");
		try (CentreProcess centre = CentreProcess.start(home, CentreProcess.freePort(), List.of()); HttpClient http = Visitor.client()) {
			centre.awaitFirstPage();
			StoredCases stored = new StoredCases(home);
			try (Windows windows = Windows.open(http, centre)) {
				for (int i = 0; i < WARM_UP; i++) {
					windows.lifecycle();
				}
				for (int cases : STORED) {
					stored.fillTo(cases);
					for (Load load : LOADS) {
						run(report, windows, cases, load);
					}
				}
			}
		}
		FileSystemUtils.deleteRecursively(home);
	}

	private static void run(Report report, Windows windows, int stored, Load load) throws Exception {
		Histogram millis = new ConcurrentHistogram(LIMIT.toMillis(), 3);
		LongAdder late = new LongAdder();
		long start = System.nanoTime();
		List<Future<Void>> running = new ArrayList<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int i = 0; i < load.lifecycles(); i++) {
				long due = start + (long) (i / load.perSecond() * 1e9);
				sleepUntil(due);
				running.add(threads.submit(() -> {
					long waited = windows.lifecycle();
					if (waited - due > LATE.toNanos()) {
						late.increment();
					}
					millis.recordValue(Math.min(LIMIT.toMillis(), (System.nanoTime() - due) / 1_000_000));
					return null;
				}));
			}
			for (Future<Void> one : running) {
				one.get();
			}
		}
		double seconds = (System.nanoTime() - start) / 1e9;
		String name = String.format(java.util.Locale.ROOT, "%,d stored, %d times the day", stored, load.times());
		report.add(Figure.of(GROUP, name + ": reached, of " + String.format(java.util.Locale.ROOT, "%.2f", load.perSecond()), "lifecycles/s",
				load.lifecycles() / seconds));
		for (double percentile : new double[]{50, 95, 99}) {
			report.add(Figure.of(GROUP, name + ": p" + (int) percentile + " of " + load.lifecycles(), "ms", millis.getValueAtPercentile(percentile)));
		}
		report.add(Figure.of(GROUP, name + ": begun more than " + LATE.toMillis() + " ms late", "lifecycles", late.sum()));
	}

	private static void sleepUntil(long nanos) {
		long left = nanos - System.nanoTime();
		while (left > 0) {
			LockSupport.parkNanos(left);
			left = nanos - System.nanoTime();
		}
	}
}
