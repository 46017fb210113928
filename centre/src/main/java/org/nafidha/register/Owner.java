package org.nafidha.register;

import java.time.LocalDate;
import org.nafidha.kernel.Shares;

/**
 * Who owns how much of a property, on which deed.
 *
 * @param name as the book has it, such as {@code محمد نور بن عبد القادر الحلبي}
 */
public record Owner(String personId, String name, Shares shares, Deed deed, LocalDate since) {
}
