package org.nafidha.portal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nafidha.agencies.Agencies.Awaited;
import org.nafidha.cases.Visit;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.portal.CaseView.Holder;
import org.nafidha.portal.CaseView.With;
import org.nafidha.portal.Service.Kind;

/** Who is named as holding a case. */
class CaseViewsTests {

	private static final Instant ASKED = Instant.parse("2026-03-01T08:00:00Z");
	private static final Instant AGAIN = Instant.parse("2026-03-02T08:00:00Z");
	private static final Instant UNTIL = Instant.parse("2026-03-05T12:00:00Z");
	private static final LocalizedText REGISTRY = new LocalizedText("السجل المدني", "Civil registry");
	private static final LocalizedText MINISTRY = new LocalizedText("وزارة الداخلية", "Ministry of the Interior");
	private static final LocalizedText OFFICE = new LocalizedText("المدينة القديمة", "Old city");

	@Test
	void everyBodyThatHasNotAnsweredIsNamedOnceSinceItWasFirstAskedAndUntilTheWaitIsOver() {
		List<Awaited> awaited = List.of(awaited(REGISTRY, AGAIN), awaited(MINISTRY, AGAIN), awaited(REGISTRY, ASKED));
		assertThat(CaseViews.with(List.of(holder(Kind.WAIT, null)), awaited)).containsExactly(new With(REGISTRY, true, ASKED, UNTIL),
				new With(MINISTRY, true, AGAIN, UNTIL));
	}

	@Test
	void aUnitThatWorksWhileABodyIsAwaitedStandsBesideIt() {
		assertThat(CaseViews.with(List.of(holder(Kind.WAIT, null), holder(Kind.DECIDE, OFFICE)), List.of(awaited(REGISTRY, ASKED))))
				.containsExactly(new With(OFFICE, false, ASKED, UNTIL), new With(REGISTRY, true, ASKED, UNTIL));
	}

	@Test
	void aBodyWhoseAnswerTheCaseNoLongerWaitsForIsNotNamed() {
		assertThat(CaseViews.with(List.of(holder(Kind.PAY, null)), List.of(awaited(REGISTRY, ASKED)))).isEmpty();
		assertThat(CaseViews.with(List.of(holder(Kind.DECIDE, OFFICE)), List.of(awaited(REGISTRY, ASKED)))).extracting(With::name)
				.containsExactly(OFFICE);
	}

	private static Awaited awaited(LocalizedText agency, Instant askedAt) {
		return new Awaited(agency, "test.ask", askedAt, null, null);
	}

	private static Holder holder(Kind kind, @Nullable LocalizedText unit) {
		Visit visit = new Visit("2026-000001-5", "step", 1, ASKED, UNTIL, null, null, null, null, null, null, null, null, null, null);
		return new Holder(visit, kind, unit, ASKED, UNTIL);
	}
}
