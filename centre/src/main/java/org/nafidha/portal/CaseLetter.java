package org.nafidha.portal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.LocalizedText;

/**
 * A letter in the file, as its applicant reads it.
 *
 * @param unit who answered; null when it is the applicant's own
 */
public record CaseLetter(@Nullable LocalizedText unit, String text, Instant at) {
}
