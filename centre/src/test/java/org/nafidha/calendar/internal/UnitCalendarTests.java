package org.nafidha.calendar.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nafidha.calendar.Deadline;
import org.nafidha.kernel.LocalizedText;

/** 2026-11-23 is a Monday. */
class UnitCalendarTests {

	private static final ZoneId DAMASCUS = ZoneId.of("Asia/Damascus");
	private static final LocalizedText WEEKEND = new LocalizedText("عطلة", "weekend");
	private static final LocalizedText FEAST = new LocalizedText("عيد", "feast");
	private static final LocalizedText FLOOD = new LocalizedText("فيضان", "flood");

	private final UnitCalendar calendar = new UnitCalendar(
			() -> new DaysOff(Map.of(LocalDate.of(2026, 11, 26), FEAST, LocalDate.of(2027, 1, 1), FEAST),
					Map.of(LocalDate.of(2026, 11, 24), List.of(new DaysOff.Closure("technical-affairs", FLOOD))), WEEKEND),
			DAMASCUS, LocalTime.of(15, 30));

	@Test
	void oneWorkingDayFromMondayMorningEndsOnTuesdayAtClosing() {
		assertThat(end("2026-11-23T09:00", 1, "archive")).isEqualTo("2026-11-24T15:30");
	}

	@Test
	void aRequestAfterClosingCountsAsOfTheNextDay() {
		assertThat(end("2026-11-23T15:31", 1, "archive")).isEqualTo("2026-11-25T15:30");
		assertThat(end("2026-11-23T15:30", 1, "archive")).isEqualTo("2026-11-24T15:30");
	}

	@Test
	void aDeadlineSaysOnWhichWorkingDayTheRequestCountsAsArrived() {
		assertThat(deadline("2026-11-23T15:30", 1, "archive").arrived()).isEqualTo("2026-11-23");
		assertThat(deadline("2026-11-25T16:03", 1, "archive").arrived()).as("after closing, before a feast and the weekend").isEqualTo("2026-11-29");
		assertThat(deadline("2026-11-27T09:00", 1, "archive").arrived()).as("on a day off").isEqualTo("2026-11-29");
	}

	@Test
	void zeroDaysEndTheSameDay() {
		assertThat(end("2026-11-23T09:00", 0, "archive")).isEqualTo("2026-11-23T15:30");
	}

	@Test
	void aHolidayOnThursdayJoinsTheWeekendAndSaysSo() {
		Deadline deadline = deadline("2026-11-25T09:00", 1, "archive");
		assertThat(deadline.end()).isEqualTo(at("2026-11-29T15:30").toInstant());
		assertThat(deadline.skipped()).extracting(skipped -> skipped.day().getDayOfMonth() + " " + skipped.reason().en()).containsExactly("26 feast",
				"27 weekend", "28 weekend");
	}

	@Test
	void aClosureHoldsForTheUnitAndThoseBeneathItOnly() {
		assertThat(end("2026-11-23T09:00", 1, "technical-affairs/building-control")).isEqualTo("2026-11-25T15:30");
		assertThat(end("2026-11-23T09:00", 1, "technical-affairs-archive")).isEqualTo("2026-11-24T15:30");
	}

	@Test
	void aTermRunsAcrossTheEndOfTheYear() {
		assertThat(end("2026-12-30T09:00", 2, "archive")).isEqualTo("2027-01-03T15:30");
	}

	@Test
	void daysBetweenCountWorkingDaysOnlyAndAreNeverNegative() {
		assertThat(calendar.workingDaysBetween(at("2026-11-23T14:00").toInstant(), at("2026-11-29T08:00").toInstant(), "archive")).isEqualTo(3);
		assertThat(calendar.workingDaysBetween(at("2026-11-23T09:00").toInstant(), at("2026-11-23T15:00").toInstant(), "archive")).isZero();
		assertThat(calendar.workingDaysBetween(at("2026-11-29T09:00").toInstant(), at("2026-11-23T15:00").toInstant(), "archive")).isZero();
	}

	private String end(String from, int days, String unit) {
		return deadline(from, days, unit).end().atZone(DAMASCUS).toLocalDateTime().toString();
	}

	private Deadline deadline(String from, int days, String unit) {
		return calendar.deadline(at(from), days, unit);
	}

	private static ZonedDateTime at(String local) {
		return java.time.LocalDateTime.parse(local).atZone(DAMASCUS);
	}
}
