package org.nafidha.agencies.internal;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.nafidha.agencies.internal.AgencyConfiguration.Services;
import org.nafidha.cases.StepEnded;
import org.nafidha.procedures.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Asks again, with the same question, for answers that were promised or that could not be used when they came: whoever could not deliver while the
 * centre was away is not waited for in vain. And stops waiting when the step has ended without an answer.
 */
@Component
class Reminders {

	private static final int AT_ONCE = 20;
	private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);

	private final ExchangeStore store;
	private final Exchanges exchanges;
	private final LateAnswers late;
	private final Services services;

	Reminders(ExchangeStore store, Exchanges exchanges, LateAnswers late, Services services) {
		this.store = store;
		this.exchanges = exchanges;
		this.late = late;
		this.services = services;
	}

	/** Returns how many were asked for. One that fails, or whose agency is spared, goes behind the others: it holds up nobody. */
	int remind() {
		int reminded = 0;
		for (Exchange exchange : store.toRemind(AT_ONCE)) {
			try {
				remind(exchange);
			} catch (RuntimeException e) {
				LOG.error("asking again for what {} awaits failed; it has its turn again later", exchange.visitKey(), e);
				store.postponed(exchange.id(), 1);
			}
			reminded++;
		}
		return reminded;
	}

	private void remind(Exchange exchange) {
		AgencyService service = services.of(exchange);
		if (exchanges.remind(service, exchange) instanceof Reply.Answer answer
				&& late.take(exchange.wireId(), answer.signature(), answer.bytes()) == LateAnswers.Receipt.NOT_NOW) {
			store.postponed(exchange.id(), 1);
		}
	}

	/** In the transition's own transaction. A step that ends by an agency's word ends its question itself. */
	@EventListener
	void on(StepEnded ended) {
		if (!ended.outcome().equals(Step.Fetch.ANSWERED) && !ended.outcome().equals(AgencyService.REFUSED)) {
			store.over(ended.visitKey());
		}
	}

	@Component
	static class Jobs {

		@Bean
		Task<Void> agencyReminders(Reminders reminders) {
			return Tasks.recurring("agencies-reminders", FixedDelay.of(Duration.ofSeconds(30))).execute((instance, context) -> reminders.remind());
		}
	}
}
