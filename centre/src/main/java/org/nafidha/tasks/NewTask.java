package org.nafidha.tasks;

import java.time.Instant;
import java.util.Set;

/**
 * A task to be drawn.
 *
 * @param applicant person id, against which declared conflicts are held
 * @param excluded officers who must not get it (four eyes)
 */
public record NewTask(String caseNumber, String procedure, String step, int visit, String role, String unit, boolean blind, Instant dueAt,
		String applicant, Set<String> excluded) {
}
