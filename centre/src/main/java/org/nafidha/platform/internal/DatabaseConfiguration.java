package org.nafidha.platform.internal;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.nafidha.platform.CentreProperties;
import org.nafidha.platform.Secrets;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** One data source, used as the application role, and ready only when every module's schema is up to date. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

	private static final String NO_URL = "'${nafidha.db.url:}' == ''";

	@Bean
	@ConditionalOnExpression(NO_URL)
	EmbeddedServer embeddedServer(CentreProperties centre, Secrets secrets, Environment env) throws IOException, SQLException {
		String programs = env.getProperty("nafidha.postgres-programs");
		return new EmbeddedServer(centre, secrets, programs == null ? null : Path.of(programs));
	}

	@Bean
	@ConditionalOnExpression(NO_URL)
	DatabaseAccess embeddedAccess(EmbeddedServer server) {
		return server.access();
	}

	/** Production: both roles exist already; docs/production.md has the statements that make them. */
	@Bean
	@ConditionalOnExpression("!(" + NO_URL + ")")
	DatabaseAccess externalAccess(Environment env) {
		return new DatabaseAccess(env.getRequiredProperty("nafidha.db.url"), env.getProperty("nafidha.db.owner", EmbeddedServer.OWNER),
				env.getRequiredProperty("nafidha.db.owner-password"), env.getProperty("nafidha.db.application", EmbeddedServer.APPLICATION),
				env.getRequiredProperty("nafidha.db.application-password"));
	}

	@Bean
	@ConfigurationProperties("nafidha.pool")
	HikariDataSource dataSource(DatabaseAccess access) {
		SchemaMigrations.migrate(access);
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl(access.url());
		pool.setUsername(access.application());
		pool.setPassword(access.applicationPassword());
		pool.setMaximumPoolSize(20);
		pool.setConnectionTimeout(5_000);
		pool.addDataSourceProperty("ApplicationName", "nafidha");
		pool.addDataSourceProperty("reWriteBatchedInserts", "true");
		pool.addDataSourceProperty("prepareThreshold", "3");
		pool.addDataSourceProperty("logServerErrorDetail", "false"); // the detail quotes rows, and rows are people
		return pool;
	}
}
