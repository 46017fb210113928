package org.nafidha.cases.internal;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.nafidha.calendar.WorkingCalendar;
import org.nafidha.cases.CalendarChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notices that a holiday or a closure was declared since it last looked, and goes through the running cases, each in a transaction of its own. What
 * a crash leaves is done at the next look, since the new edition is noted only at the end.
 */
@Component
class CalendarChanges {

	private static final Logger LOG = LoggerFactory.getLogger(CalendarChanges.class);
	private static final int PAGE = 500;

	private final JdbcClient db;
	private final WorkingCalendar calendar;
	private final Terms terms;
	private final LaterDates dates;
	private final ApplicationEventPublisher events;

	CalendarChanges(JdbcClient db, WorkingCalendar calendar, Terms terms, LaterDates dates, ApplicationEventPublisher events) {
		this.db = db;
		this.calendar = calendar;
		this.terms = terms;
		this.dates = dates;
		this.events = events;
	}

	/** Answers with the number of cases whose dates moved. */
	int look() {
		String now = calendar.edition();
		Optional<String> seen = db.sql("select edition from cases.calendar_seen").query(String.class).optional();
		if (seen.isPresent() && seen.get().equals(now)) {
			return 0;
		}
		int moved = 0;
		if (seen.isPresent()) {
			moved = moveAll();
			events.publishEvent(new CalendarChanged(now));
		}
		db.sql("insert into cases.calendar_seen (edition) values (:now) on conflict (one) do update set edition = :now").param("now", now).update();
		return moved;
	}

	private int moveAll() {
		int moved = 0;
		String after = "";
		List<String> page;
		do {
			page = db.sql("select number from cases.file where number > :after and end_id is null order by number limit :limit").param("after", after)
					.param("limit", PAGE).query((row, n) -> row.getString(1)).list();
			for (String number : page) {
				moved += moved(number) ? 1 : 0;
				after = number;
			}
		} while (page.size() == PAGE);
		LOG.info("The calendar has changed: the dates of {} running cases moved", moved);
		return moved;
	}

	private boolean moved(String number) {
		try {
			return dates.move(number, terms);
		} catch (RuntimeException e) {
			LOG.error("the calendar has changed, but the dates of {} stay as they were", number, e);
			return false;
		}
	}

	@Component
	static class Jobs {

		@Bean
		Task<Void> calendarChangesJob(CalendarChanges changes) {
			return Tasks.recurring("cases-calendar", FixedDelay.of(Duration.ofMinutes(1))).execute((instance, context) -> changes.look());
		}
	}
}
