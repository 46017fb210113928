package org.nafidha.notifications;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How people want to be told. A one-time code is sent by every channel whatever the wish, since without it nobody comes in. */
public interface ContactWishes {

	/**
	 * @param language null for both in mails and Arabic in text messages
	 * @param sms whether text messages are wanted
	 * @param mail whether mails are wanted
	 */
	record Wish(@Nullable Locale language, boolean sms, boolean mail) {

		/** Of whoever has not said anything. */
		public static final Wish UNSAID = new Wish(null, true, true);
	}

	Wish of(String personId);

	void set(String personId, Wish wish);
}
