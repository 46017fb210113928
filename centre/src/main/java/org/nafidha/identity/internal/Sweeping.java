package org.nafidha.identity.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Once an hour, away with codes that ended a day ago, limits that are full again and places long unseen. Spring Session sweeps for itself. */
@Configuration(proxyBeanMethods = false)
class Sweeping {

	private static final Duration EVERY = Duration.ofHours(1);
	private static final Duration CODES_KEPT = Duration.ofDays(1);
	private static final int LIMITS_AT_ONCE = 10_000;

	@Bean
	RecurringTask<Void> sweepSignIn(OneTimeCodes codes, BucketLimits limits, KnownPlaces places, InstantSource clock) {
		return Tasks.recurring("identity-sweep", FixedDelay.of(EVERY)).execute((instance, context) -> {
			codes.forget(clock.instant().minus(CODES_KEPT));
			limits.forget(LIMITS_AT_ONCE);
			places.forget(clock.instant().minus(KnownPlaces.KEPT));
		});
	}
}
