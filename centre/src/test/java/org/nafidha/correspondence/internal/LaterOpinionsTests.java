package org.nafidha.correspondence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nafidha.calendar.WorkingCalendar;
import org.nafidha.cases.CalendarChanged;
import org.nafidha.correspondence.AskedOpinion;
import org.nafidha.correspondence.Opinions;
import org.nafidha.identity.Staff;
import org.nafidha.journal.Entry;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.platform.CentreProperties;
import org.nafidha.tasks.Task;
import org.nafidha.tasks.Tasks;
import org.nafidha.testing.CentreTest;
import org.nafidha.testing.OneDayOffMore;
import org.nafidha.testing.Refusals;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** A unit is closed for a day while one of its officers is asked for an opinion. */
@CentreTest
class LaterOpinionsTests {

	private static final String UNIT = "technical-affairs/map-secretariat";

	@Autowired
	Opinions opinions;
	@Autowired
	OpinionTable table;
	@Autowired
	Tasks tasks;
	@Autowired
	Staff staff;
	@Autowired
	WorkingCalendar calendar;
	@Autowired
	CentreProperties centre;
	@Autowired
	Journal journal;
	@Autowired
	Refusals refusals;
	@Autowired
	ApplicationEventPublisher events;
	@Autowired
	JdbcOperations db;
	@Autowired
	TransactionTemplate transaction;

	@Test
	void aDayOffThatIsDeclaredAfterwardsGivesTheUnitAnotherDayOnce() {
		AskedOpinion asked = asked();
		Instant told = due(asked);
		events.publishEvent(new CalendarChanged("as before"));
		assertThat(due(asked)).as("nothing was declared").isEqualTo(told);
		LaterOpinions later = new LaterOpinions(table, with(told), journal);
		transaction.executeWithoutResult(_ -> later.on(new CalendarChanged("a closure")));
		assertThat(due(asked)).isAfter(told);
		transaction.executeWithoutResult(_ -> later.on(new CalendarChanged("told twice")));
		events.publishEvent(new CalendarChanged("taken back"));
		assertThat(due(asked)).as("never earlier than was told").isAfter(told);
		assertThat(journal.about(asked.caseNumber())).extracting(Entry::kind).containsOnlyOnce("correspondence.dates-moved");
	}

	private AskedOpinion asked() {
		Task asking = refusals.task(refusals.undecided(UUID.randomUUID().toString()));
		Actor.Officer officer = new Actor.Officer(String.valueOf(asking.officer()));
		return opinions.ask(UUID.randomUUID().toString(), asking.id(), officer, UNIT, "هل يمرّ خط مخطط من هنا؟", true).orThrow();
	}

	private Instant due(AskedOpinion asked) {
		return tasks.find(asked.task()).orElseThrow().dueAt();
	}

	/** As if the day of that moment had been declared a day off. */
	private OpinionTasks with(Instant day) {
		WorkingCalendar more = new OneDayOffMore(calendar, day.atZone(centre.zone()).toLocalDate());
		return new OpinionTasks(tasks, staff, more, InstantSource.system(), centre, db);
	}
}
