package org.nafidha.journal;

import java.util.List;
import java.util.Optional;
import org.nafidha.platform.Writes;

/** The journal's face to the modules that write acts down and to those who ask for proof. Thread-safe. */
public interface Journal {

	/**
	 * Appends one entry in the caller's transaction (one statement); throws if there is none. The position follows
	 * within two seconds of the commit.
	 */
	EntryId append(Act act);

	/** The same among the other writes of the act: the entry exists when they are sent. */
	EntryId append(Act act, Writes writes);

	/** Entries about one subject, oldest first, at most 1,000. */
	List<Entry> about(String subject);

	Optional<Entry> entry(EntryId id);

	/**
	 * The entry with its inclusion proof against the newest checkpoint that covers it; empty until the sequencer has
	 * reached it.
	 */
	Optional<JournalReceipt> receipt(EntryId id);
}
