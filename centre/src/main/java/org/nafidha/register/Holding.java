package org.nafidha.register;

import org.nafidha.kernel.LocalizedText;
import org.nafidha.kernel.PropertyRef;
import org.nafidha.kernel.Shares;

/** One property of one owner, for lists. */
public record Holding(String sheetNumber, PropertyRef property, LocalizedText zoneName, String description, Shares shares, boolean verified) {
}
