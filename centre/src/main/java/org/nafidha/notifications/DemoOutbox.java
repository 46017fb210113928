package org.nafidha.notifications;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a demonstration would have sent, kept as files in {@code home/outbox}. There is no such bean in a real centre. */
public interface DemoOutbox {

	/**
	 * A message as it would have arrived.
	 *
	 * @param sms the text message that would have been sent beside it; null for none
	 */
	record Sent(Instant at, String kind, String person, String to, String subject, String text, @Nullable String sms, Map<String, String> values) {
	}

	/** Newest first. */
	List<Sent> newest(int limit);
}
