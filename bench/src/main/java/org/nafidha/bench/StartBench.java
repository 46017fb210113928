package org.nafidha.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** From starting the process to its first page: cold on an empty folder, warm on one that has its data. */
final class StartBench implements Measurement {

	private static final String GROUP = "start";
	private static final int REPEATS = 3;

	@Override
	public void measure(Report report) throws Exception {
		boolean prepared = Files.exists(Folders.build().resolve("app/centre.aot"));
		report.condition("start",
				"packaged program " + (prepared ? "with" : "without") + " its fast-start cache; files of the program in the page cache");
		List<Double> cold = new ArrayList<>();
		List<Double> warm = new ArrayList<>();
		for (int i = 0; i < REPEATS; i++) {
			Path home = Folders.freshHome("start");
			cold.add(once(home));
			warm.add(once(home));
			FileSystemUtils.deleteRecursively(home);
		}
		report.add(new Figure(GROUP, "cold: empty folder, database and demonstration city made", "s", cold));
		report.add(new Figure(GROUP, "warm: the data is there", "s", warm));
	}

	private static double once(Path home) throws Exception {
		try (CentreProcess centre = CentreProcess.start(home, CentreProcess.freePort(), List.of())) {
			return centre.awaitFirstPage().toNanos() / 1e9;
		}
	}
}
