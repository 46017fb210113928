package org.nafidha.correspondence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One letter in the file of a case. It bears no name: neither side learns who the other is.
 *
 * @param fromApplicant otherwise from the office
 * @param unit code of the officer's unit; null for the applicant's
 */
public record Letter(String caseNumber, boolean fromApplicant, @Nullable String unit, String text, Instant at) {
}
