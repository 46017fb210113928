package org.nafidha.bench.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nafidha.bench.Versions;
import tools.jackson.databind.json.JsonMapper;

/** The run for programs: {@code summary.json}. */
final class Summary {

	private final URI centre;
	private final Path home;

	Summary(URI centre, Path home) {
		this.centre = centre;
		this.home = home;
	}

	void write(Path out, List<Steps.Step> steps, boolean passed) throws IOException {
		Map<String, Object> summary = new LinkedHashMap<>();
		summary.put("format", "nafidha-demo-v1");
		summary.put("at", InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS).toString());
		summary.put("passed", passed);
		summary.put("centre", centre.toString());
		summary.put("versions", Versions.of(home));
		summary.put("milliseconds", steps.stream().mapToLong(Steps.Step::ms).sum());
		summary.put("steps", steps.stream().map(Summary::row).toList());
		Files.write(out.resolve("summary.json"), JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(summary));
	}

	private static Map<String, Object> row(Steps.Step step) {
		Map<String, Object> row = new LinkedHashMap<>();
		row.put("step", step.name());
		row.put("milliseconds", step.ms());
		row.put("passed", step.failed().isEmpty());
		if (!step.failed().isEmpty()) {
			row.put("failed", step.failed());
		}
		return row;
	}
}
