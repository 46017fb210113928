package org.nafidha.cases.internal;

import java.util.Map;
import java.util.Optional;
import org.nafidha.kernel.Refusal;
import org.nafidha.procedures.Procedure;

/** Whether a case with these answers and this evidence may be asked for: when it is opened, and again when its answers are corrected. */
final class Eligible {

	private Eligible() {
	}

	static Optional<Refusal> refusal(Transition t) {
		Procedure.Eligibility eligibility = t.procedure.eligibility();
		if (eligibility == null || Boolean.TRUE.equals(eligibility.mayAsk().evaluate(t.data))) {
			return Optional.empty();
		}
		return Optional.of(new Refusal(eligibility.refusalCode(),
				Map.of("text-ar", eligibility.refusalText().ar(), "text-en", eligibility.refusalText().en()), eligibility.legalBasis()));
	}
}
