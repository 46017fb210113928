package org.nafidha.journal.internal;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.nafidha.journal.Entry;
import org.nafidha.journal.JournalReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Feeds readers: a batch and the move of the cursor are one transaction, done by one node at a time. */
@Component
class Cursors {

	/** Entries a reader gets at once, at most. */
	static final int BATCH = 500;

	private final JdbcClient db;
	private final Entries entries;
	private final TransactionTemplate transaction;
	private final InstantSource clock;

	Cursors(JdbcClient db, Entries entries, TransactionTemplate transaction, InstantSource clock) {
		this.db = db;
		this.entries = entries;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** One batch, if there is one and no other node is at it; answers whether there may be more. */
	boolean feed(JournalReader reader) {
		// first without a lock: locking the row writes to the disk, and mostly there is nothing to do
		return behind(reader) > 0 && transaction.execute(t -> feedLocked(reader));
	}

	/** How many entries the reader has still to handle; its cursor is made when it is new. */
	long behind(JournalReader reader) {
		return db.sql("""
				select coalesce((select max(size) from journal.checkpoint), 0) - position from journal.reader where name = ?""").param(reader.name())
				.query(Long.class).optional().orElseGet(() -> enrol(reader));
	}

	private long enrol(JournalReader reader) {
		db.sql("insert into journal.reader (name) values (?) on conflict do nothing").param(reader.name()).update();
		return behind(reader);
	}

	private boolean feedLocked(JournalReader reader) {
		Optional<Long> cursor = db.sql("select position from journal.reader where name = ? for update skip locked").param(reader.name())
				.query(Long.class).optional();
		if (cursor.isEmpty()) {
			return false;
		}
		List<Entry> batch = entries.from(cursor.get(), BATCH);
		if (batch.isEmpty()) {
			return false;
		}
		reader.handle(batch);
		db.sql("update journal.reader set position = ?, moved_at = ? where name = ?")
				.params(batch.getLast().position().orElseThrow() + 1, clock.instant().atOffset(ZoneOffset.UTC), reader.name()).update();
		return batch.size() == BATCH;
	}
}
