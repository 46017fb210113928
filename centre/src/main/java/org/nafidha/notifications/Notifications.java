package org.nafidha.notifications;

/** Sends messages to people, by every channel that reaches them and that they want. Thread-safe. */
public interface Notifications {

	/**
	 * Sends the message after the caller's transaction has been committed, in quiet hours in the morning, and tries again for about a
	 * day if a channel fails. The message is stored and lies in the {@link Inbox} at once.
	 */
	void send(Message message);

	/**
	 * Sends at once, in the background, at any hour, and never again: for what is worthless in a few minutes and must not be stored,
	 * such as a code. Answers before anything was sent, in the same time whoever the recipient is.
	 */
	void sendFleeting(Message message);
}
