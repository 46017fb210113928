package org.nafidha.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.procedures.Draft;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Proposal;

/**
 * A draft as its engineers see it.
 *
 * @param procedure what its text defines; null while it defines none
 * @param before the published version that it changes; null for a new service
 * @param newest number of the newest published version of that procedure; 0 for a new service
 * @param savedBy who saved it last
 * @param proposal the open one
 */
public record DraftView(Draft draft, LocalizedText title, @Nullable Procedure procedure, List<FindingLine> findings, @Nullable Procedure before,
		int newest,
		LocalizedText savedBy, @Nullable Proposal proposal) {

	public String address() {
		return "/console/drafts/" + draft.id();
	}

	public boolean writable() {
		return draft.closed() == null && proposal == null;
	}

	/** Nothing keeps its text from being published but its staff. */
	public boolean sound() {
		return procedure != null && findings.stream().allMatch(FindingLine::staffing);
	}

	/** Somebody published a newer version since. */
	public boolean overtaken() {
		return draft.closed() == null && before != null && newest > before.version();
	}

	/** The number of its lines, and room for some more. */
	public int rows() {
		return Math.max(40, (int) draft.text().lines().count() + 25);
	}
}
