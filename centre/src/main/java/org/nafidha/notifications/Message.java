package org.nafidha.notifications;

import java.util.Map;

/**
 * A message to one person, in the person's language.
 *
 * @param kind what it is about, such as {@code one-time-code}; for figures and for programs that read the demo's outbox
 * @param values what the text says, by name, for the same programs
 */
public record Message(String kind, Recipient to, String subject, String text, Map<String, String> values) {

	public Message {
		values = Map.copyOf(values);
	}
}
