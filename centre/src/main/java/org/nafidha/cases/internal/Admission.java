package org.nafidha.cases.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nafidha.kernel.Refusal;
import org.nafidha.procedures.Procedure;
import org.springframework.stereotype.Component;

/** What an applicant's inputs must pass, new ones at the opening and mended ones at a correction: nobody gets by correcting what was refused at first. */
@Component
record Admission(EvidenceFetch evidence, CasePapers papers) {

	/** Fetches the evidence, asks eligibility and joins the papers; after a refusal the transaction must be rolled back. */
	Optional<Refusal> admit(Transition t, List<String> brought) {
		return evidence.fetch(t).or(() -> notEligible(t)).or(() -> papers.join(t, brought));
	}

	static Optional<Refusal> notEligible(Transition t) {
		Procedure.Eligibility eligibility = t.procedure.eligibility();
		if (eligibility == null || Boolean.TRUE.equals(eligibility.mayAsk().evaluate(t.data))) {
			return Optional.empty();
		}
		return Optional.of(new Refusal(eligibility.refusalCode(),
				Map.of("text-ar", eligibility.refusalText().ar(), "text-en", eligibility.refusalText().en()), eligibility.legalBasis()));
	}
}
