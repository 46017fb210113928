package org.nafidha.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nafidha.bench.CentreProcess.Memory;
import org.springframework.util.FileSystemUtils;

/** Resident memory of the centre and its PostgreSQL, idle and while pages are read as fast as 16 readers can. */
final class MemoryBench implements Measurement {

	private static final String GROUP = "memory";
	private static final int SETTLE_SECONDS = 20;
	private static final int SAMPLES = 5;
	private static final double KILOBYTES = 1024;

	@Override
	public void measure(Report report) throws Exception {
		report.condition("memory", "proportional set size (PSS) of all processes, " + SETTLE_SECONDS + " s after the first page of a second start");
		Path home = Folders.freshHome("memory");
		try (CentreProcess first = CentreProcess.start(home, CentreProcess.freePort(), List.of())) {
			first.awaitFirstPage();
		}
		try (CentreProcess centre = CentreProcess.start(home, CentreProcess.freePort(), List.of())) {
			centre.awaitFirstPage();
			Thread.sleep(SETTLE_SECONDS * 1000L);
			add(report, "idle", List.of(centre.memory()));
			List<Memory> loaded = new ArrayList<>();
			try (Readers readers = new Readers(centre.address(), PagesBench.PUBLIC)) {
				for (int i = 0; i < SAMPLES; i++) {
					Thread.sleep(3000);
					loaded.add(centre.memory());
				}
				readers.check();
			}
			add(report, "while 16 readers read pages", loaded);
		}
		FileSystemUtils.deleteRecursively(home);
	}

	private static void add(Report report, String when, List<Memory> samples) {
		report.add(new Figure(GROUP, when + ": centre", "MB", samples.stream().map(m -> m.centre() / KILOBYTES).toList()));
		report.add(new Figure(GROUP, when + ": PostgreSQL", "MB", samples.stream().map(m -> m.database() / KILOBYTES).toList()));
		report.add(new Figure(GROUP, when + ": both (aim when idle: under 400)", "MB", samples.stream().map(m -> m.both() / KILOBYTES).toList()));
	}
}
