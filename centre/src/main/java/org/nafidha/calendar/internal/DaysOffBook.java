package org.nafidha.calendar.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nafidha.calendar.DayOff;
import org.nafidha.calendar.DaysOffRegistry;
import org.nafidha.journal.Act;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.platform.CentreProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps holidays and closures. */
@Component
class DaysOffBook implements DaysOffRegistry {

	private static final String COUNCIL = "council";

	private final JdbcClient db;
	private final Journal journal;
	private final CentreProperties centre;
	private final InstantSource clock;

	DaysOffBook(JdbcClient db, Journal journal, CentreProperties centre, InstantSource clock) {
		this.db = db;
		this.journal = journal;
		this.centre = centre;
		this.clock = clock;
	}

	@Override
	public List<DayOff> from(LocalDate day) {
		return db.sql("""
				select day, null as unit, name_ar, name_en, source = 'confirmed' as confirmed from calendar.holiday where day >= :day
				union all
				select day, unit, reason_ar, reason_en, true from calendar.closure where day >= :day
				order by day, unit nulls first limit :limit
				""").param("day", day).param("limit", MOST_LISTED)
				.query(DaysOffBook::day).list();
	}

	/** All of the whole council, or all of the unit, from the first day to the last; at most one for each day. */
	private List<DayOff> declared(LocalDate first, LocalDate last, @Nullable String unit) {
		JdbcClient.StatementSpec found = unit == null
				? db.sql("""
						select day, null as unit, name_ar, name_en, source = 'confirmed' as confirmed from calendar.holiday
						where day between :first and :last""")
				: db.sql("""
						select day, unit, reason_ar as name_ar, reason_en as name_en, true as confirmed from calendar.closure
						where day between :first and :last and unit = :unit""").param("unit", unit);
		return found.param("first", first).param("last", last).query(DaysOffBook::day).list();
	}

	private static DayOff day(ResultSet row, int n) throws SQLException {
		return new DayOff(row.getObject("day", LocalDate.class), row.getString("unit"),
				new LocalizedText(row.getString("name_ar"), row.getString("name_en")), row.getBoolean("confirmed"));
	}

	@Override
	@Transactional
	public Result<List<DayOff>> declare(Declaration declaration, Actor by) {
		Optional<Refusal> unfit = unfitDays(declaration).or(() -> unfitName(declaration.name()));
		if (unfit.isPresent()) {
			return unfit.get().asResult();
		}
		LocalizedText name = new LocalizedText(declaration.name().ar().strip(), declaration.name().en().strip());
		// one declaration at a time: the days that are there already are read before those that are new are written
		db.sql("lock table calendar.holiday, calendar.closure in share row exclusive mode").update();
		Map<LocalDate, Boolean> known = declared(declaration.first(), declaration.last(), declaration.unit()).stream()
				.collect(Collectors.toMap(DayOff::day, DayOff::confirmed));
		List<DayOff> days = new ArrayList<>();
		for (LocalDate day : declaration.first().datesUntil(declaration.last().plusDays(1)).toList()) {
			if (known.getOrDefault(day, false)) {
				return Refusal.of("day-off.taken", "day", day.toString()).asResult();
			}
			if (DaysOff.inTheWeek(day) || known.containsKey(day)) {
				days.add(new DayOff(day, declaration.unit(), name, true));
			}
		}
		if (days.isEmpty()) {
			return Refusal.of("day-off.weekend").asResult();
		}
		days.forEach(this::write);
		journal.append(new Act("calendar.declared", days.getFirst().day().toString(), by,
				Map.of("days", days.stream().map(day -> day.day().toString()).toList(), "unit", unit(declaration.unit()), "ar", name.ar(), "en",
						name.en())));
		return Result.ok(List.copyOf(days));
	}

	@Override
	@Transactional
	public Result<DayOff> takeBack(LocalDate day, @Nullable String unit, Actor by) {
		Optional<DayOff> found = declared(day, day, unit).stream().findFirst();
		if (found.isPresent() && !day.isAfter(today())) {
			return Refusal.of("day-off.begun").asResult();
		}
		int gone = unit == null
				? db.sql("delete from calendar.holiday where day = ?").param(day).update()
				: db.sql("delete from calendar.closure where day = ? and unit = ?").params(day, unit).update();
		if (found.isEmpty() || gone == 0) {
			return Refusal.of("day-off.unknown").asResult();
		}
		LocalizedText name = found.get().name();
		journal.append(new Act("calendar.taken-back", day.toString(), by, Map.of("unit", unit(unit), "ar", name.ar(), "en", name.en())));
		return Result.ok(found.get());
	}

	private void write(DayOff day) {
		if (day.unit() == null) {
			db.sql("""
					insert into calendar.holiday (day, name_ar, name_en, source) values (:day, :ar, :en, 'confirmed')
					on conflict (day) do update set name_ar = excluded.name_ar, name_en = excluded.name_en, source = excluded.source
					""").param("day", day.day()).param("ar", day.name().ar()).param("en", day.name().en()).update();
		} else {
			db.sql("insert into calendar.closure (unit, day, reason_ar, reason_en) values (:unit, :day, :ar, :en)").param("unit", day.unit())
					.param("day", day.day()).param("ar", day.name().ar()).param("en", day.name().en()).update();
		}
	}

	private Optional<Refusal> unfitDays(Declaration declaration) {
		long days = declaration.first().until(declaration.last(), ChronoUnit.DAYS) + 1;
		if (days < 1) {
			return Optional.of(Refusal.of("day-off.order"));
		}
		if (days > LONGEST) {
			return Optional.of(Refusal.of("day-off.long", "max", Integer.toString(LONGEST)));
		}
		if (declaration.first().isBefore(today().minusDays(MOST_BACK))) {
			return Optional.of(Refusal.of("day-off.past", "max", Integer.toString(MOST_BACK)));
		}
		return declaration.last().isAfter(today().plusDays(MOST_AHEAD))
				? Optional.of(Refusal.of("day-off.far", "max", Integer.toString(MOST_AHEAD)))
				: Optional.empty();
	}

	private static Optional<Refusal> unfitName(LocalizedText name) {
		boolean fits = Math.max(name.ar().strip().length(), name.en().strip().length()) <= LONGEST_NAME;
		return fits ? Optional.empty() : Optional.of(Refusal.of("day-off.name-long", "max", Integer.toString(LONGEST_NAME)));
	}

	private LocalDate today() {
		return LocalDate.ofInstant(clock.instant(), centre.zone());
	}

	private static String unit(@Nullable String unit) {
		return unit == null ? COUNCIL : unit;
	}
}
