package org.nafidha.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nafidha.platform.CentreProperties;
import org.nafidha.platform.Secrets;

class EmbeddedServerTests {

	private static final Path PROGRAMS = Path.of("target", "postgres-programs");
	private static final Duration RETURN_LIMIT = Duration.ofSeconds(60);

	private static CentreProperties centre;
	private static EmbeddedServer server;

	@BeforeAll
	static void start() throws IOException, SQLException {
		Path homes = Files.createDirectories(Path.of("target", "homes"));
		centre = new CentreProperties(Files.createTempDirectory(homes, "server"), ZoneId.of("Asia/Damascus"), true, "http://localhost", "aleppo");
		server = new EmbeddedServer(centre, new Secrets(centre), PROGRAMS);
	}

	@AfterAll
	static void stop() throws IOException {
		server.close();
	}

	@Test
	void aKilledServerComesBackWithEveryCommittedRow() throws Exception {
		try (Connection c = connect(); var s = c.createStatement()) {
			s.execute("create table public.kept (n int)");
			s.execute("insert into public.kept values (41)");
		}
		for (int killed = 1; killed <= 2; killed++) {
			long pid = postmaster();
			ProcessHandle.of(pid).orElseThrow().destroyForcibly();
			awaitAnother(pid);
			try (Connection c = connect(); var s = c.createStatement()) {
				s.execute("insert into public.kept values (" + killed + ")");
				try (var rows = s.executeQuery("select count(*) from public.kept")) {
					rows.next();
					assertThat(rows.getInt(1)).isEqualTo(killed + 1);
				}
			}
		}
	}

	@Test
	void aSecondCentreOnTheSameFolderIsRefusedInWords() {
		assertThatThrownBy(() -> new EmbeddedServer(centre, new Secrets(centre), PROGRAMS)).isInstanceOf(IllegalStateException.class)
				.hasMessageContaining("another centre already runs on the folder");
	}

	@Test
	void noPasswordOpensNoDoor() {
		assertThatThrownBy(() -> DriverManager.getConnection(server.access().url(), "postgres", "").close()).hasMessageContaining("password");
		assertThatThrownBy(() -> DriverManager.getConnection(server.access().url(), "postgres", "postgres").close())
				.hasMessageContaining("password");
	}

	@Test
	void arabicWordsAreWordsToTheDatabase() throws SQLException {
		try (Connection c = connect(); var s = c.createStatement()) {
			s.execute("create extension pg_trgm");
			try (var row = s.executeQuery("select similarity('حلب القديمة', 'حلب القديمه') > 0.5, 'إقفال' ~ '^\\w+$'")) {
				row.next();
				assertThat(row.getBoolean(1)).isTrue();
				assertThat(row.getBoolean(2)).isTrue();
			}
		}
	}

	private static Connection connect() throws SQLException {
		return DriverManager.getConnection(server.access().url(), server.access().owner(), server.access().ownerPassword());
	}

	private static long postmaster() throws IOException {
		return Long.parseLong(Files.readAllLines(centre.home().resolve("postgres/postmaster.pid")).getFirst().strip());
	}

	private static void awaitAnother(long pid) throws Exception {
		long limit = System.nanoTime() + RETURN_LIMIT.toNanos();
		while (System.nanoTime() < limit) {
			try (Connection c = connect()) {
				if (c.isValid(5) && postmaster() != pid) {
					return;
				}
			} catch (SQLException | IOException notYet) {
				Thread.sleep(100);
			}
		}
		throw new AssertionError("the server has not come back within " + RETURN_LIMIT);
	}
}
