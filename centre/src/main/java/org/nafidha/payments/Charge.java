package org.nafidha.payments;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.kernel.Money;

/**
 * What is owed for one payment step of one case.
 *
 * @param id the visit's key, such as {@code 2026-041587-3/pay/1}
 * @param receipt number of the receipt once paid
 */
public record Charge(String id, String caseNumber, List<Line> lines, Money total, State state, Instant at, @Nullable String receipt) {

	public enum State {
		DUE, PAID, LAPSED
	}

	/** @param account the ledger account that the money belongs to */
	public record Line(String fee, LocalizedText title, Money amount, String account) {
	}
}
