package org.nafidha.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where measurements put their homes and find what was built. */
public final class Folders {

	private Folders() {
	}

	/** What {@code ./nafidha} built: {@code app/centre.jar} and the verifier. */
	public static Path build() {
		return Path.of(System.getProperty("nafidha.build", "target/nafidha")).toAbsolutePath();
	}

	/** A fresh home for one centre. */
	public static Path freshHome(String purpose) throws IOException {
		return Files.createTempDirectory(Files.createDirectories(work().resolve("homes")), purpose);
	}

	/** PostgreSQL's programs, unpacked once for all homes. */
	public static Path programs() throws IOException {
		return Files.createDirectories(work()).resolve("postgres-programs");
	}

	private static Path work() {
		return Path.of(System.getProperty("nafidha.work", "target")).toAbsolutePath();
	}
}
