package org.nafidha.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.nafidha.Centre;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.FileSystemUtils;

/** A whole centre in this JVM over a database of its own, for measuring below HTTP. Removed when closed. */
final class CentreInside implements AutoCloseable {

	private final Path home;
	private final ConfigurableApplicationContext context;

	/** @param more settings of the centre, as on its command line */
	CentreInside(String purpose, int citySheets, String... more) throws IOException {
		this.home = Folders.freshHome(purpose);
		int port = CentreProcess.freePort();
		this.context = new SpringApplicationBuilder(Centre.class).logStartupInfo(false).run(Stream.concat(
				Stream.of("--server.port=" + port, "--nafidha.public-url=http://localhost:" + port, "--nafidha.home=" + home, "--nafidha.demo=true",
						"--nafidha.city-sheets=" + citySheets,
						"--nafidha.postgres-programs=" + Folders.programs(), "--logging.level.root=warn"),
				Stream.of(more)).toArray(String[]::new));
	}

	/** Its folder, with the server's log and the secrets. */
	Path home() {
		return home;
	}

	<T> T bean(Class<T> type) {
		return context.getBean(type);
	}

	/** Every bean of a type, by name. */
	<T> java.util.Map<String, T> beans(Class<T> type) {
		return context.getBeansOfType(type);
	}

	/** As the application role, from the centre's own pool. */
	JdbcClient db() {
		return bean(JdbcClient.class);
	}

	/** A connection of one's own as the owner role, who may make tables and read what statements cost. */
	SingleConnectionDataSource owner() throws IOException, SQLException {
		String password = Files.readString(home.resolve("secrets/postgres-owner")).strip();
		Connection connection = DriverManager.getConnection(bean(HikariDataSource.class).getJdbcUrl(), "nafidha_owner", password);
		return new SingleConnectionDataSource(connection, true);
	}

	@Override
	public void close() throws IOException {
		context.close();
		FileSystemUtils.deleteRecursively(home);
	}
}
