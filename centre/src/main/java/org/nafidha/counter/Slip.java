package org.nafidha.counter;

import org.nafidha.kernel.LocalizedText;
import org.nafidha.payments.Charge;
import org.nafidha.payments.Receipt;

/** A receipt as it is printed. */
public record Slip(Receipt receipt, Charge charge, LocalizedText service, LocalizedText cashier) {
}
