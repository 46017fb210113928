package org.nafidha.identity;

import java.util.Set;
import org.nafidha.kernel.LocalizedText;

/**
 * A member of staff.
 *
 * @param unit code of the unit, a path such as {@code technical-affairs/building-control}
 * @param present whether the officer is at work now and may be drawn
 */
public record Officer(String id, String username, LocalizedText name, String unit, Set<Role> roles, boolean present) {
}
