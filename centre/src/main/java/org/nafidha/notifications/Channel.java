package org.nafidha.notifications;

/** A way to reach people. Beans of this type are used by {@link Notifications}; a city adds its own for text messages. */
public interface Channel {

	/** Names the channel in tables and figures; never changes once in production. */
	String name();

	boolean reaches(Recipient to);

	/** Hands the message over, within 30 seconds; any exception means it was not taken and may be tried again. */
	void deliver(Message message);
}
