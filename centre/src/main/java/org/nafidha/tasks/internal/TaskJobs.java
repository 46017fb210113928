package org.nafidha.tasks.internal;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens by the clock: tasks that need it are drawn again every 20 seconds, past secrets revealed within ten minutes of midnight. */
@Configuration(proxyBeanMethods = false)
class TaskJobs {

	@Bean
	Task<Void> drawAgainJob(org.nafidha.tasks.Tasks tasks) {
		return Tasks.recurring("tasks-draw-again", FixedDelay.of(Duration.ofSeconds(20))).execute((instance, context) -> tasks.drawAgain());
	}

	@Bean
	Task<Void> prepareSecretsJob(DaySecrets secrets) {
		return Tasks.recurring("tasks-prepare-secrets", FixedDelay.of(Duration.ofHours(1))).execute((instance, context) -> secrets.prepare());
	}

	/** Before the first request is taken. */
	@Bean
	SmartInitializingSingleton secretsOfTheFirstDay(DaySecrets secrets) {
		return secrets::prepare;
	}

	@Bean
	Task<Void> revealSecretsJob(DaySecrets secrets) {
		return Tasks.recurring("tasks-reveal-secrets", FixedDelay.of(Duration.ofMinutes(10)))
				.execute((instance, context) -> secrets.revealPastDays());
	}
}
