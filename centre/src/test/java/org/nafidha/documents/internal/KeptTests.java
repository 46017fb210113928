package org.nafidha.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class KeptTests {

	private static final Instant START = Instant.parse("2026-11-24T09:00:00Z");

	private final AtomicReference<Instant> now = new AtomicReference<>(START);
	private final AtomicInteger made = new AtomicInteger();
	private final Kept<Integer> kept = new Kept<>(now::get);

	@Test
	void anAnswerIsMadeOnceInHalfAMinute() {
		assertThat(ask(1)).isEqualTo(1);
		now.set(START.plusSeconds(29));
		assertThat(ask(1)).isEqualTo(1);
		now.set(START.plusSeconds(30));
		assertThat(ask(1)).isEqualTo(2);
	}

	@Test
	void whatItDependsOnChangesItAtOnce() {
		assertThat(ask(1)).isEqualTo(1);
		assertThat(ask(2)).isEqualTo(2);
		assertThat(ask(2)).isEqualTo(2);
	}

	@Test
	void aClockThatIsSetBackMakesItAnew() {
		ask(1);
		now.set(START.minusSeconds(3600));
		assertThat(ask(1)).isEqualTo(2);
	}

	@Test
	void anAnswerThatCouldNotBeMadeIsNotKept() {
		assertThatThrownBy(() -> kept.get(1, () -> {
			throw new IllegalStateException("no database");
		})).isInstanceOf(IllegalStateException.class);
		assertThat(ask(1)).isEqualTo(1);
	}

	private int ask(int mark) {
		return kept.get(mark, made::incrementAndGet);
	}
}
