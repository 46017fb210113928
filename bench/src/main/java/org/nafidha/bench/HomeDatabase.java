package org.nafidha.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The PostgreSQL in the home of a centre that runs, looked at from outside. */
public final class HomeDatabase {

	private static final String PORT = "port = ";

	private HomeDatabase() {
	}

	/** A connection as the owner of the tables that changes nothing. */
	public static Connection connect(Path home) throws IOException, SQLException {
		String port = Files.readAllLines(home.resolve("postgres/nafidha.conf")).stream().filter(line -> line.startsWith(PORT)).findFirst()
				.map(line -> line.substring(PORT.length())).orElseThrow(() -> new IOException("no port stands in the settings of " + home));
		String password = Files.readString(home.resolve("secrets/postgres-owner")).strip();
		Connection connection = DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/nafidha", "nafidha_owner", password);
		connection.setReadOnly(true);
		return connection;
	}

	/** Its version, such as {@code 18.6}; "unknown" where it cannot be asked. */
	public static String version(Path home) {
		try (Connection connection = connect(home)) {
			return connection.getMetaData().getDatabaseProductVersion();
		} catch (IOException | SQLException elsewhere) {
			return "unknown";
		}
	}
}
