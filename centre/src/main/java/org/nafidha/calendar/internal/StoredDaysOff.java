package org.nafidha.calendar.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.platform.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Days off from the tables, read anew once a minute: they change a few times a year, and every transition asks for them. */
@Component
class StoredDaysOff implements Supplier<DaysOff> {

	private static final Duration KEPT = Duration.ofMinutes(1);

	private final JdbcClient db;
	private final InstantSource clock;
	private final LocalizedText weekend;
	private volatile @Nullable Known known;

	private record Known(DaysOff days, Instant readAt) {
	}

	StoredDaysOff(JdbcClient db, InstantSource clock, Texts texts) {
		this.db = db;
		this.clock = clock;
		this.weekend = new LocalizedText(texts.text(Texts.ARABIC, "calendar.weekend"), texts.text(Texts.ENGLISH, "calendar.weekend"));
	}

	@Override
	public DaysOff get() {
		Instant now = clock.instant();
		Known before = known;
		if (before != null && !now.isBefore(before.readAt) && now.isBefore(before.readAt.plus(KEPT))) {
			return before.days;
		}
		DaysOff days = new DaysOff(holidays(), closures(), weekend);
		known = new Known(days, now);
		return days;
	}

	private Map<LocalDate, LocalizedText> holidays() {
		Map<LocalDate, LocalizedText> holidays = new HashMap<>();
		db.sql("select day, name_ar, name_en from calendar.holiday").query(row -> {
			holidays.put(row.getObject("day", LocalDate.class), text(row, "name"));
		});
		return Map.copyOf(holidays);
	}

	private Map<LocalDate, List<DaysOff.Closure>> closures() {
		Map<LocalDate, List<DaysOff.Closure>> closures = new HashMap<>();
		db.sql("select unit, day, reason_ar, reason_en from calendar.closure").query(row -> {
			closures.computeIfAbsent(row.getObject("day", LocalDate.class), day -> new ArrayList<>())
					.add(new DaysOff.Closure(row.getString("unit"), text(row, "reason")));
		});
		return Map.copyOf(closures);
	}

	private static LocalizedText text(ResultSet row, String column) throws SQLException {
		return new LocalizedText(row.getString(column + "_ar"), row.getString(column + "_en"));
	}
}
