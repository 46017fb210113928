package org.nafidha.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nafidha.calendar.DayOff;
import org.nafidha.calendar.DaysOffRegistry;
import org.nafidha.calendar.DaysOffRegistry.Declaration;
import org.nafidha.journal.Entry;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holidays and closures are declared, confirmed and taken back, far enough ahead to disturb nobody's dates. */
class CalendarPagesTests extends BrowserTest {

	private static final ZoneId ZONE = ZoneId.of("Asia/Damascus");
	private static final Actor TESTS = new Actor.System("tests");
	/** A Wednesday: the week after it has its weekend on the third and fourth day. */
	private static final LocalDate DAY = LocalDate.now(ZONE).plusDays(600).with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY));
	private static final LocalizedText WHY = new LocalizedText("جرد", "Stocktaking");

	@Autowired
	DaysOffRegistry daysOff;
	@Autowired
	Journal journal;
	@Autowired
	JdbcClient db;

	@AfterEach
	void theCalendarIsAsBefore() {
		declared().forEach(day -> daysOff.takeBack(day.day(), day.unit(), TESTS).orThrow());
	}

	@Test
	void aDayThatIsTakenIsToldHoweverManyOtherDaysWereDeclaredBefore() {
		Declaration late = new Declaration(DAY, DAY, "archive", WHY);
		daysOff.declare(late, TESTS).orThrow();
		LocalDate first = DAY.minusDays(1);
		try {
			for (int unit = 0; unit < DaysOffRegistry.MOST_LISTED; unit++) {
				db.sql("insert into calendar.closure (unit, day, reason_ar, reason_en) values (?, ?, 'جرد', 'Stocktaking')")
						.params("made-up-" + unit, first).update();
			}
			assertThat(daysOff.declare(new Declaration(first, DAY, "archive", WHY), TESTS)).isInstanceOfSatisfying(Result.Refused.class,
					refused -> assertThat(refused.refusal().code()).isEqualTo("day-off.taken"));
		} finally {
			db.sql("delete from calendar.closure where unit like 'made-up-%'").update();
		}
	}

	@Test
	void aClosureIsDeclaredReadAndTakenBackOnScreen() {
		for (String language : LANGUAGES) {
			for (int width : List.of(PHONE, DESK)) {
				Page page = officer(language, width, "sami");
				page.navigate("/console/calendar");
				assertSound(page);
				page.navigate("/console/calendar/new");
				page.fill("#first", "٣١/٢/٢٠٢٨");
				page.fill("#name-ar", "جرد سنوي");
				page.keyboard().press("Control+Enter");
				page.waitForSelector(".errors");
				assertThat(page.inputValue("#name-ar")).isEqualTo("جرد سنوي");
				assertSound(page);
				page.fill("#first", DAY.getDayOfMonth() + "/" + DAY.getMonthValue() + "/" + DAY.getYear());
				page.fill("#last", DAY.plusDays(4).toString());
				page.fill("#name-en", "Stocktaking");
				page.selectOption("#unit", "archive");
				page.keyboard().press("Control+Enter");
				page.waitForSelector(".note.good");
				assertThat(declared()).extracting(DayOff::day).containsExactly(DAY, DAY.plusDays(1), DAY.plusDays(4));
				assertThat(journal.about(DAY.toString())).extracting(Entry::kind).contains("calendar.declared");
				assertSound(page);
				page.navigate("/console/calendar/back?unit=archive&day=" + DAY);
				assertSound(page);
				page.click("button.danger");
				page.waitForSelector(".note.good");
				assertThat(declared()).hasSize(2);
				theCalendarIsAsBefore();
			}
		}
	}

	@Test
	void aHolidayThatWaitsForConfirmationIsConfirmedWithItsNameAndNotTwice() {
		DayOff waiting = daysOff.from(LocalDate.now(ZONE).plusDays(1)).stream().filter(day -> !day.confirmed()).reduce((a, b) -> b).orElseThrow();
		Page page = officer("en", DESK, "sami");
		page.navigate("/console/calendar/new?day=" + waiting.day());
		assertThat(page.inputValue("#name-ar")).isEqualTo(waiting.name().ar());
		page.keyboard().press("Control+Enter");
		page.waitForSelector(".note.good");
		assertThat(daysOff.from(waiting.day())).contains(new DayOff(waiting.day(), null, waiting.name(), true)).doesNotContain(waiting);
		assertThat(code(daysOff.declare(new Declaration(waiting.day(), waiting.day(), null, WHY), TESTS))).isEqualTo("day-off.taken");
	}

	@Test
	void whatMakesNoSenseIsRefused() {
		assertThat(refusal(DAY, DAY.minusDays(1))).isEqualTo("day-off.order");
		assertThat(refusal(DAY, DAY.plusDays(DaysOffRegistry.LONGEST))).isEqualTo("day-off.long");
		assertThat(
				refusal(LocalDate.now(ZONE).minusDays(DaysOffRegistry.MOST_BACK + 2), LocalDate.now(ZONE).minusDays(DaysOffRegistry.MOST_BACK + 2)))
				.isEqualTo("day-off.past");
		assertThat(refusal(DAY.plusDays(300), DAY.plusDays(300))).isEqualTo("day-off.far");
		assertThat(refusal(DAY.plusDays(2), DAY.plusDays(3))).isEqualTo("day-off.weekend");
		assertThat(code(daysOff.takeBack(DAY, "archive", TESTS))).isEqualTo("day-off.unknown");
		LocalDate before = daysOff.from(LocalDate.of(2026, 1, 1)).getFirst().day();
		assertThat(code(daysOff.takeBack(before, null, TESTS))).isEqualTo("day-off.begun");
	}

	@Test
	void ofManyWhoDeclareTheSameDayOneDoes() throws Exception {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<String>> answers = IntStream.range(0, 8).mapToObj(n -> threads.submit(() -> refusal(DAY, DAY))).toList();
			List<String> codes = new java.util.ArrayList<>();
			for (Future<String> answer : answers) {
				codes.add(Objects.requireNonNullElse(answer.get(), "done"));
			}
			assertThat(codes).filteredOn("done"::equals).hasSize(1);
			assertThat(codes).filteredOn("day-off.taken"::equals).hasSize(7);
		}
		assertThat(declared()).hasSize(1);
	}

	private List<DayOff> declared() {
		return daysOff.from(DAY).stream().filter(day -> !day.day().isAfter(DAY.plusDays(6)) && "archive".equals(day.unit())).toList();
	}

	private @Nullable String refusal(LocalDate first, LocalDate last) {
		return code(daysOff.declare(new Declaration(first, last, "archive", WHY), TESTS));
	}

	private static @Nullable String code(Result<?> result) {
		return result instanceof Result.Refused<?>(Refusal refusal) ? refusal.code() : null;
	}
}
