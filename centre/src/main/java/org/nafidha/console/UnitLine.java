package org.nafidha.console;

import java.util.Map;
import org.nafidha.identity.Role;
import org.nafidha.identity.Unit;

/**
 * A unit in the tree of the council's organisation.
 *
 * @param depth 0 for those at the top
 * @param staff officers in this very unit, accounts that are open
 * @param roles how many of them have each role
 * @param waiting tasks of the unit that nobody can be drawn for now
 */
public record UnitLine(Unit unit, int depth, int staff, Map<Role, Integer> roles, int waiting) {
}
