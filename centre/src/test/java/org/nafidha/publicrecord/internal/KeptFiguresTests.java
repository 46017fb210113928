package org.nafidha.publicrecord.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class KeptFiguresTests {
	private static final Instant START = Instant.parse("2026-11-24T09:00:00Z");

	private final Figures figures = mock(Figures.class);
	private final AtomicReference<Instant> now = new AtomicReference<>(START);
	private final KeptFigures kept = new KeptFigures(figures, now::get);

	@Test
	void each_period_is_counted_once_a_minute() {
		kept.services(30);
		kept.services(365);
		now.set(START.plusSeconds(59));
		kept.services(30);
		kept.services(365);
		verify(figures, times(1)).services(30);
		verify(figures, times(1)).services(365);
		now.set(START.plusSeconds(60));
		kept.services(30);
		verify(figures, times(2)).services(30);
	}

	@Test
	void a_count_that_failed_is_not_kept() {
		when(figures.services(90)).thenThrow(new IllegalStateException("no database")).thenReturn(List.of());
		assertThatThrownBy(() -> kept.services(90)).isInstanceOf(IllegalStateException.class);
		assertThat(kept.services(90)).isEmpty();
	}
}
