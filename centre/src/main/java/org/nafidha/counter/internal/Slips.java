package org.nafidha.counter.internal;

import java.util.Optional;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.counter.Slip;
import org.nafidha.identity.Officer;
import org.nafidha.identity.Staff;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.payments.Payments;
import org.springframework.stereotype.Component;

/** Receipts as they are printed. */
@Component
class Slips {

	private final Payments payments;
	private final Cases cases;
	private final Staff staff;

	Slips(Payments payments, Cases cases, Staff staff) {
		this.payments = payments;
		this.cases = cases;
		this.staff = staff;
	}

	/** The receipt if it is one of the case's. */
	Optional<Slip> of(CaseFile file, String number) {
		return payments.receipt(number).filter(receipt -> receipt.caseNumber().equals(file.number()))
				.flatMap(receipt -> payments.charge(receipt.charge()).map(charge -> new Slip(receipt, charge, cases.procedureOf(file).name(),
						staff.byId(receipt.cashier()).map(Officer::name).orElseGet(() -> new LocalizedText(receipt.cashier(), receipt.cashier())))));
	}
}
