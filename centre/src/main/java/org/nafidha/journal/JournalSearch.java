package org.nafidha.journal;

import java.util.List;
import java.util.OptionalLong;

/** Looks through the sequenced entries for those who inspect the journal. Thread-safe. */
public interface JournalSearch {

	/** Entries a page has at most. */
	int PAGE = 50;

	/** How many positions one search for a kind alone looks through; the next page goes on from there. */
	int REACH = 20_000;

	/**
	 * What to look for; blank texts ask for nothing.
	 *
	 * @param subject exactly
	 * @param kind or its beginning: {@code case.moved}, {@code case.}
	 * @param before only positions below this one; empty for the newest
	 */
	record Query(String subject, String kind, OptionalLong before) {
	}

	/**
	 * @param entries newest first
	 * @param before where the search goes on, empty when it has reached the beginning
	 */
	record Found(List<Entry> entries, OptionalLong before) {
	}

	Found search(Query query);
}
