package org.nafidha.console;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.nafidha.tasks.Draw;
import org.nafidha.tasks.Tasks;

/**
 * One draw of a task.
 *
 * @param entry id of the journal entry that holds exactly this draw; empty: none does
 * @param secret the day's, with its hash from the morning
 * @param replay the newest draw done again; null for older ones and until the secret is revealed
 */
public record InspectedDraw(Draw draw, OptionalLong entry, Tasks.@Nullable DaySecret secret, Tasks.@Nullable Replay replay) {
}
