package org.nafidha.publicrecord.internal;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedures;
import org.nafidha.publicrecord.ServiceFigure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The figures everybody may see, for the last so many days. */
@Component
class Figures {

	private record Counted(String procedure, long asked, long running, long decided, long refused, OptionalInt median, long within) {
	}

	private final JdbcClient db;
	private final Procedures procedures;
	private final InstantSource clock;

	Figures(JdbcClient db, Procedures procedures, InstantSource clock) {
		this.db = db;
		this.procedures = procedures;
		this.clock = clock;
	}

	/** Every current service, also one that nobody asked for, most asked first. */
	List<ServiceFigure> services(int days) {
		Instant since = clock.instant().minus(Duration.ofDays(days));
		Map<String, Counted> counted = counted(since);
		Map<String, Long> issued = issued(since);
		return procedures.current().stream().map(p -> service(p, counted.get(p.id()), issued))
				.sorted(Comparator.comparingLong(ServiceFigure::asked).reversed()).toList();
	}

	private static ServiceFigure service(Procedure p, @Nullable Counted c, Map<String, Long> issued) {
		long documents = p.document() == null ? 0 : issued.getOrDefault(p.document().code(), 0L);
		return c == null
				? new ServiceFigure(p, 0, 0, 0, 0, OptionalInt.empty(), 0, documents)
				: new ServiceFigure(p, c.asked(), c.running(), c.decided(), c.refused(), c.median(), c.within(), documents);
	}

	private Map<String, Counted> counted(Instant since) {
		Map<String, Counted> all = new HashMap<>();
		db.sql("""
				select procedure, count(*) filter (where opened_at >= :since) as asked, count(*) filter (where ended_at is null) as running,
				       count(*) filter (where ended_at >= :since and outcome <> 'OTHER') as decided,
				       count(*) filter (where ended_at >= :since and outcome = 'REFUSED') as refused,
				       percentile_disc(0.5) within group (order by working_days) filter (where ended_at >= :since and outcome <> 'OTHER') as median,
				       count(*) filter (where ended_at >= :since and outcome <> 'OTHER' and working_days <= promised_days) as within
				from publicrecord.case_figure where opened_at >= :since or ended_at >= :since or ended_at is null group by procedure""")
				.param("since", Timestamp.from(since)).query(row -> {
					int median = row.getInt("median");
					OptionalInt days = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(median);
					all.put(row.getString("procedure"), new Counted(row.getString("procedure"), row.getLong("asked"), row.getLong("running"),
							row.getLong("decided"), row.getLong("refused"), days,
							row.getLong("within")));
				});
		return all;
	}

	/** By the letters before the first dash of the number, which each service has for its own. */
	private Map<String, Long> issued(Instant since) {
		Map<String, Long> all = new HashMap<>();
		db.sql("select split_part(number, '-', 1) as code, count(*) from publicrecord.issued_figure where issued_at >= :since group by code")
				.param("since", Timestamp.from(since)).query(row -> {
					all.put(row.getString(1), row.getLong(2));
				});
		return all;
	}
}
