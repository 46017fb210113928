package org.nafidha.verifier;

import java.util.Optional;

/**
 * A key that signed checkpoints of the journal before it was replaced.
 *
 * @param until entries that the journal had then: a larger checkpoint of this key counts for nothing
 */
record FormerJournalKey(JournalKey key, long until) {

	/** Empty when the note is not this key's. */
	Optional<Checkpoint> open(String note) throws Rejected {
		try {
			return Optional.of(Checkpoint.open(note, key)).filter(checkpoint -> checkpoint.size() <= until);
		} catch (Rejected e) {
			if (e.reason() == Cause.RECEIPT_ORIGIN)
				return Optional.empty();
			throw e;
		}
	}
}
