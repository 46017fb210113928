package org.nafidha.agencies.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nafidha.agencies.Agencies;
import org.nafidha.agencies.internal.AgencyConfiguration.Services;
import org.nafidha.kernel.LocalizedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Read from the exchanges. */
@Component
class KnownAgencies implements Agencies {

	private static final Duration WINDOW = Duration.ofDays(7);

	private final Map<String, LocalizedText> names = new LinkedHashMap<>();
	private final AgencySettings settings;
	private final ExchangeStore store;
	private final JdbcClient db;
	private final InstantSource clock;

	KnownAgencies(Services services, AgencySettings settings, ExchangeStore store, JdbcClient db, InstantSource clock) {
		services.all().forEach(service -> names.putIfAbsent(service.agency(), service.name()));
		this.settings = settings;
		this.store = store;
		this.db = db;
		this.clock = clock;
	}

	@Override
	public List<Awaited> awaitedBy(String caseNumber) {
		return store.openOf(caseNumber).stream().map(exchange -> new Awaited(name(exchange.agency()), exchange.service(), exchange.askedAt(),
				exchange.unreachableSince(), exchange.lastTry())).toList();
	}

	@Override
	public List<State> states() {
		Map<String, State> found = new LinkedHashMap<>();
		db.sql("""
				select e.agency, count(*) as asked, count(*) filter (where state in ('ANSWERED', 'REFUSED')) as answered,
				       count(*) filter (where state in ('ASKED', 'AWAITED')) as awaited, coalesce(sum(e.rejections), 0) as rejected,
				       percentile_disc(0.5) within group (order by millis) as median, percentile_disc(0.95) within group (order by millis) as p95,
				       max(c.open_until) filter (where c.open_until > :now) as open_until
				from agencies.exchange e left join agencies.circuit c on c.agency = e.agency
				where e.agency = any(:known) and e.asked_at > :since group by e.agency
				""").param("known", names.keySet().toArray(String[]::new)).param("now", Timestamp.from(clock.instant()))
				.param("since", Timestamp.from(clock.instant().minus(WINDOW)))
				.query((row, n) -> found.put(row.getString("agency"), state(row))).list();
		return names.keySet().stream()
				.map(id -> found.getOrDefault(id, new State(id, name(id), settings.connected(), null, 0, 0, 0, 0, null, null))).toList();
	}

	private State state(ResultSet row) throws SQLException {
		String id = row.getString("agency");
		return new State(id, name(id), settings.connected(), ExchangeStore.instant(row, "open_until"), row.getLong("asked"), row.getLong("answered"),
				row.getLong("awaited"), row.getLong("rejected"), millis(row, "median"), millis(row, "p95"));
	}

	private static @Nullable Integer millis(ResultSet row, String column) throws SQLException {
		int value = row.getInt(column);
		return row.wasNull() ? null : value;
	}

	private LocalizedText name(String agency) {
		return names.getOrDefault(agency, new LocalizedText(agency, agency));
	}
}
