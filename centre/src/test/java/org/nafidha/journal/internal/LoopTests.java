package org.nafidha.journal.internal;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoopTests {

	private final AtomicInteger runs = new AtomicInteger();

	@Test
	void neitherExceptionNorErrorEndsIt() throws Exception {
		Loop loop = new Loop("test loop", Duration.ofMillis(1), Clock.systemUTC(), () -> {
			switch (runs.incrementAndGet()) {
				case 1 -> throw new IllegalStateException("first");
				case 2 -> throw new AssertionError("second");
				default -> {
					return false;
				}
			}
		});
		assertThat(loop.state().alive()).isFalse();
		loop.start();
		await().atMost(20, SECONDS).until(() -> runs.get() > 3);
		assertThat(loop.state().alive()).isTrue();
		assertThat(loop.state().failures()).isZero();
		loop.stop();
		int after = runs.get();
		assertThat(loop.state().alive()).isFalse();
		loop.start();
		await().atMost(20, SECONDS).until(() -> runs.get() > after);
		loop.stop();
	}

	@Test
	void failuresAreCountedAndANudgeDoesNotCutTheirPauseShort() throws Exception {
		Loop loop = new Loop("test loop", Duration.ofSeconds(30), Clock.systemUTC(), () -> {
			runs.incrementAndGet();
			throw new IllegalStateException("always");
		});
		loop.start();
		await().atMost(20, SECONDS).until(() -> loop.state().failures() == 1);
		assertThat(loop.state().lastError()).isEqualTo("always");
		loop.nudge();
		Thread.sleep(200);
		assertThat(runs).hasValue(1);
		loop.stop();
		assertThat(loop.state().alive()).as("stopping does").isFalse();
	}

	@Test
	void aNudgeEndsThePauseAndWorkThatWaitsKnowsNone() throws Exception {
		Loop loop = new Loop("test loop", Duration.ofHours(1), Clock.systemUTC(), () -> runs.incrementAndGet() < 5);
		loop.start();
		await().atMost(20, SECONDS).until(() -> runs.get() == 5);
		loop.nudge();
		await().atMost(20, SECONDS).until(() -> runs.get() == 6);
		loop.stop();
	}
}
