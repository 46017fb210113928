package org.nafidha.identity;

import org.nafidha.kernel.LocalizedText;

/** A node of the council's organisation; the code is its path from the top. */
public record Unit(String code, LocalizedText name) {
}
