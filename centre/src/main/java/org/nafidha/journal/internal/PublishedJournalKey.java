package org.nafidha.journal.internal;

import java.util.List;
import org.nafidha.journal.JournalKey;
import org.springframework.stereotype.Component;

/** The present key, with those before it. */
@Component
record PublishedJournalKey(SigningKey key, FormerKeys formerKeys) implements JournalKey {

	@Override
	public String origin() {
		return key.origin();
	}

	@Override
	public String verifierKey() {
		return key.verifierKey();
	}

	@Override
	public List<Former> former() {
		return formerKeys.all();
	}
}
