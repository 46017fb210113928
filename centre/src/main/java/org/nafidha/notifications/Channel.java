package org.nafidha.notifications;

import java.time.Instant;

/** A way to reach people. Beans of this type are used by {@link Notifications}; a city may add its own. */
public interface Channel {

	/** Names the channel in tables, figures and wishes; never changes once in production. */
	String name();

	boolean reaches(Message message);

	/** Whether it makes a telephone ring, so that it waits until the quiet hours are over. */
	boolean rings();

	/** Hands the message over, within 30 seconds; any exception means it was not taken and may be tried again. */
	Answer deliver(Parcel parcel);

	/**
	 * A message on its way.
	 *
	 * @param id the same each time this message is tried
	 * @param urgent worthless in a few minutes: goes before whatever can wait
	 */
	record Parcel(String id, Message message, boolean urgent) {
	}

	sealed interface Answer {

		record Taken() implements Answer {
		}

		/** Nothing is wrong, but the channel is full just now; this counts as no try. */
		record Later(Instant at) implements Answer {
		}
	}

	Answer TAKEN = new Answer.Taken();
}
