package org.nafidha.notifications;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.LocalizedText;

/** A person's messages, to be read in the centre's own pages: every stored message is there as soon as it is made, whatever the hour. */
public interface Inbox {

	/** How far back a list goes. */
	int MOST_LISTED = 100;

	/**
	 * @param about number of the case it is about
	 * @param read whether it has been shown to the person
	 */
	record Kept(String id, LocalizedText subject, LocalizedText text, @Nullable String about, Instant at, boolean read) {
	}

	/** Newest first, at most {@link #MOST_LISTED}. */
	List<Kept> of(String personId);

	/** Of those that {@link #of} lists. */
	int unread(String personId);

	/** The person has seen them; ids of others' messages change nothing. */
	void shown(String personId, Collection<String> ids);
}
