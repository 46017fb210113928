package org.nafidha.bench.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.nafidha.bench.Folders;

/**
 * The verifier as the command that anybody can run: a process of its own. It is the jar if {@code ./nafidha} built it, otherwise the
 * classes this JVM was given for its tests.
 */
final class SeparateVerifier {

	private static final int LIMIT_SECONDS = 60;

	/** @param exit 0 genuine, 1 altered, revoked or foreign, 2 unusable */
	record Answer(int exit, String output) {
	}

	private SeparateVerifier() {
	}

	static Answer run(String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1"));
		Path jar = Folders.build().resolve("verifier.jar");
		if (Files.exists(jar)) {
			command.addAll(List.of("-jar", jar.toString()));
		} else {
			command.addAll(List.of("-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
					"org.nafidha.verifier.Verify"));
		}
		command.addAll(List.of(arguments));
		Path output = Files.createTempFile("nafidha-verifier", ".txt");
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
			if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
				process.destroyForcibly();
				throw new IOException("the verifier did not answer within " + LIMIT_SECONDS + " s");
			}
			return new Answer(process.exitValue(), Files.readString(output));
		} finally {
			Files.delete(output);
		}
	}
}
