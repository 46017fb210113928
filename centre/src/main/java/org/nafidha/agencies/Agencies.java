package org.nafidha.agencies;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.LocalizedText;

/** How the outside bodies stand. Thread-safe; the same on every node. */
public interface Agencies {

	/** What the case still waits for, oldest question first. */
	List<Awaited> awaitedBy(String caseNumber);

	/** Every agency that this centre knows, in the order of its list. */
	List<State> states();

	/**
	 * @param unreachableSince null while the agency can be reached and simply has not answered yet
	 * @param triedAt last time it was tried
	 */
	record Awaited(LocalizedText agency, String service, Instant askedAt, @Nullable Instant unreachableSince, @Nullable Instant triedAt) {
	}

	/**
	 * @param open since when and until when nobody calls it, because it failed again and again; null when it is called
	 * @param asked questions of the last seven days; of them {@code answered}, {@code awaited}
	 * @param medianMillis of the answers of the last seven days that came at once; null without any
	 */
	record State(String id, LocalizedText name, boolean connected, @Nullable Instant openUntil, long asked, long answered, long awaited,
			long rejected,
			@Nullable Integer medianMillis, @Nullable Integer p95Millis) {
	}
}
