package org.nafidha.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * A centre as a process of its own, with its own home: started, waited for, stopped in order, or killed. It is the packaged
 * program if {@code ./nafidha} built it, otherwise the classes this JVM runs on.
 */
public final class CentreProcess implements AutoCloseable {

	private static final Duration START_LIMIT = Duration.ofSeconds(180);
	private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
	private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

	private final Path home;
	private final int port;
	private final Process process;
	private final long startedAt;

	private CentreProcess(Path home, int port, Process process, long startedAt) {
		this.home = home;
		this.port = port;
		this.process = process;
		this.startedAt = startedAt;
	}

	/** Starts it in demonstration mode and returns at once. */
	public static CentreProcess start(Path home, int port, List<String> settings) throws IOException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(List.of(System.getProperty("nafidha.jvm-flags", "-Xmx640m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED").split(" ")));
		Path app = Folders.build().resolve("app");
		if (Files.exists(app.resolve("centre.jar"))) {
			if (Files.exists(app.resolve("centre.aot"))) {
				command.add("-XX:AOTCache=" + app.resolve("centre.aot"));
			}
			command.addAll(List.of("-jar", app.resolve("centre.jar").toString()));
		} else {
			command.addAll(
					List.of("-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), "org.nafidha.Centre"));
		}
		command.addAll(List.of("--server.port=" + port, "--nafidha.home=" + home.toAbsolutePath(), "--nafidha.demo=true",
				"--nafidha.public-url=http://localhost:" + port, "--nafidha.postgres-programs=" + Folders.programs()));
		command.addAll(settings);
		Files.createDirectories(home);
		Path log = home.resolve("console.log");
		long now = System.nanoTime();
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
		return new CentreProcess(home, port, process, now);
	}

	/** Waits until it is ready (also the demonstration's city is made) and answers its first page, and says how long that took since the start. */
	public Duration awaitFirstPage() throws IOException, InterruptedException {
		try (HttpClient http = HttpClient.newHttpClient()) {
			while (System.nanoTime() - startedAt < START_LIMIT.toNanos()) {
				if (!process.isAlive()) {
					throw new IOException("the centre has ended with code " + process.exitValue() + ":\n" + endOfLog());
				}
				// the port opens before the city is there: until then nobody can sign in
				if (answers(http, "/actuator/health/readiness") && answers(http, "/")) {
					return Duration.ofNanos(System.nanoTime() - startedAt);
				}
				Thread.sleep(50);
			}
		}
		throw new IOException("the centre did not answer within " + START_LIMIT.toSeconds() + " s:\n" + endOfLog());
	}

	private boolean answers(HttpClient http, String path) throws InterruptedException {
		try {
			HttpRequest request = HttpRequest.newBuilder(address().resolve(path)).timeout(ANSWER_LIMIT).build();
			return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
		} catch (IOException notYet) {
			return false;
		}
	}

	public URI address() {
		return URI.create("http://localhost:" + port);
	}

	public Path home() {
		return home;
	}

	public int port() {
		return port;
	}

	public boolean alive() {
		return process.isAlive();
	}

	/** kill -9 of the JVM: nothing is written, nothing is said. */
	public void kill() throws InterruptedException {
		process.destroyForcibly().waitFor();
	}

	/** kill -9 of PostgreSQL's first process. */
	public void killDatabase() throws IOException {
		ProcessHandle.of(postmaster()).orElseThrow(() -> new IOException("PostgreSQL does not run")).destroyForcibly();
	}

	/** kill -9 of one of PostgreSQL's other processes, after which it starts all of them anew by itself. */
	public void killDatabaseChild(RandomGenerator chance) throws IOException {
		List<ProcessHandle> children = ProcessHandle.of(postmaster()).map(p -> p.children().toList()).orElse(List.of());
		if (children.isEmpty()) {
			throw new IOException("PostgreSQL does not run");
		}
		children.get(chance.nextInt(children.size())).destroyForcibly();
	}

	/** Kilobytes of memory (proportional set size: what is shared is counted in parts) of the JVM and of all of PostgreSQL. */
	public Memory memory() throws IOException {
		long database = pss(postmaster());
		for (ProcessHandle backend : ProcessHandle.of(postmaster()).map(p -> p.descendants().toList()).orElse(List.of())) {
			database += pss(backend.pid());
		}
		return new Memory(pss(process.pid()), database);
	}

	/** Stops it in order; killed if that takes too long, which is an error. */
	public void stop() throws IOException, InterruptedException {
		process.destroy();
		if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
			kill();
			throw new IOException("the centre did not stop within " + STOP_LIMIT.toSeconds() + " s:\n" + endOfLog());
		}
	}

	@Override
	public void close() throws IOException {
		try {
			if (process.isAlive()) {
				stop();
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	public static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	/** Kilobytes. */
	public record Memory(long centre, long database) {

		public long both() {
			return centre + database;
		}
	}

	private long postmaster() throws IOException {
		return Long.parseLong(Files.readAllLines(home.resolve("postgres/postmaster.pid")).getFirst().strip());
	}

	private static long pss(long pid) throws IOException {
		Path rollup = Path.of("/proc", Long.toString(pid), "smaps_rollup");
		return Files.readAllLines(rollup).stream().filter(line -> line.startsWith("Pss:")).map(line -> line.replaceAll("[^0-9]", ""))
				.mapToLong(Long::parseLong).sum();
	}

	private String endOfLog() throws IOException {
		List<String> lines = Files.readAllLines(home.resolve("console.log"));
		return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
	}
}
