package org.nafidha.office;

import java.time.Instant;
import org.nafidha.kernel.LocalizedText;

/** One of an officer's tasks among the others of the day. @param daysLeft working days; 0 on the last day and after it */
public record DayLine(String caseNumber, LocalizedText procedure, LocalizedText step, Instant dueAt, int daysLeft, boolean late) {
}
