package org.nafidha.journal;

import java.util.List;

/**
 * Whatever must happen after a commit. Beans of this type are fed every sequenced entry in order, in batches; handling
 * and moving the reader's cursor are one transaction, so each entry is handled once even across crashes and nodes.
 */
public interface JournalReader {

	/** Names the cursor; never changes once in production. */
	String name();

	/** Called inside the transaction that moves the cursor; an exception leaves the cursor where it was and is retried. */
	void handle(List<Entry> batch);
}
