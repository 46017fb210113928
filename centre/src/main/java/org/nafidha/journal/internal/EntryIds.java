package org.nafidha.journal.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Numbers for new entries, fifty at a time from the database's sequence, so that 49 appends of 50 need no round trip for
 * theirs. Unique over all nodes; a node's numbers ascend; a stop loses the rest of a block, and gaps mean nothing.
 */
@Component
class EntryIds {

	/** Must equal the increment of the sequence {@code journal.entry_id}. */
	static final int BLOCK = 50;

	private final JdbcClient db;
	private long next;
	private long end;

	EntryIds(JdbcClient db) {
		this.db = db;
	}

	synchronized long next() {
		if (next == end) {
			next = db.sql("select nextval('journal.entry_id')").query(Long.class).single();
			end = next + BLOCK;
		}
		return next++;
	}
}
