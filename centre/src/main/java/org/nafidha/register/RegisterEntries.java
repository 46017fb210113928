package org.nafidha.register;

import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.Result;

/**
 * What a registrar writes into the book. Each act is one transaction with its journal entry ({@code register.entered});
 * an expected "no" comes back as a refusal and changes nothing.
 */
public interface RegisterEntries {

	/**
	 * Opens a sheet.
	 *
	 * @return its number; refused with {@code register.shares-not-whole} (values {@code sum}), {@code register.zone-unknown},
	 *         {@code register.sheet-exists}, {@code register.person-unknown}, {@code register.shares-too-fine},
	 *         {@code register.not-registrar}
	 */
	Result<String> register(NewSheet sheet, SignedIn.Staff registrar);

	/**
	 * Ends the rights of those who give and enters those who receive, who need not hold what each of them held: only the
	 * whole must be the whole again.
	 *
	 * @return the sheet's number; refused as above and with {@code register.sheet-unknown}, {@code register.not-owner},
	 *         {@code register.blocked-by-lawsuit}, {@code -seizure} or {@code -restraint}; a mortgage follows the property
	 */
	Result<String> transfer(Transfer transfer, SignedIn.Staff registrar);
}
