package org.nafidha.notifications.internal;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.nafidha.notifications.Channel.Parcel;
import org.nafidha.notifications.Message;
import org.nafidha.notifications.Notifications;
import org.nafidha.notifications.internal.MessageTable.Letter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps messages in {@code notifications.message} and has them delivered: at once, in the morning, and again when a channel failed. */
@Component
class Post implements Notifications, AutoCloseable {

	private static final int MOST_TRIES = 11;
	private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

	private final MessageTable messages;
	private final InstantSource clock;
	private final Delivery delivery;
	private final ObjectProvider<SchedulerClient> jobs;
	private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();

	Post(MessageTable messages, InstantSource clock, Delivery delivery, ObjectProvider<SchedulerClient> jobs) {
		this.messages = messages;
		this.clock = clock;
		this.delivery = delivery;
		this.jobs = jobs;
	}

	@Override
	@Transactional
	public void send(Message message) {
		String id = UUID.randomUUID().toString();
		messages.insert(id, message, clock.instant());
		jobs.getObject().scheduleIfNotExists(DeliveryConfiguration.DELIVER.instance(id).scheduledTo(clock.instant()));
	}

	@Override
	public void sendFleeting(Message message) {
		background.execute(() -> {
			Parcel parcel = new Parcel(UUID.randomUUID().toString(), message, true);
			Delivery.Outcome outcome = delivery.handOver(parcel, List.of());
			messages.insertSent(parcel.id(), message, state(outcome), outcome.taken(), clock.instant());
		});
	}

	/**
	 * One more round with a stored message; answers when the next one is: in the morning, when a full channel has room again, or, if a
	 * channel failed, after 1, 2, 4 … minutes, about 17 hours in all.
	 */
	Optional<Instant> deliver(String id) {
		Letter letter = messages.find(id);
		Delivery.Outcome outcome = delivery.handOver(new Parcel(id, letter.message(), false), letter.takenBy());
		boolean counts = outcome.failed() || outcome.later() == null;
		int tries = letter.tries() + (counts ? 1 : 0);
		Instant retry = outcome.failed() && tries < MOST_TRIES ? clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << letter.tries())) : null;
		Optional<Instant> next = earlier(retry, outcome.later());
		messages.update(id, next.isPresent() ? "waiting" : state(outcome), outcome.taken(), tries, clock.instant());
		return next;
	}

	@Override
	public void close() {
		background.close();
	}

	private static Optional<Instant> earlier(@Nullable Instant a, @Nullable Instant b) {
		if (a == null || b == null) {
			return Optional.ofNullable(a == null ? b : a);
		}
		return Optional.of(a.isBefore(b) ? a : b);
	}

	private static String state(Delivery.Outcome outcome) {
		if (outcome.failed()) {
			return "failed";
		}
		return outcome.taken().isEmpty() ? "unreachable" : "sent";
	}
}
