package org.nafidha.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code ./nafidha bench [engine|licence|http|document|pages|search|start|memory]... [--json FILE]}: all of them, or those named. */
final class Bench {

	private static final Map<String, Measurement> MEASUREMENTS = measurements();

	private Bench() {
	}

	public static void main(String[] args) throws Exception {
		List<String> wanted = new ArrayList<>();
		@Nullable
		Path json = null;
		for (int i = 0; i < args.length; i++) {
			if (args[i].equals("--json") && i + 1 < args.length) {
				json = Path.of(args[++i]);
			} else if (MEASUREMENTS.containsKey(args[i])) {
				wanted.add(args[i]);
			} else {
				System.err
						.println("bench does not know '" + args[i] + "'; it knows " + String.join(", ", MEASUREMENTS.keySet()) + " and --json FILE");
				System.exit(2);
			}
		}
		Report report = new Report(System.out, Conditions.ofMachine(Clock.systemUTC()));
		for (String name : wanted.isEmpty() ? List.copyOf(MEASUREMENTS.keySet()) : wanted) {
			report.say("");
			report.say(name);
			MEASUREMENTS.getOrDefault(name, r -> {
			}).measure(report);
		}
		if (json != null) {
			report.write(json);
			report.say("");
			report.say("written to " + json);
		}
	}

	private static Map<String, Measurement> measurements() {
		Map<String, Measurement> all = new LinkedHashMap<>();
		all.put("engine", new EngineBench());
		all.put("licence", new LicenceBench());
		all.put("http", new HttpBench());
		all.put("document", new DocumentBench());
		all.put("pages", new PagesBench());
		all.put("search", new SearchBench());
		all.put("start", new StartBench());
		all.put("memory", new MemoryBench());
		return all;
	}
}
