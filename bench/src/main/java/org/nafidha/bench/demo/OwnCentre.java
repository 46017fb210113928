package org.nafidha.bench.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.nafidha.bench.CentreProcess;
import org.nafidha.bench.Folders;
import org.springframework.util.FileSystemUtils;

/** A centre for one demonstration: on a free port, in a folder that is removed afterwards, also when the demonstration is broken off. */
final class OwnCentre implements AutoCloseable {

	private static final List<String> SETTINGS = List.of("--nafidha.city-sheets=400");

	private final CentreProcess process;
	private final Thread brokenOff = new Thread(this::remove);

	OwnCentre() throws IOException {
		this.process = CentreProcess.start(Folders.freshHome("demo"), CentreProcess.freePort(), SETTINGS);
		Runtime.getRuntime().addShutdownHook(brokenOff);
	}

	CentreProcess process() {
		return process;
	}

	Path home() {
		return process.home();
	}

	@Override
	public void close() {
		Runtime.getRuntime().removeShutdownHook(brokenOff);
		remove();
	}

	private void remove() {
		try {
			process.close();
			FileSystemUtils.deleteRecursively(process.home());
		} catch (IOException e) {
			System.err.println("nafidha: the folder " + process.home() + " could not be removed: " + e.getMessage());
		}
	}
}
