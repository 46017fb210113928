package org.nafidha.console;

import org.nafidha.kernel.LocalizedText;
import org.nafidha.procedures.Draft;

/** A draft in the list. @param title of what it defines, or of what it changes @param proposed whether it waits for a second pair of eyes */
public record DraftLine(Draft draft, LocalizedText title, LocalizedText savedBy, boolean proposed) {
}
