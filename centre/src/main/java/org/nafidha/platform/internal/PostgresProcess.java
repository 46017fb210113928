package org.nafidha.platform.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.nafidha.platform.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The postmaster over one data folder: made, started, asked whether it lives, stopped. Its settings are written anew before every
 * start, so that it never runs with others than these. Not thread-safe.
 */
final class PostgresProcess {

	static final String SUPERUSER = "postgres";

	private static final Logger LOG = LoggerFactory.getLogger(PostgresProcess.class);
	private static final Duration COMMAND_LIMIT = Duration.ofSeconds(90);
	private static final String INCLUDE = "\ninclude 'nafidha.conf'\n";
	private static final String SETTINGS = """
			# written by the centre at every start
			port = %d
			listen_addresses = '127.0.0.1'
			unix_socket_directories = ''
			fsync = on
			synchronous_commit = on
			full_page_writes = on
			password_encryption = 'scram-sha-256'
			timezone = 'UTC'
			log_timezone = 'UTC'
			max_connections = 100
			shared_buffers = '128MB'
			max_wal_size = '2GB'
			shared_preload_libraries = 'pg_stat_statements'
			""";

	/** A backend keeps a megabyte it has freed for its next statement, instead of giving it back to the system after each. */
	private static final Map<String, String> MEMORY = Map.of("MALLOC_TOP_PAD_", "262144", "MALLOC_TRIM_THRESHOLD_", "1048576");

	private final Path programs;
	private final Path data;
	private final Path log;

	PostgresProcess(Path programs, Path data, Path log) {
		this.programs = programs;
		this.data = data;
		this.log = log;
	}

	/** Makes the data folder if there is none. Connections need a password from the first moment on. */
	void create(String superPassword) throws IOException {
		if (Files.exists(data)) {
			if (!Files.readString(data.resolve("postgresql.conf")).contains(INCLUDE)) {
				throw new IllegalStateException("the database folder " + data + " was not made by this version of the centre; move it away");
			}
			return;
		}
		// made beside and renamed when complete, so that a start that was killed leaves no half-made folder
		Path draft = data.resolveSibling(data.getFileName() + ".new");
		FileSystemUtils.deleteRecursively(draft);
		Path passwordFile = data.resolveSibling("postgres-superuser.new");
		Files.deleteIfExists(passwordFile);
		Secrets.ownerOnly(passwordFile, superPassword.getBytes(StandardCharsets.UTF_8));
		try {
			run(List.of(program("initdb"), "-D", draft.toString(), "-U", SUPERUSER, "-A", "scram-sha-256", "--pwfile=" + passwordFile, "-E", "UTF8",
					"--locale=C.UTF-8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions"));
			Files.writeString(draft.resolve("postgresql.conf"), INCLUDE, StandardOpenOption.APPEND);
			Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
		} finally {
			Files.delete(passwordFile);
		}
	}

	/** Starts the postmaster and waits until it accepts connections; a postmaster left over from a killed JVM is stopped first. */
	int start() throws IOException {
		if (alive()) {
			stop();
		}
		int port = freePort();
		Files.writeString(data.resolve("nafidha.conf"), SETTINGS.formatted(port));
		run(List.of(program("pg_ctl"), "start", "-D", data.toString(), "-l", log.toString(), "-w", "-t", "60"));
		return port;
	}

	/** Whether the postmaster lives. A killed one that nobody has reaped yet is dead. */
	boolean alive() {
		Optional<Long> pid = pid();
		if (pid.isEmpty()) {
			return false;
		}
		try {
			String stat = Files.readString(Path.of("/proc", Long.toString(pid.get()), "stat"));
			boolean postgres = stat.contains("(postgres)");
			boolean zombie = stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
			return postgres && !zombie;
		} catch (IOException gone) {
			return false;
		}
	}

	/** Stops it at once but in order: open transactions are rolled back. */
	void stop() throws IOException {
		run(List.of(program("pg_ctl"), "stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "60"));
	}

	private Optional<Long> pid() {
		Path file = data.resolve("postmaster.pid");
		try {
			return Files.exists(file) ? Files.readAllLines(file).stream().findFirst().map(line -> Long.parseLong(line.strip())) : Optional.empty();
		} catch (IOException e) {
			throw new UncheckedIOException("cannot read " + file, e);
		}
	}

	/** The port of the last time if it is free, so that open pools find the server again; otherwise any free one. */
	private int freePort() throws IOException {
		Path settings = data.resolve("nafidha.conf");
		if (Files.exists(settings)) {
			int before = Files.readAllLines(settings).stream().filter(line -> line.startsWith("port = ")).findFirst()
					.map(line -> Integer.parseInt(line.substring("port = ".length()))).orElse(0);
			try (ServerSocket socket = new ServerSocket(before, 1, InetAddress.getLoopbackAddress())) {
				return socket.getLocalPort();
			} catch (IOException taken) {
				LOG.info("port {} of the last time is taken", before);
			}
		}
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private String program(String name) {
		return programs.resolve("bin").resolve(name).toString();
	}

	/** Runs a program of PostgreSQL. These refuse to run as root, so root runs them in a user namespace of their own. */
	private void run(List<String> command) throws IOException {
		List<String> words = new ArrayList<>();
		if ("root".equals(System.getProperty("user.name"))) {
			words.addAll(List.of("unshare", "--user"));
		}
		words.addAll(command);
		Path output = log.resolveSibling("postgres-" + Path.of(command.getFirst()).getFileName() + ".log");
		ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile());
		builder.environment().putAll(MEMORY);
		Process process = builder.start();
		try {
			if (!process.waitFor(COMMAND_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
				process.destroyForcibly();
				throw new IOException(command.getFirst() + " did not end within " + COMMAND_LIMIT.toSeconds() + " s; see " + output + " and " + log);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted while waiting for " + command.getFirst(), e);
		}
		if (process.exitValue() != 0) {
			throw new IOException(command.getFirst() + " failed: " + Files.readString(output).strip() + " (see also " + log + ")");
		}
	}
}
