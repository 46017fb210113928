package org.nafidha.cases.internal;

import java.util.List;
import java.util.Optional;
import org.nafidha.cases.Visit;
import org.nafidha.cases.internal.Transition.Closing;
import org.nafidha.procedures.Step;
import org.nafidha.procedures.Step.Consultation;

/** What an opinion means for the consultation that asked for it. */
final class Consultations {

	private Consultations() {
	}

	/**
	 * Where the case goes on after the opinion that {@code t.closing} ends; empty while the others must still answer. When it goes on, the
	 * consultation's own stay ends and the others are no longer asked.
	 */
	static Optional<String> after(Transition t, Consultation consultation) {
		Closing given = t.closing;
		Visit asked = t.before.openVisit(consultation.id())
				.orElseThrow(() -> new IllegalStateException(t.before.number() + " has an opinion without its consultation " + consultation.id()));
		if (given == null) {
			throw new IllegalStateException("no opinion was given on " + t.before.number());
		}
		List<Visit> round = t.before.visits().stream()
				.filter(visit -> visit.step().startsWith(consultation.id() + ".") && asked.entry() != null && asked.entry().equals(visit.entry()))
				.toList();
		int consents = count(round, given, Consultation.CONSENT);
		int objections = count(round, given, Consultation.OBJECTION);
		Optional<String> outcome = consultation.join().decided(round.size(), consents, objections);
		outcome.ifPresent(decided -> {
			t.aside.add(new Closing(asked, decided, null, null, null, null));
			round.stream().filter(visit -> visit.open() && !visit.key().equals(given.visit().key())).forEach(t::takeBack);
		});
		return outcome.map(consultation::target);
	}

	/** The consultation that a step is an opinion of. */
	static Optional<Consultation> of(Transition t, Step step) {
		int dot = step.id().indexOf('.');
		return dot > 0 && t.procedure.steps().get(step.id().substring(0, dot)) instanceof Consultation consultation
				? Optional.of(consultation)
				: Optional.empty();
	}

	private static int count(List<Visit> round, Closing given, String outcome) {
		long before = round.stream().filter(visit -> !visit.open() && outcome.equals(visit.outcome())).count();
		return Math.toIntExact(before) + (given.outcome().equals(outcome) ? 1 : 0);
	}
}
