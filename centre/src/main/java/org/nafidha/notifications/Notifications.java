package org.nafidha.notifications;

/** Sends messages to people, by every channel that reaches them. Thread-safe. */
public interface Notifications {

	/**
	 * Sends the message after the caller's transaction has been committed, and tries again for about a day if a channel
	 * fails. The message is stored.
	 */
	void send(Message message);

	/**
	 * Sends at once, in the background, and never again: for what is worthless in a few minutes and must not be stored,
	 * such as a code. Answers before anything was sent, in the same time whoever the recipient is.
	 */
	void sendFleeting(Message message);
}
