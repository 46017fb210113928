package org.nafidha.payments;

import java.time.Instant;
import org.nafidha.kernel.Money;

/**
 * Money that was taken.
 *
 * @param number desk and serial, {@code 7-0031926}: gap-free for each desk, never used twice
 * @param received what was handed over; {@code change} went back
 * @param cashier officer id
 * @param entry journal entry
 */
public record Receipt(String number, String charge, String caseNumber, Money amount, Money received, Money change, int desk, String cashier,
		Instant at, long entry) {
}
