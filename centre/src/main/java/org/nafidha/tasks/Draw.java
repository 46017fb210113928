package org.nafidha.tasks;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an officer was drawn: everything an auditor needs to draw again once the day's secret is out. Two candidates are
 * picked by HMAC-SHA256(secret, {@code id}): the first four bytes, unsigned, modulo the number of eligible officers name the
 * first; the next four, modulo one less, name the second among the rest. The less loaded wins; on equal load the first.
 *
 * @param id what the secret is applied to: case number, step and visit, and how often it was drawn
 * @param day whose secret was used, in the city's time zone
 * @param eligible ids, sorted, after all exclusions
 * @param loads open tasks of both candidates at that moment; of one when only one was eligible
 */
public record Draw(String id, LocalDate day, List<String> eligible, Map<String, Integer> loads, @Nullable String officer) {

	public Draw {
		eligible = List.copyOf(eligible);
		loads = Map.copyOf(loads);
	}

	/** As it stands in the journal entry of the transition. */
	public Map<String, Object> facts() {
		return Map.of("id", id, "day", day.toString(), "eligible", eligible, "loads", loads, "officer", officer == null ? "" : officer);
	}
}
