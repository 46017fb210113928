package org.nafidha.register.internal;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.nafidha.identity.PeopleRegistry;
import org.nafidha.journal.Act;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.platform.CentreProperties;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * At the start of a demonstration with an empty register, invents the city and writes it in one transaction: all of it,
 * with its one journal entry, or nothing. A real centre refuses to start on invented sheets.
 */
@Component
class CityLoader implements ApplicationRunner {

	private static final Logger LOG = LoggerFactory.getLogger(CityLoader.class);

	private final CentreProperties centre;
	private final CityProperties properties;
	private final JdbcClient db;
	private final DataSource dataSource;
	private final TransactionTemplate transaction;
	private final Writers writers;

	/** Those who write parts of a city that are not the register's. */
	@Component
	record Writers(PeopleRegistry people, Journal journal, InstantSource clock) {
	}

	CityLoader(CentreProperties centre, CityProperties properties, JdbcClient db, DataSource dataSource, TransactionTemplate transaction,
			Writers writers) {
		this.centre = centre;
		this.properties = properties;
		this.db = db;
		this.dataSource = dataSource;
		this.transaction = transaction;
		this.writers = writers;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (centre.demo()) {
			long start = System.nanoTime();
			Map<String, Object> facts = transaction.execute(status -> loadIfEmpty());
			if (facts != null && !facts.isEmpty()) {
				LOG.info("Demonstration city of invented people and sheets, made in {} ms: {}",
						Duration.ofNanos(System.nanoTime() - start).toMillis(),
						facts);
			}
		} else if (db.sql("select exists (select 1 from register.sheet where invented)").query(Boolean.class).single()) {
			throw new IllegalStateException("this register holds invented sheets; a real centre starts with a database of its own");
		}
	}

	/** What was loaded; empty when there is a register already. */
	private Map<String, Object> loadIfEmpty() {
		db.sql("select pg_advisory_xact_lock(hashtext('register.demo-city'))").query(row -> {
		});
		if (db.sql("select exists (select 1 from register.sheet)").query(Boolean.class).single()) {
			return Map.of();
		}
		City city = CityPlanner.plan(properties.demoSeed(), properties.citySheets(), Quarters.zones(properties.quartersFileOrNull()));
		int added = writers.people.addAll(city.people());
		if (added != city.people().size()) {
			throw new IllegalStateException("the register is empty but " + (city.people().size() - added) + " invented people are known already");
		}
		copy(city);
		Map<String, Object> facts = Map.of("seed", properties.demoSeed(), "zones", city.zones().size(), "sheets", city.pages().size(), "people",
				city.people().size(), "violations", city.violations().size(), "digest", CityRows.digest(city));
		writers.journal.append(new Act("register.demo-city-loaded", "demo-city", new Actor.System("demo-city"), facts));
		return facts;
	}

	private void copy(City city) {
		long firstSheet = reserve("sheet", city.pages().size());
		long firstEntry = reserve("entry", city.pages().stream().mapToInt(page -> page.entries().size()).sum());
		CityRows rows = CityRows.of(city, firstSheet, firstEntry, writers.clock.instant().toString());
		Connection connection = DataSourceUtils.getConnection(dataSource);
		try {
			CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
			for (String table : CityRows.TABLES) {
				copy.copyIn("copy register." + table + " (" + CityRows.COLUMNS.get(table) + ") from stdin", new StringReader(rows.of(table)));
			}
		} catch (SQLException | IOException e) {
			throw new IllegalStateException("the demonstration city could not be written", e);
		} finally {
			DataSourceUtils.releaseConnection(connection, dataSource);
		}
	}

	/** Takes that many ids off the table's sequence; nobody else writes while the register is empty, so they follow each other. */
	private long reserve(String table, int count) {
		List<Long> ids = db.sql("select nextval(pg_get_serial_sequence(:table, 'id')) from generate_series(1, :count)")
				.param("table", "register." + table)
				.param("count", count).query((r, i) -> r.getLong(1)).list();
		if (ids.getLast() - ids.getFirst() != count - 1) {
			throw new IllegalStateException("ids of register." + table + " do not follow each other");
		}
		return ids.getFirst();
	}
}
