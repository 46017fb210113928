package org.nafidha.insight.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.nafidha.insight.CaseSearch;
import org.nafidha.kernel.NameKey;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks {@code insight.case_line}. Each search takes the first page from every index range that it concerns and merges them. */
@Component
class LineSearch implements CaseSearch {

	private static final int SHORTEST_WORD = 3;
	private static final int MOST_WORDS = 6;
	private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");
	private static final Instant BEGINNING = Instant.parse("1900-01-01T00:00:00Z");

	private final JdbcClient db;
	private final InstantSource clock;

	LineSearch(JdbcClient db, InstantSource clock) {
		this.db = db;
		this.clock = clock;
	}

	@Override
	public Found search(Query query) {
		Statements.Ask ask = query.which() == Which.LATE ? Statements.late(query) : Statements.newest(query);
		Instant after = query.after() == null ? (query.which() == Which.LATE ? BEGINNING : EVER) : query.after().at();
		List<Line> found = db.sql(ask.sql()).params(ask.values()).param("now", utc(clock.instant()))
				.param("from", utc(Objects.requireNonNullElse(query.from(), BEGINNING)))
				.param("before", utc(Objects.requireNonNullElse(query.before(), EVER))).param("after", utc(after))
				.param("afterNumber", query.after() == null ? "" : query.after().number()).query(LineSearch::line).list();
		if (found.size() <= PAGE) {
			return new Found(found, null);
		}
		Line last = found.get(PAGE - 1);
		return new Found(List.copyOf(found.subList(0, PAGE)), new Place(query.which() == Which.LATE ? last.dueAt() : last.openedAt(), last.number()));
	}

	@Override
	public List<Line> byNumber(String part, Set<String> units) {
		Optional<NumberPart> read = NumberPart.of(part);
		return read.map(said -> db.sql(Statements.BY_NUMBER).param("whole", said.whole()).param("begin", said.begin()).param("beyond", said.beyond())
				.param("serials", said.serials()).param("end", said.end()).param("beyondEnd", said.beyondEnd()).param("all", units.isEmpty())
				.param("units", units.toArray(String[]::new)).query(LineSearch::line).list()).map(LineSearch::page).orElse(List.of());
	}

	@Override
	public List<Line> ofPeople(Set<String> personIds, Set<String> units) {
		return page(db.sql(Statements.OF_PEOPLE).param("people", personIds.toArray(String[]::new)).param("all", units.isEmpty())
				.param("units", units.toArray(String[]::new)).query(LineSearch::line).list());
	}

	@Override
	public Result<Set<String>> peopleNamed(String name) {
		List<String> words = Arrays.stream(NameKey.of(name).split(" ")).filter(word -> word.length() >= SHORTEST_WORD)
				.limit(MOST_WORDS).toList();
		if (words.isEmpty()) {
			return Refusal.of("search.name-short").asResult();
		}
		List<String> patterns = words.stream().map(word -> "%" + word + "%").toList(); // a key holds letters and digits only
		Set<String> found = new HashSet<>(db.sql(Statements.people(patterns.size())).params(patterns).query(String.class).list());
		return found.size() > MOST_PEOPLE ? Refusal.of("search.name-many", "max", Integer.toString(MOST_PEOPLE)).asResult() : Result.ok(found);
	}

	private static List<Line> page(List<Line> found) {
		return found.size() <= PAGE ? found : List.copyOf(found.subList(0, PAGE));
	}

	private static java.time.OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	private static Line line(ResultSet row, int n) throws SQLException {
		Timestamp ended = row.getTimestamp("ended_at");
		return new Line(row.getString("number"), row.getString("procedure"), row.getString("unit"),
				State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)), row.getTimestamp("opened_at").toInstant(),
				row.getTimestamp("due_at").toInstant(), ended == null ? null : ended.toInstant());
	}
}
