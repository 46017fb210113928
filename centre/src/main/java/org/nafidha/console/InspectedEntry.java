package org.nafidha.console;

import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.nafidha.journal.Entry;
import org.nafidha.journal.PublicLog.Checkpoint;
import org.nafidha.journal.PublicLog.Proof;

/**
 * An entry as an inspector sees it.
 *
 * @param proof its way to the root of the newest checkpoint; null until it has a position
 * @param tasks tasks that it opened, whose draw can be repeated
 * @param opened whether its facts may be shown
 */
public record InspectedEntry(Entry entry, @Nullable Proof proof, @Nullable Checkpoint checkpoint, List<Long> tasks, boolean opened) {

	public OptionalLong position() {
		return entry.position();
	}

	/** Hashes as they stand in receipts. */
	public static String base64(byte[] hash) {
		return Base64.getEncoder().encodeToString(hash);
	}
}
