package org.nafidha.console;

import org.nafidha.identity.StaffRegistry.Account;
import org.nafidha.kernel.LocalizedText;

/**
 * An officer's page.
 *
 * @param self the reader is this officer, and nobody changes their own powers
 * @param tasks open tasks that were drawn for the officer
 */
public record StaffMember(Account account, LocalizedText unit, boolean self, int tasks) {

	public String address() {
		return "/console/staff/" + account.officer().id();
	}
}
