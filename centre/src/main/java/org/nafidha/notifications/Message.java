package org.nafidha.notifications;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.LocalizedText;

/**
 * A message to one person, in both languages; each channel says it in the person's.
 *
 * @param kind what it is about, such as {@code one-time-code}; for figures and for programs that read the demo's outbox
 * @param about number of the case, for a link; null when it is about none
 * @param values what the text says, by name, for the same programs
 */
public record Message(String kind, Recipient to, Wording wording, @Nullable String about, Map<String, String> values) {

	public Message {
		values = Map.copyOf(values);
	}

	/**
	 * What is said.
	 *
	 * @param sms one or two sentences for a telephone that others may read too: the number of the case, never a name, a property or a
	 *            service; null for what is not worth a text message
	 */
	public record Wording(LocalizedText subject, LocalizedText text, @Nullable LocalizedText sms) {
	}

	/** The same message to somebody who can be reached otherwise. */
	public Message to(Recipient other) {
		return new Message(kind, other, wording, about, values);
	}

	/** In the person's language; in both for whoever chose none. */
	public String text() {
		return both(wording.text());
	}

	/** In the person's language; in Arabic for whoever chose none. */
	public String subject() {
		return wording.subject().in(to.languageOrArabic());
	}

	/** In the person's language; in Arabic for whoever chose none, as two languages would cost twice. Null when there is none. */
	public @Nullable String sms() {
		LocalizedText sms = wording.sms();
		return sms == null ? null : sms.in(to.languageOrArabic());
	}

	private String both(LocalizedText text) {
		return to.language() == null ? text.ar() + "\n\n" + text.en() : text.in(to.language());
	}
}
