package org.nafidha.console;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nafidha.insight.CaseSearch.State;
import org.nafidha.kernel.LocalizedText;

/**
 * Cases that were found.
 *
 * @param units code to name, of those whose cases the reader may see
 * @param procedures id to name
 * @param unit of the reader, when they see its cases alone; null for all
 * @param next query of the next page; null on the last
 * @param recorded the search was about people and stands in the journal
 */
public record CaseList(Map<String, LocalizedText> units, Map<String, LocalizedText> procedures, @Nullable LocalizedText unit, List<Line> lines,
		@Nullable String next, boolean recorded) {

	/** @param late its statutory term is over and it still runs */
	public record Line(String number, LocalizedText procedure, LocalizedText unit, State state, boolean late, Instant openedAt, Instant dueAt,
			@Nullable Instant endedAt) {
	}
}
