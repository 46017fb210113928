package org.nafidha.payments.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.identity.Role;
import org.nafidha.identity.SignedIn;
import org.nafidha.journal.Act;
import org.nafidha.journal.EntryId;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Money;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.payments.Charge;
import org.nafidha.payments.Payments;
import org.nafidha.payments.Receipt;
import org.nafidha.payments.internal.Desks.NextNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes money. Locks in the order desk, case, charge; the engine takes case before charge too, so no two can wait for each other. */
@Component
class Till implements Payments {

	private final ChargeStore charges;
	private final Desks desks;
	private final Ledger ledger;
	private final Cases cases;
	private final Journal journal;
	private final Acts acts;

	/** Time, and a transaction that leaves nothing behind when the act is refused. */
	@Component
	record Acts(InstantSource clock, TransactionTemplate transaction) {

		<T> Result<T> act(Supplier<Result<T>> act) {
			return transaction.execute(status -> {
				Result<T> result = act.get();
				if (result instanceof Result.Refused<T>) {
					status.setRollbackOnly();
				}
				return result;
			});
		}
	}

	Till(ChargeStore charges, Desks desks, Ledger ledger, Cases cases, Journal journal, Acts acts) {
		this.charges = charges;
		this.desks = desks;
		this.ledger = ledger;
		this.cases = cases;
		this.journal = journal;
		this.acts = acts;
	}

	@Override
	public Result<Receipt> payInCash(String key, String chargeId, Money received, SignedIn.Staff cashier) {
		if (!cashier.roles().contains(Role.CASHIER)) {
			return Refusal.of("cash.not-cashier").asResult();
		}
		String request = cashier.officerId() + " " + chargeId + " " + key;
		Result<Receipt> result = charges.receiptByKey(request).map(Result::ok)
				.orElseGet(() -> acts.act(() -> take(request, chargeId, received, cashier)));
		if (result instanceof Result.Refused<Receipt>) {
			return charges.receiptByKey(request).map(Result::ok).orElse(result);
		}
		return result;
	}

	private Result<Receipt> take(String request, String chargeId, Money received, SignedIn.Staff cashier) {
		Optional<Charge> found = charges.find(chargeId);
		if (found.isEmpty()) {
			return Refusal.of("charge.unknown").asResult();
		}
		Charge charge = found.get();
		if (charge.state() != Charge.State.DUE) {
			return settledAlready(charge);
		}
		if (received.compareTo(charge.total()) < 0) {
			return Refusal.of("cash.too-little", "due", charge.total().toString()).asResult();
		}
		return desks.next(cashier.officerId()).map(number -> take(request, charge, received, cashier, number))
				.orElseGet(() -> Refusal.of("desk.closed").asResult());
	}

	private Result<Receipt> take(String request, Charge charge, Money received, SignedIn.Staff cashier, NextNumber number) {
		Instant now = acts.clock().instant().truncatedTo(ChronoUnit.MICROS);
		EntryId entry = journal.append(new Act("payment.received", number.receipt(), cashier.actor(), Map.of("case", charge.caseNumber(), "charge",
				charge.id(), "amountMinor", charge.total().minorUnits(), "currency", charge.total().currency().getCurrencyCode(), "desk",
				number.desk())));
		Map<String, Object> outputs = Map.of("receipt", number.receipt(), "paidAt", now.toString(), "amount", charge.total().major());
		if (cases.completeAutomation(charge.id(), "paid", outputs, cashier.actor()) instanceof Result.Refused<CaseFile>(Refusal refusal)) {
			Charge stands = charges.find(charge.id()).orElseThrow();
			return stands.state() == Charge.State.DUE ? refusal.asResult() : settledAlready(stands);
		}
		if (!charges.settle(charge.id(), Charge.State.PAID)) {
			return settledAlready(charges.find(charge.id()).orElseThrow());
		}
		Receipt receipt = new Receipt(number.receipt(), charge.id(), charge.caseNumber(), charge.total(), received, received.minus(charge.total()),
				number.desk(), cashier.officerId(), now, entry.value());
		charges.insert(receipt, request);
		ledger.paid(charge, number.desk(), now);
		return Result.ok(receipt);
	}

	private static Result<Receipt> settledAlready(Charge charge) {
		return charge.state() == Charge.State.LAPSED
				? Refusal.of("charge.lapsed").asResult()
				: Refusal.of("charge.paid", "receipt", String.valueOf(charge.receipt())).asResult();
	}

	@Override
	public Optional<Charge> charge(String chargeId) {
		return charges.find(chargeId);
	}

	@Override
	public Optional<Charge> due(String caseNumber) {
		return of(caseNumber).stream().filter(charge -> charge.state() == Charge.State.DUE).findFirst();
	}

	@Override
	public List<Charge> of(String caseNumber) {
		return charges.of(caseNumber);
	}

	@Override
	public Optional<Receipt> receipt(String number) {
		return charges.receipt(number);
	}

	@Override
	public Optional<Integer> openDesk(String officerId) {
		return desks.of(officerId);
	}

	@Override
	public Result<Integer> open(int desk, SignedIn.Staff cashier) {
		return cashier.roles().contains(Role.CASHIER)
				? acts.act(() -> desks.open(desk, cashier.officerId()))
				: Refusal.of("cash.not-cashier").asResult();
	}

	@Override
	public void leave(SignedIn.Staff cashier) {
		desks.leave(cashier.officerId());
	}
}
