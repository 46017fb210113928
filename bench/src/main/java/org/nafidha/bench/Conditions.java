package org.nafidha.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Under what a figure was measured: without it a figure means nothing. */
final class Conditions {

	private static final List<String> SETTINGS = List.of("server_version", "fsync", "synchronous_commit", "full_page_writes", "wal_level",
			"shared_buffers", "max_wal_size", "max_connections");

	private Conditions() {
	}

	static Map<String, Object> ofMachine(InstantSource clock) {
		Map<String, Object> found = new LinkedHashMap<>();
		found.put("at", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
		found.put("commit", System.getProperty("nafidha.commit", "unknown"));
		found.put("cores", Runtime.getRuntime().availableProcessors());
		found.put("processor", firstOf(Path.of("/proc/cpuinfo"), "model name"));
		found.put("memory", firstOf(Path.of("/proc/meminfo"), "MemTotal"));
		found.put("load average at the start", firstWord(Path.of("/proc/loadavg")));
		found.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
		found.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
		return found;
	}

	static Map<String, Object> ofDatabase(JdbcClient db) {
		Map<String, Object> found = new LinkedHashMap<>();
		SETTINGS.forEach(name -> found.put(name, db.sql("select current_setting(:name)").param("name", name).query(String.class).single()));
		return found;
	}

	private static String firstOf(Path file, String key) {
		try {
			return Files.readAllLines(file).stream().filter(line -> line.startsWith(key)).findFirst()
					.map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse("unknown");
		} catch (IOException notLinux) {
			return "unknown";
		}
	}

	private static String firstWord(Path file) {
		try {
			return Files.readString(file).split(" ")[0];
		} catch (IOException notLinux) {
			return "unknown";
		}
	}
}
