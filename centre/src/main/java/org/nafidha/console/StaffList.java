package org.nafidha.console;

import java.util.List;
import java.util.Map;
import org.nafidha.identity.StaffRegistry.Account;
import org.nafidha.kernel.LocalizedText;

/**
 * One page of the accounts that were searched for, by unit.
 *
 * @param units names by code, in order, for the choice of a unit
 * @param all accounts found, on all pages
 * @param number of this page, from 1
 */
public record StaffList(List<Group> groups, Map<String, LocalizedText> units, int all, int number, int pages) {

	/** The accounts of one unit that stand on the page. */
	public record Group(String unit, LocalizedText name, List<Account> accounts) {
	}
}
