package org.nafidha.console;

import java.time.Instant;
import org.nafidha.kernel.LocalizedText;

/**
 * Open tasks of one role in one unit that nobody can be drawn for now.
 *
 * @param role code of the role that may do them
 * @param oldest when the first of them is due
 */
public record WaitingTasks(String unit, LocalizedText name, String role, int count, Instant oldest) {
}
