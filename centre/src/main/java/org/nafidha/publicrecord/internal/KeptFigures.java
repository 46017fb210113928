package org.nafidha.publicrecord.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.nafidha.publicrecord.ServiceFigure;
import org.springframework.stereotype.Component;

/** Counts a year of cases once a minute, however many ask; who asks while it is counted waits for the same answer. */
@Component
class KeptFigures {

	private static final Duration KEPT = Duration.ofMinutes(1);

	private record Answer(List<ServiceFigure> services, Instant until) {
	}

	private final Figures figures;
	private final InstantSource clock;
	/** One answer for each period on offer. */
	private final Map<Integer, Answer> answers = new ConcurrentHashMap<>();

	KeptFigures(Figures figures, InstantSource clock) {
		this.figures = figures;
		this.clock = clock;
	}

	/** As {@link Figures#services}, at most a minute old. */
	List<ServiceFigure> services(int days) {
		if (!FigurePages.PERIODS.contains(days)) {
			throw new IllegalArgumentException("not on offer: " + days + " days");
		}
		Instant now = clock.instant();
		return answers.compute(days, (period, kept) -> kept != null && now.isBefore(kept.until())
				? kept
				: new Answer(figures.services(period), now.plus(KEPT))).services();
	}
}
