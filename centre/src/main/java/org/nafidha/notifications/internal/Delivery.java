package org.nafidha.notifications.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nafidha.notifications.Channel;
import org.nafidha.notifications.Channel.Answer;
import org.nafidha.notifications.Channel.Parcel;
import org.nafidha.notifications.ContactWishes;
import org.nafidha.notifications.ContactWishes.Wish;
import org.nafidha.notifications.Message;
import org.nafidha.notifications.Recipient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One round of a message through the channels: who wants it, at this hour, by which of them. Logs ids, never contacts or texts. */
@Component
class Delivery {

	private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

	/**
	 * @param taken by which channels, those of earlier rounds included
	 * @param failed a channel failed
	 * @param later when a channel that could not take it yet may be asked again; null when there is none
	 */
	record Outcome(List<String> taken, boolean failed, @Nullable Instant later) {
	}

	private final List<Channel> channels;
	private final ContactWishes wishes;
	private final QuietHours quiet;
	private final InstantSource clock;

	Delivery(List<Channel> channels, ContactWishes wishes, QuietHours quiet, InstantSource clock) {
		this.channels = channels;
		this.wishes = wishes;
		this.quiet = quiet;
		this.clock = clock;
		if (channels.isEmpty()) {
			LOG.warn(
					"No channel reaches citizens: set nafidha.notifications.smtp or nafidha.notifications.smpp, or nobody will receive a sign-in code");
		}
	}

	/** @param before channels that took it in an earlier round */
	Outcome handOver(Parcel parcel, List<String> before) {
		Wish wish = parcel.urgent() ? Wish.UNSAID : wishes.of(parcel.message().to().personId());
		Parcel wanted = new Parcel(parcel.id(), inLanguage(parcel.message(), wish), parcel.urgent());
		List<Channel> open = channels.stream().filter(c -> c.reaches(wanted.message()) && wants(wish, c) && !before.contains(c.name())).toList();
		Optional<Instant> morning = parcel.urgent() ? Optional.empty() : quiet.endsAfter(clock.instant());
		List<String> taken = new ArrayList<>(before);
		boolean failed = false;
		Instant later = null;
		for (Channel channel : open) {
			Answer answer = morning.isPresent() && channel.rings() ? new Answer.Later(morning.get()) : deliver(channel, wanted);
			switch (answer) {
				case Answer.Taken done -> taken.add(channel.name());
				case Answer.Later(Instant at) -> later = later == null || at.isBefore(later) ? at : later;
				case null -> failed = true;
			}
		}
		if (open.isEmpty() && taken.isEmpty()) {
			LOG.info("Message {} stays in the inbox alone: the person has, or wants, no contact that a channel serves", parcel.id());
		}
		return new Outcome(List.copyOf(taken), failed, later);
	}

	/** Null if the channel failed. */
	private static @Nullable Answer deliver(Channel channel, Parcel parcel) {
		try {
			return channel.deliver(parcel);
		} catch (RuntimeException e) {
			// mail servers like to repeat the address in what they say, so the log gets the kind of fault only
			LOG.warn("Message {} was not taken by {}: {}", parcel.id(), channel.name(), e.getClass().getName());
			return null;
		}
	}

	private static Message inLanguage(Message message, Wish wish) {
		Recipient to = message.to();
		return to.language() != null || wish.language() == null
				? message
				: message.to(new Recipient(to.personId(), to.mobile(), to.email(), wish.language()));
	}

	private static boolean wants(Wish wish, Channel channel) {
		return switch (channel.name()) {
			case SmsChannel.NAME -> wish.sms();
			case MailChannel.NAME -> wish.mail();
			default -> true;
		};
	}
}
