package org.nafidha.portal.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DraftJobs {

	/** Twice a day, on one node of all. */
	@Bean
	RecurringTask<Void> forgottenDrafts(Drafts drafts) {
		return Tasks.recurring("portal-forgotten-drafts", FixedDelay.ofHours(12)).execute((task, context) -> drafts.removeForgotten());
	}
}
