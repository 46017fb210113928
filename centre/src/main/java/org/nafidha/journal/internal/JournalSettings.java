package org.nafidha.journal.internal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param interval pause between two looks for new entries; a checkpoint follows a commit after this long at most, plus the
 *            work itself
 * @param batch entries to a checkpoint, about; the last transaction of a batch stays whole
 * @param previousKey verifier key (vkey text) of the key that signed the newest checkpoint, where an operator has knowingly
 *            put a new key in its place
 * @param origin name of the log where a new one had to be begun after a loss (docs/production.md); otherwise {@code nafidha/<city>}
 */
@ConfigurationProperties("nafidha.journal")
record JournalSettings(@DefaultValue("400ms") Duration interval, @DefaultValue("4096") int batch, @Nullable String previousKey,
		@Nullable String origin) {

	JournalSettings {
		if (origin != null && !origin.matches("[a-z][a-z0-9./-]{0,80}")) {
			throw new IllegalArgumentException("nafidha.journal.origin must be a name such as nafidha/aleppo/2, not: " + origin);
		}
	}
}
