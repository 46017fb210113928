package org.nafidha.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * The plans of statements as the centre sends them, values and all: while this is open, {@code auto_explain} (ANALYZE, BUFFERS) is loaded into
 * the sessions of the application's role and writes into the server's log, from which they are read.
 */
final class Plans implements AutoCloseable {

	private static final String ON = """
			alter role nafidha_app set session_preload_libraries = 'auto_explain';
			alter role nafidha_app set auto_explain.log_min_duration = 0;
			alter role nafidha_app set auto_explain.log_analyze = on;
			alter role nafidha_app set auto_explain.log_buffers = on;
			alter role nafidha_app set application_name = 'bench-plans'""";
	private static final String OFF = "alter role nafidha_app reset all";

	private final CentreInside centre;
	private final Path log;

	Plans(CentreInside centre) throws IOException, SQLException {
		this.centre = centre;
		this.log = centre.home().resolve("log/postgres.log");
		set(ON);
	}

	/** The plan of whatever the question asks, line by line; background work of the centre is left out as far as it can be told. */
	List<String> of(Callable<?> question) throws Exception {
		long before = Files.size(log);
		question.call();
		String said = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
		String fresh = new String(said.getBytes(StandardCharsets.UTF_8), Math.toIntExact(before), Math.toIntExact(Files.size(log) - before),
				StandardCharsets.UTF_8);
		return Arrays.stream(fresh.split("\n(?=[0-9]{4}-[0-9]{2}-[0-9]{2} )")).filter(entry -> entry.contains("plan:")).filter(Plans::asked)
				.flatMap(entry -> Arrays.stream(entry.split("\n"))).map(line -> line.replace("\t", "  ").stripTrailing()).toList();
	}

	/** Not what the centre's loops ask of journal, jobs and sessions meanwhile. */
	private static boolean asked(String entry) {
		return List.of("journal.", "platform.", "spring_session", "pg_advisory").stream().noneMatch(entry::contains);
	}

	@Override
	public void close() throws IOException, SQLException {
		set(OFF);
	}

	/** For sessions from now on. */
	private void set(String statements) throws IOException, SQLException {
		String password = Files.readString(centre.home().resolve("secrets/postgres-superuser")).strip();
		HikariDataSource pool = centre.bean(HikariDataSource.class);
		try (Connection connection = DriverManager.getConnection(pool.getJdbcUrl(), "postgres", password);
				Statement statement = connection.createStatement()) {
			for (String one : statements.split(";")) {
				statement.execute(one);
			}
		}
		pool.getHikariPoolMXBean().softEvictConnections();
	}
}
