package org.nafidha.platform.internal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.nafidha.platform.CentreProperties;
import org.nafidha.platform.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL inside the centre's own folder, with durable settings, passwords from {@link Secrets} and no trusted
 * connections. After a kill of the JVM the server lives on; the next start attaches to it.
 */
final class EmbeddedServer implements AutoCloseable {

	static final String DATABASE = "nafidha";
	static final String OWNER = "nafidha_owner";
	static final String APPLICATION = "nafidha_app";

	private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
	private static final Duration START_LIMIT = Duration.ofSeconds(60);
	private static final String CLOSED_HBA = """
			# written by the centre: every connection needs a password
			local all all scram-sha-256
			host  all all 127.0.0.1/32 scram-sha-256
			host  all all ::1/128      scram-sha-256
			""";

	private final EmbeddedPostgres server;
	private final DatabaseAccess access;

	EmbeddedServer(CentreProperties centre, Secrets secrets) throws IOException, SQLException {
		Path folder = centre.home().toAbsolutePath().resolve("postgres");
		String superPassword = secrets.text("postgres-superuser");
		this.server = start(folder, superPassword);
		this.access = new DatabaseAccess("jdbc:postgresql://localhost:" + server.getPort() + "/" + DATABASE, OWNER, secrets.text("postgres-owner"),
				APPLICATION, secrets.text("postgres-app"));
		prepare(folder, superPassword);
		LOG.info("PostgreSQL runs on port {} with its data in {}", server.getPort(), folder);
	}

	DatabaseAccess access() {
		return access;
	}

	@Override
	public void close() throws IOException {
		server.close();
	}

	private static EmbeddedPostgres start(Path folder, String superPassword) throws IOException {
		Files.createDirectories(folder.getParent());
		return EmbeddedPostgres.builder().setDataDirectory(folder).setCleanDataDirectory(false).setPort(port(folder)).setPGStartupWait(START_LIMIT)
				.setConnectConfig("password", superPassword).setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
				.setServerConfig("full_page_writes", "on").setServerConfig("max_connections", "100").setServerConfig("shared_buffers", "128MB")
				.setServerConfig("max_wal_size", "2GB").setServerConfig("listen_addresses", "127.0.0.1")
				.setServerConfig("password_encryption", "scram-sha-256").setServerConfig("timezone", "UTC")
				.setServerConfig("shared_preload_libraries", "pg_stat_statements").start();
	}

	/** The port of a server that is still running on this folder, otherwise a free one. */
	private static int port(Path folder) throws IOException {
		Path pidFile = folder.resolve("postmaster.pid");
		if (Files.exists(pidFile)) {
			List<String> lines = Files.readAllLines(pidFile);
			if (lines.size() > 3 && ProcessHandle.of(Long.parseLong(lines.get(0).strip())).isPresent()) {
				return Integer.parseInt(lines.get(3).strip());
			}
		}
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private void prepare(Path folder, String superPassword) throws SQLException, IOException {
		try (Connection c = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"), "postgres", superPassword);
				Statement s = c.createStatement()) {
			if (!exists(s, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
				createRolesAndDatabase(s, superPassword);
			}
			Path hba = folder.resolve("pg_hba.conf");
			if (!Files.readString(hba).equals(CLOSED_HBA)) {
				Files.writeString(hba, CLOSED_HBA);
				s.execute("select pg_reload_conf()");
			}
		}
	}

	private void createRolesAndDatabase(Statement s, String superPassword) throws SQLException {
		s.execute("alter role postgres password '" + superPassword + "'");
		for (String[] role : new String[][]{{OWNER, access.ownerPassword()}, {APPLICATION, access.applicationPassword()}}) {
			if (exists(s, "select 1 from pg_roles where rolname = '" + role[0] + "'")) {
				s.execute("alter role " + role[0] + " login password '" + role[1] + "'");
			} else {
				s.execute("create role " + role[0] + " login password '" + role[1] + "'");
			}
		}
		s.execute("create database " + DATABASE + " owner " + OWNER + " encoding 'UTF8' template template0");
	}

	private static boolean exists(Statement s, String query) throws SQLException {
		try (var found = s.executeQuery(query)) {
			return found.next();
		}
	}
}
