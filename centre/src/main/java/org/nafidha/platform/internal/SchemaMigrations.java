package org.nafidha.platform.internal;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Brings every module's schema up to date, as the owner role. A module's migrations stand in {@code db/<module>}, its
 * tables in the schema of the same name, and each migration grants what the application role ({@code ${app}}) may do.
 */
final class SchemaMigrations {

	private static final int CONNECTIONS = 4;
	private static final Pattern MODULE = Pattern.compile("/db/([a-z]+)/V[^/]+\\.sql$");

	private SchemaMigrations() {
	}

	static void migrate(DatabaseAccess access) {
		try (HikariDataSource owner = owner(access)) {
			for (String module : modules()) {
				Flyway.configure().dataSource(owner).schemas(module).defaultSchema(module).locations("classpath:db/" + module)
						.placeholders(Map.of("app", access.application())).load().migrate();
			}
		}
	}

	/** All modules share a few connections: each new one costs a start some 30 ms of password hashing, and a module asks for four. */
	private static HikariDataSource owner(DatabaseAccess access) {
		HikariDataSource owner = new HikariDataSource();
		owner.setJdbcUrl(access.url());
		owner.setUsername(access.owner());
		owner.setPassword(access.ownerPassword());
		owner.setMinimumIdle(0);
		owner.setMaximumPoolSize(CONNECTIONS);
		return owner;
	}

	private static SortedSet<String> modules() {
		SortedSet<String> modules = new TreeSet<>();
		try {
			for (Resource resource : new PathMatchingResourcePatternResolver().getResources("classpath*:db/*/V*.sql")) {
				Matcher m = MODULE.matcher(resource.getURL().toString());
				if (m.find()) {
					modules.add(m.group(1));
				}
			}
		} catch (IOException e) {
			throw new UncheckedIOException("the modules' migrations cannot be listed", e);
		}
		return modules;
	}
}
