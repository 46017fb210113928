package org.nafidha.counter;

import org.nafidha.kernel.LocalizedText;
import org.nafidha.payments.Charge;
import org.nafidha.payments.Receipt;

/**
 * A receipt as it is printed.
 *
 * @param payer name of the applicant
 * @param property what it is about; empty when the service is about no property
 */
public record Slip(Receipt receipt, Charge charge, LocalizedText service, LocalizedText cashier, String payer, String property) {
}
