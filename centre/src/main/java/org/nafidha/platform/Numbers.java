package org.nafidha.platform;

import org.springframework.jdbc.core.JdbcOperations;

/**
 * Numbers from a sequence of the database, taken a block at a time so that most need no round trip. Unique over all nodes; a node's
 * numbers ascend; a stop loses the rest of a block, so gaps mean nothing. Thread-safe.
 */
public final class Numbers {

	private final JdbcOperations db;
	private final String next;
	private final int block;
	private long number;
	private long end;

	/** @param block must equal the increment of the sequence */
	public Numbers(JdbcOperations db, String sequence, int block) {
		this.db = db;
		this.next = "select nextval('" + sequence + "')";
		this.block = block;
	}

	public synchronized long next() {
		if (number == end) {
			Long first = db.queryForObject(next, Long.class);
			number = java.util.Objects.requireNonNull(first);
			end = number + block;
		}
		return number++;
	}
}
