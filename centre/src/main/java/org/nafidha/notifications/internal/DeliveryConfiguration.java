package org.nafidha.notifications.internal;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.nafidha.platform.CentreProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that delivers one stored message, and comes back as long as {@link Post} says when. */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

	static final TaskDescriptor<Void> DELIVER = TaskDescriptor.of("notifications-deliver");

	@Bean
	Task<Void> deliverMessages(Post post) {
		return Tasks.custom(DELIVER).execute((instance, context) -> post.deliver(instance.getId())
				.<CompletionHandler<Void>>map(next -> (complete, operations) -> operations.reschedule(complete, next))
				.orElseGet(CompletionHandler.OnCompleteRemove::new));
	}

	@Bean
	QuietHours quietHours(NotificationProperties properties, CentreProperties centre) {
		return QuietHours.parse(properties.quietHours(), centre.zone());
	}
}
