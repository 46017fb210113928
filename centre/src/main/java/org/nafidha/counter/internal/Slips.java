package org.nafidha.counter.internal;

import java.util.Optional;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.counter.Slip;
import org.nafidha.identity.Officer;
import org.nafidha.identity.People;
import org.nafidha.identity.Staff;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.payments.Charge;
import org.nafidha.payments.Payments;
import org.nafidha.payments.Receipt;
import org.nafidha.procedures.Procedure;
import org.springframework.stereotype.Component;

/** Receipts as they are printed. */
@Component
class Slips {

	private final Payments payments;
	private final Cases cases;
	private final Staff staff;
	private final People people;

	Slips(Payments payments, Cases cases, Staff staff, People people) {
		this.payments = payments;
		this.cases = cases;
		this.staff = staff;
		this.people = people;
	}

	/** The receipt if it is one of the case's. */
	Optional<Slip> of(CaseFile file, String number) {
		return payments.receipt(number).filter(receipt -> receipt.caseNumber().equals(file.number()))
				.flatMap(receipt -> payments.charge(receipt.charge()).map(charge -> slip(file, receipt, charge)));
	}

	private Slip slip(CaseFile file, Receipt receipt, Charge charge) {
		LocalizedText cashier = staff.byId(receipt.cashier()).map(Officer::name)
				.orElseGet(() -> new LocalizedText(receipt.cashier(), receipt.cashier()));
		String payer = people.byId(file.personId()).map(person -> person.name().full()).orElse("");
		return new Slip(receipt, charge, cases.procedureOf(file).name(), cashier, payer, property(file));
	}

	private String property(CaseFile file) {
		return cases.procedureOf(file).inputs().stream().filter(input -> input.type() == Procedure.InputType.PROPERTY_REF)
				.map(input -> String.valueOf(file.data().getOrDefault(input.id(), ""))).findFirst().orElse("");
	}
}
