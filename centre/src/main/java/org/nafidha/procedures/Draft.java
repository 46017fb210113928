package org.nafidha.procedures;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A procedure that is being written, as last saved. Nothing is asked of the text: it may be half a line.
 *
 * @param base the published version that it changes; null for a new service
 * @param revision counts the savings, from 1
 * @param savedBy id of the officer who saved it last
 * @param closed {@code published} or {@code discarded}; null while it is being written
 */
public record Draft(long id, @Nullable Base base, int revision, String text, String savedBy, Instant savedAt, @Nullable String closed) {

	public record Base(String procedure, int version) {
	}

	/** For messages that name a file. */
	public String fileName() {
		return "draft-" + id + ".yaml";
	}
}
