package org.nafidha.platform.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.nafidha.platform.CentreProperties;
import org.nafidha.platform.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL inside the centre's own folder, with durable settings, passwords from {@link Secrets} and no trusted
 * connections. One centre at a time may use the folder. If the server dies it is started again, on the same port, for as long as
 * the centre lives; if the JVM is killed the server lives on until the next start.
 */
final class EmbeddedServer implements AutoCloseable {

	static final String DATABASE = "nafidha";
	static final String OWNER = "nafidha_owner";
	static final String APPLICATION = "nafidha_app";

	private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
	private static final Duration WATCH_EVERY = Duration.ofMillis(500);

	private final FileChannel lockFile;
	private final PostgresProcess process;
	private final DatabaseAccess access;
	private final ReentrantLock changing = new ReentrantLock();
	private volatile boolean closed;

	EmbeddedServer(CentreProperties centre, Secrets secrets, @Nullable Path programs) throws IOException, SQLException {
		Path home = centre.home().toAbsolutePath();
		Path logs = Files.createDirectories(home.resolve("log"));
		this.lockFile = lock(home);
		Path unpacked = PostgresBinaries.unpackedIn(programs == null ? home.resolve("postgres-programs") : programs.toAbsolutePath());
		this.process = new PostgresProcess(unpacked, home.resolve("postgres"), logs.resolve("postgres.log"));
		String superPassword = secrets.text("postgres-superuser");
		process.create(superPassword);
		int port = process.start();
		this.access = new DatabaseAccess(url(port, DATABASE), OWNER, secrets.text("postgres-owner"), APPLICATION, secrets.text("postgres-app"));
		prepare(port, superPassword);
		Thread.ofPlatform().daemon().name("postgres-watch").start(this::watch);
		LOG.info("PostgreSQL runs on port {} with its data in {}", port, home.resolve("postgres"));
	}

	DatabaseAccess access() {
		return access;
	}

	@Override
	public void close() throws IOException {
		closed = true;
		changing.lock();
		try {
			if (process.alive()) {
				process.stop();
			}
		} finally {
			changing.unlock();
			lockFile.close();
		}
	}

	private static FileChannel lock(Path home) throws IOException {
		FileChannel channel = FileChannel.open(home.resolve("centre.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		try {
			// released by closing the channel, or by the end of the JVM however it ends
			@Nullable
			FileLock lock = channel.tryLock();
			if (lock != null) {
				return channel;
			}
		} catch (OverlappingFileLockException sameJvm) {
			LOG.debug("another centre of this JVM uses {}", home);
		}
		channel.close();
		throw new IllegalStateException(
				"another centre already runs on the folder " + home + "; stop it, or choose another folder with NAFIDHA_HOME");
	}

	private void watch() {
		while (!closed) {
			LockSupport.parkNanos(WATCH_EVERY.toNanos());
			changing.lock();
			try {
				if (!closed && !process.alive()) {
					LOG.error("PostgreSQL has died; starting it again");
					LOG.info("PostgreSQL is back on port {}", process.start());
				}
			} catch (IOException | RuntimeException e) {
				// whatever it is, the watch goes on; its last processes may still be ending: the next round tries again
				LOG.error("PostgreSQL could not be started again yet: {}", e.getMessage());
			} finally {
				changing.unlock();
			}
		}
	}

	private void prepare(int port, String superPassword) throws SQLException {
		try (Connection c = DriverManager.getConnection(url(port, "postgres"), PostgresProcess.SUPERUSER, superPassword);
				Statement s = c.createStatement()) {
			if (!exists(s, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
				createRolesAndDatabase(s);
			}
		}
		try (Connection c = DriverManager.getConnection(url(port, DATABASE), PostgresProcess.SUPERUSER, superPassword);
				Statement s = c.createStatement()) {
			s.execute("create extension if not exists pg_stat_statements");
		}
	}

	private void createRolesAndDatabase(Statement s) throws SQLException {
		for (String[] role : new String[][]{{OWNER, access.ownerPassword()}, {APPLICATION, access.applicationPassword()}}) {
			boolean there = exists(s, "select 1 from pg_roles where rolname = '" + role[0] + "'");
			s.execute((there ? "alter" : "create") + " role " + role[0] + " login password '" + role[1] + "'");
		}
		// the owner may see what statements cost; the application may not
		s.execute("grant pg_read_all_stats to " + OWNER);
		s.execute("create database " + DATABASE + " owner " + OWNER + " encoding 'UTF8' template template0");
	}

	private static String url(int port, String database) {
		return "jdbc:postgresql://localhost:" + port + "/" + database;
	}

	private static boolean exists(Statement s, String query) throws SQLException {
		try (var found = s.executeQuery(query)) {
			return found.next();
		}
	}
}
