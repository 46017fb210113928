package org.nafidha.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nafidha.calendar.Deadline;

/**
 * Why a case is due when it is: the statutory term from the day of filing, and every time the clock stood still.
 *
 * @param statutory the term without pauses, with the days it skipped
 * @param dueAt the end that counts; while the clock stands still it will still move
 */
public record Term(Deadline statutory, List<Pause> pauses, Instant dueAt) {

	public Term {
		pauses = List.copyOf(pauses);
	}

	/**
	 * @param step for which something was awaited from the applicant or an agency
	 * @param to null while it still is
	 * @param workingDays by how many days the end moved
	 */
	public record Pause(String step, Instant from, @Nullable Instant to, int workingDays) {
	}
}
