package org.nafidha.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.LocalizedText;

/**
 * A day without work besides the weekend.
 *
 * @param unit code of the unit that is closed, with all beneath it; null for a holiday of the whole council
 * @param confirmed false: a date that was put in from common knowledge and waits for the council's word
 */
public record DayOff(LocalDate day, @Nullable String unit, LocalizedText name, boolean confirmed) {
}
