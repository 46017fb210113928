package org.nafidha.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What exactly was run. */
public final class Versions {

	private Versions() {
	}

	/** @param home of the centre whose database is asked */
	public static Map<String, String> of(Path home) {
		Map<String, String> versions = new LinkedHashMap<>();
		versions.put("program", program());
		versions.put("commit", System.getProperty("nafidha.commit", "unknown"));
		versions.put("jdk", System.getProperty("java.vm.name") + " " + Runtime.version());
		versions.put("postgresql", HomeDatabase.version(home));
		return versions;
	}

	private static String program() {
		try (InputStream in = Objects.requireNonNull(Versions.class.getResourceAsStream("version.txt"))) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
