package org.nafidha.cases.internal;

import org.jspecify.annotations.Nullable;
import java.util.Objects;
import java.time.Instant;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nafidha.kernel.Refusal;
import org.nafidha.procedures.Availability;
import org.nafidha.procedures.Procedure;
import org.springframework.stereotype.Component;

/** What an applicant's inputs must pass, new ones at the opening and mended ones at a correction: nobody gets by correcting what was refused at first. */
@Component
record Admission(EvidenceFetch evidence, CasePapers papers, Availability availability) {

	/** Refused for everybody: the house cannot do all that the procedure needs. */
	Optional<Refusal> notYet(Procedure procedure) {
		return availability.notYet(procedure).map(text -> Refusal.of("procedure.not-yet", Map.of("text-ar", text.ar(), "text-en", text.en())));
	}

	/** Fetches the evidence and asks eligibility, for an application that is not filed yet. */
	Optional<Refusal> foresee(Transition t) {
		return evidence.fetch(t).or(() -> notEligible(t));
	}

	/** Fetches the evidence, asks eligibility and joins the papers; after a refusal the transaction must be rolled back. */
	Optional<Refusal> admit(Transition t, List<String> brought) {
		EvidenceFetch.forgetStale(t);
		return evidence.fetch(t).or(() -> notEligible(t)).or(() -> papers.join(t, brought));
	}

	/** Whether an applicant who was asked to complete something sends back just what was there: no other answer, and no paper since. */
	boolean nothingNew(Transition t, Instant askedAt) {
		return t.procedure.inputs().stream().allMatch(input -> same(t.before.data().get(input.id()), t.data.get(input.id())))
				&& !papers.came(t, askedAt);
	}

	/** A number that was stored may come back in another type. */
	private static boolean same(@Nullable Object before, @Nullable Object now) {
		return before instanceof Number a && now instanceof Number b
				? new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString())) == 0
				: Objects.equals(before, now);
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
