package org.nafidha.office;

import java.time.Instant;
import org.nafidha.correspondence.AskedOpinion;

/** An opinion to be given: the question, and the file it is about. */
public record AskedDesk(AskedOpinion opinion, Instant dueAt, int daysLeft, Desk.Other file) {
}
