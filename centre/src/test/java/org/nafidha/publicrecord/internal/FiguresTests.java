package org.nafidha.publicrecord.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nafidha.journal.Entry;
import org.nafidha.journal.EntryId;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedures;
import org.nafidha.publicrecord.ServiceFigure;
import org.nafidha.testing.CentreTest;
import org.nafidha.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CentreTest
class FiguresTests {
	private static final String SERVICE = "violations-statement";
	private static final AtomicLong SERIAL = new AtomicLong(System.nanoTime());

	@Autowired
	private FigureKeeper keeper;
	@Autowired
	private Figures figures;
	@Autowired
	private Procedures procedures;
	@Autowired
	private InstantSource clock;
	@LocalServerPort
	private int port;

	private Procedure procedure;
	private ServiceFigure before;

	@BeforeEach
	void rememberWhatOtherTestsDid() {
		procedure = procedures.current(SERVICE).orElseThrow();
		before = figure();
	}

	@Test
	void a_case_is_counted_when_it_is_opened_and_when_it_is_decided() {
		Instant opened = clock.instant().minus(Duration.ofHours(2));
		String granted = number();
		String refused = number();
		String lapsed = number();
		keeper.handle(List.of(opened(granted, opened), opened(refused, opened), opened(lapsed, opened), opened(number(), opened)));
		keeper.handle(
				List.of(ended(granted, end(true, null)), ended(refused, end(false, "refused-by-decision")), ended(lapsed, end(false, "lapsed"))));
		ServiceFigure after = figure();
		assertThat(after.asked() - before.asked()).isEqualTo(4);
		assertThat(after.running() - before.running()).isEqualTo(1);
		assertThat(after.decided() - before.decided()).isEqualTo(2);
		assertThat(after.refused() - before.refused()).isEqualTo(1);
		assertThat(after.within() - before.within()).isEqualTo(2);
		assertThat(after.median()).isPresent();
	}

	@Test
	void a_case_opened_and_ended_in_one_batch_or_in_one_entry_counts_once() {
		String number = number();
		List<Entry> batch = new ArrayList<>(List.of(opened(number, clock.instant()), ended(number, end(true, null))));
		String atOnce = number();
		batch.add(entry("case.opened", atOnce, facts(",\"end\":\"" + end(true, null) + "\""), clock.instant()));
		keeper.handle(batch);
		keeper.handle(batch);
		ServiceFigure after = figure();
		assertThat(after.asked() - before.asked()).isEqualTo(2);
		assertThat(after.decided() - before.decided()).isEqualTo(2);
	}

	@Test
	void a_refused_case_that_an_appeal_has_opened_again_runs_until_it_ends_again() {
		String waiting = number();
		String granted = number();
		keeper.handle(List.of(opened(waiting, clock.instant()), ended(waiting, end(false, "refused-by-decision")),
				opened(granted, clock.instant()), ended(granted, end(false, "refused-by-decision"))));
		keeper.handle(List.of(entry("case.reopened", waiting, facts(""), clock.instant()),
				entry("case.reopened", granted, facts(""), clock.instant()), ended(granted, end(true, null))));
		ServiceFigure after = figure();
		assertThat(after.running() - before.running()).isEqualTo(1);
		assertThat(after.decided() - before.decided()).isEqualTo(1);
		assertThat(after.refused()).isEqualTo(before.refused());
	}

	@Test
	void documents_are_counted_by_the_letters_of_their_service() {
		String code = procedure.document() == null ? "" : procedure.document().code();
		keeper.handle(List.of(entry("document.issued", code + "-2026-" + SERIAL.incrementAndGet(), "{}", clock.instant()),
				entry("document.issued", "XXX-2026-" + SERIAL.incrementAndGet(), "{}", clock.instant())));
		assertThat(figure().issued() - before.issued()).isEqualTo(1);
	}

	@Test
	void what_is_older_than_the_period_does_not_count() {
		Instant old = clock.instant().minus(Duration.ofDays(60));
		keeper.handle(List.of(opened(number(), old)));
		assertThat(figure().asked()).isEqualTo(before.asked());
		assertThat(figures.services(90).stream().filter(s -> s.procedure().id().equals(SERVICE)).findFirst().orElseThrow().asked())
				.isGreaterThan(figure().asked());
	}

	@Test
	void entries_of_other_kinds_and_of_unknown_procedures_are_passed_over() {
		keeper.handle(List.of(entry("payment.received", "R-1", "{}", clock.instant()),
				entry("case.opened", number(), "{\"procedure\":\"nonesuch\",\"version\":1}", clock.instant())));
		assertThat(figure()).isEqualTo(before);
	}

	@Test
	void everybody_may_see_the_page_in_both_languages_and_the_same_as_json() {
		Visitor visitor = new Visitor(port);
		assertThat(visitor.get("/figures").body()).contains("هل يفي المركز بمواعيده؟", "بيان مخالفات");
		assertThat(visitor.get("/figures?days=90&lang=en").body()).contains("Does the centre keep its promises?", "Violations statement");
		assertThat(visitor.get("/figures.json").body()).contains("\"procedure\":\"violations-statement\"", "promisedWorkingDays");
		assertThat(visitor.get("/figures?days=7").statusCode()).isEqualTo(400);
	}

	private ServiceFigure figure() {
		return figures.services(30).stream().filter(s -> s.procedure().id().equals(SERVICE)).findFirst().orElseThrow();
	}

	private String end(boolean granted, String reason) {
		return procedure.ends().values().stream().filter(e -> e.granted() == granted && (reason == null || reason.equals(e.reason()))).findFirst()
				.orElseThrow().id();
	}

	private Entry opened(String number, Instant at) {
		return entry("case.opened", number, facts(""), at);
	}

	private Entry ended(String number, String end) {
		return entry("case.moved", number, facts(",\"end\":\"" + end + "\""), clock.instant());
	}

	private String facts(String more) {
		return "{\"procedure\":\"" + SERVICE + "\",\"version\":" + procedure.version() + more + "}";
	}

	private static Entry entry(String kind, String subject, String facts, Instant at) {
		long id = SERIAL.incrementAndGet();
		return new Entry(new EntryId(id), kind, subject, "system:test", at, facts, OptionalLong.of(id));
	}

	private static String number() {
		return "F-" + SERIAL.incrementAndGet();
	}
}
