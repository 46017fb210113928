package org.nafidha.register;

import org.nafidha.kernel.PropertyRef;
import org.nafidha.kernel.Shares;

/** A line of the alphabetical index. */
public record IndexEntry(String ownerName, String personId, String sheetNumber, PropertyRef property, Shares shares) {
}
