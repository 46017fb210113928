package org.nafidha.tasks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One human step of one case.
 *
 * @param officer id of the officer it was drawn for; null while nobody who may do it is present
 * @param blind the officer must not learn whose case it is
 * @param dueAt when it should be done
 */
public record Task(long id, String caseNumber, String procedure, String step, int visit, String role, String unit, boolean blind,
		@Nullable String officer, Instant openedAt, Instant dueAt, @Nullable Instant closedAt) {

	public boolean open() {
		return closedAt == null;
	}
}
