package org.nafidha.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nafidha.calendar.WorkingCalendar;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.journal.Entry;
import org.nafidha.journal.Journal;
import org.nafidha.testing.CentreTest;
import org.nafidha.testing.OneDayOffMore;
import org.nafidha.testing.Refusals;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A holiday is declared while cases run. */
@CentreTest
class LaterDatesTests {

	@Autowired
	LaterDates dates;
	@Autowired
	CalendarChanges changes;
	@Autowired
	WorkingCalendar calendar;
	@Autowired
	ActContext context;
	@Autowired
	Cases cases;
	@Autowired
	Journal journal;
	@Autowired
	Refusals refusals;
	@Autowired
	JdbcClient db;

	@Test
	void aHolidayThatIsDeclaredAfterwardsMovesEveryOpenDateOnceAndTheJournalSaysSo() {
		CaseFile before = refusals.undecided(UUID.randomUUID().toString());
		assertThat(dates.move(before.number(), terms(null))).as("nothing was declared").isFalse();
		assertThat(dates.move(before.number(), terms(before))).isTrue();
		CaseFile after = cases.find(before.number()).orElseThrow();
		assertThat(after.dueAt()).isAfter(before.dueAt());
		Instant due = Objects.requireNonNull(after.openVisits().getFirst().dueAt());
		assertThat(due).isAfter(before.openVisits().getFirst().dueAt());
		assertThat(refusals.task(after).dueAt()).isEqualTo(due);
		assertThat(after.revision()).isEqualTo(before.revision() + 1);
		assertThat(dates.move(before.number(), terms(before))).as("a second time").isFalse();
		assertThat(journal.about(before.number())).filteredOn(entry -> entry.kind().equals("case.dates-moved")).singleElement()
				.satisfies(entry -> assertThat(entry.facts()).contains("\"due\":", "\"decide\":"));
		assertThat(refusals.decide(after, "grant", "all-met").ended()).isTrue();
		assertThat(dates.move(before.number(), terms(before))).as("a case that has ended").isFalse();
	}

	@Test
	void whatWasLateIsLateNoLongerAndNoDateMovesEarlier() {
		CaseFile file = refusals.undecided(UUID.randomUUID().toString());
		db.sql("update cases.visit set due_at = now() - interval '1 hour', overdue = true where case_number = ? and step = 'decide'")
				.param(file.number()).update();
		assertThat(dates.move(file.number(), terms(null))).isTrue();
		assertThat(db.sql("select overdue from cases.visit where case_number = ? and step = 'decide'").param(file.number()).query(Boolean.class)
				.single()).isFalse();
		db.sql("update cases.file set due_at = due_at + interval '90 days' where number = ?").param(file.number()).update();
		db.sql("update cases.visit set due_at = due_at + interval '90 days' where case_number = ?").param(file.number()).update();
		assertThat(dates.move(file.number(), terms(null))).isFalse();
	}

	@Test
	void theCalendarIsGoneThroughOnceForEachEdition() {
		changes.look();
		CaseFile file = refusals.undecided(UUID.randomUUID().toString());
		db.sql("update cases.file set due_at = due_at - interval '30 days' where number = ?").param(file.number()).update();
		assertThat(changes.look()).as("nothing was declared").isZero();
		db.sql("update cases.calendar_seen set edition = 'an older one'").update();
		assertThat(changes.look()).isPositive();
		assertThat(cases.find(file.number()).orElseThrow().dueAt()).isEqualTo(file.dueAt());
		assertThat(db.sql("select edition from cases.calendar_seen").query(String.class).single()).isEqualTo(calendar.edition());
		assertThat(journal.about(file.number())).extracting(Entry::kind).containsOnlyOnce("case.dates-moved");
	}

	/** @param file on the day of whose open step a holiday is declared; null for none */
	private Terms terms(CaseFile file) {
		LocalDate day = file == null
				? LocalDate.EPOCH
				: Objects.requireNonNull(file.openVisits().getFirst().dueAt()).atZone(context.zone()).toLocalDate();
		return new Terms(new OneDayOffMore(calendar, day), context);
	}
}
