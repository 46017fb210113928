package org.nafidha.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nafidha.procedures.Examples.Replay;

/**
 * An example and how it goes now.
 *
 * @param replay null while the text defines no procedure
 * @param from how it was expected to end, in words
 * @param to how it ends now, in words
 * @param acceptedFrom how it ended before somebody accepted that it ends otherwise, in words; null if nobody had to
 */
public record ExampleLine(org.nafidha.procedures.Example example, @Nullable Replay replay, String from, String to, List<String> wayBefore,
		List<String> wayNow,
		@Nullable String acceptedFrom, String text) {

	public boolean passed() {
		return replay != null && replay.passed();
	}
}
