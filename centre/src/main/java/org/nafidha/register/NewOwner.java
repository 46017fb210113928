package org.nafidha.register;

import org.nafidha.kernel.Shares;

/**
 * Who is to own how much.
 *
 * @param name as the book shall have it, such as {@code محمد نور بن عبد القادر الحلبي}
 */
public record NewOwner(String personId, String name, Shares shares) {
}
