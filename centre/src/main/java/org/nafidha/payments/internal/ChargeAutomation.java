package org.nafidha.payments.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nafidha.cases.StepEnded;
import org.nafidha.kernel.Money;
import org.nafidha.payments.Charge;
import org.nafidha.procedures.Automation;
import org.nafidha.procedures.Procedure.Fee;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** {@code payments.charge}: assesses the fees by the procedure's formulas and waits for the money. */
@Component
class ChargeAutomation implements Automation {

	private static final Signature SIGNATURE = new Signature("payments.charge", Map.of("fees", "list"),
			Map.of("charge", "string", "total", "number", "receipt", "string", "paidAt", "string"), Set.of("paid", "lapsed"), Timing.IN_TRANSACTION);

	private final ChargeStore charges;
	private final Ledger ledger;
	private final InstantSource clock;

	ChargeAutomation(ChargeStore charges, Ledger ledger, InstantSource clock) {
		this.charges = charges;
		this.ledger = ledger;
		this.clock = clock;
	}

	@Override
	public Signature signature() {
		return SIGNATURE;
	}

	@Override
	public Answer run(Call call) {
		Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
		List<Charge.Line> lines = assess(call);
		Money total = lines.stream().map(Charge.Line::amount).reduce(Money.ofMinor(0), Money::plus);
		Map<String, Object> outputs = new LinkedHashMap<>(Map.of("charge", call.key(), "total", total.major()));
		if (total.minorUnits() == 0) {
			outputs.putAll(Map.of("receipt", "", "paidAt", now.toString()));
			return new Answer.Done("paid", outputs);
		}
		Charge charge = new Charge(call.key(), call.caseNumber(), lines, total, Charge.State.DUE, now, null);
		if (charges.insert(charge)) {
			ledger.charged(charge, now);
		}
		return new Answer.Waiting(outputs);
	}

	/** A fee that comes to nothing is no line; one below nothing, or finer than a minor unit, is a fault of the definition. */
	private static List<Charge.Line> assess(Call call) {
		List<?> wanted = (List<?>) call.inputs().getOrDefault("fees", List.of());
		List<Charge.Line> lines = new ArrayList<>();
		for (Fee fee : call.definition().fees()) {
			if (!wanted.contains(fee.id())) {
				continue;
			}
			if (!(fee.amount().evaluate(call.data()) instanceof BigDecimal amount) || amount.signum() < 0) {
				throw new IllegalStateException("the fee " + fee.id() + " of " + call.definition().id() + " is no amount: " + fee.amount().text());
			}
			if (amount.signum() > 0) {
				lines.add(new Charge.Line(fee.id(), fee.title(), Money.of(amount), fee.account()));
			}
		}
		return lines;
	}

	/** In the transition's own transaction: a charge whose time has passed, or whose application was taken back, is taken back. */
	@EventListener
	void on(StepEnded ended) {
		boolean over = ended.outcome().equals("lapsed") || ended.outcome().equals("withdrawn");
		if (over && charges.settle(ended.visitKey(), Charge.State.LAPSED)) {
			ledger.lapsed(charges.find(ended.visitKey()).orElseThrow(), clock.instant());
		}
	}
}
