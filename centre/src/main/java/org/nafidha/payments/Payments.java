package org.nafidha.payments;

import java.util.List;
import java.util.Optional;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.Money;
import org.nafidha.kernel.Result;

/** Charges and the money taken for them. Every act is one transaction with its postings and its journal entry. Thread-safe. */
public interface Payments {

	Optional<Charge> charge(String chargeId);

	/** The charge of the case that is still due, if any. */
	Optional<Charge> due(String caseNumber);

	/** All charges of a case, oldest first. */
	List<Charge> of(String caseNumber);

	/**
	 * Takes cash at the cashier's open desk and moves the case on. The same key again answers with the first receipt. Refused: {@code
	 * charge.unknown}, {@code charge.paid} (values: receipt), {@code charge.lapsed}, {@code cash.too-little} (values: due), {@code desk.closed},
	 * {@code cash.not-cashier}.
	 */
	Result<Receipt> payInCash(String key, String chargeId, Money received, SignedIn.Staff cashier);

	Optional<Receipt> receipt(String number);

	/** The desk the officer has open. */
	Optional<Integer> openDesk(String officerId);

	/** Opens a desk for the officer. Refused: {@code desk.taken}, {@code desk.unknown} (numbers run from 1 to 99), {@code cash.not-cashier}. */
	Result<Integer> open(int desk, SignedIn.Staff cashier);

	/** The officer goes; counting and closing the day is not yet available. */
	void leave(SignedIn.Staff cashier);
}
