package org.nafidha.procedures;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An engineer proposes to publish a draft, or to offer a procedure no longer; another one has to say yes or no.
 *
 * @param draft whose text is to be published; null for a retirement
 * @param revision of the draft: exactly this text is judged
 * @param sha256 of the text, in hexadecimal
 * @param note why, for the other engineer
 * @param entry journal entry of the proposal
 * @param outcome {@code approved}, {@code refused} or {@code withdrawn}; null while it is open
 */
public record Proposal(long id, Kind kind, String procedure, int version, @Nullable Long draft, @Nullable Integer revision, String sha256,
		String note,
		String proposedBy, Instant at, long entry, @Nullable String outcome) {

	public enum Kind {
		PUBLISH, RETIRE;

		public String code() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}
	}

	public boolean open() {
		return outcome == null;
	}
}
