package org.nafidha.cases.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nafidha.cases.Advisers;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Visit;
import org.nafidha.identity.Officer;
import org.nafidha.identity.Staff;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedures;
import org.nafidha.procedures.Step;
import org.nafidha.procedures.Step.Assignment;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Officers whom a human step must not be drawn for: four eyes, other units, whoever decided before what an appeal has opened again, and whoever
 * decided or advised what an appeal is about. */
@Component
record Exclusions(Staff staff, CaseStore store, Procedures procedures, ObjectProvider<Advisers> advisers) {

	private static final String OFFICER = "officer:";

	/** A human step that somebody ended. */
	private record Done(Step.Review step, String officer, String outcome, Instant at) {

		boolean opinion() {
			return step.id().contains(".");
		}
	}

	Set<String> of(Step.Review review, Transition t) {
		Assignment by = review.by();
		List<Done> done = done(t.procedure, t.before.visits());
		if (t.closing != null && t.stepOf(t.closing.visit()) instanceof Step.Review step && t.actor.text().startsWith(OFFICER)) {
			done.add(new Done(step, t.actor.text().substring(OFFICER.length()), t.closing.outcome(), t.now));
		}
		Set<String> officers = done.stream().filter(one -> by.notBy().contains(one.step().id()) || before(one, review, t)).map(Done::officer)
				.collect(Collectors.toCollection(HashSet::new));
		List<String> units = new ArrayList<>(done.stream().filter(one -> by.differentUnit().contains(one.step().id())).map(this::unit).toList());
		if (by.notBy().contains(Assignment.ABOUT) || by.differentUnit().contains(Assignment.ABOUT)) {
			List<Done> refused = about(t);
			refused.forEach(one -> officers.add(one.officer()));
			Optional.ofNullable(t.before.about()).ifPresent(number -> advisers.stream().forEach(known -> officers.addAll(known.of(number))));
			if (by.differentUnit().contains(Assignment.ABOUT)) {
				refused.stream().filter(one -> !one.opinion()).map(this::unit).forEach(units::add);
			}
		}
		if (!units.isEmpty()) {
			staff.withRole(review.role(), review.unit()).stream()
					.filter(officer -> units.stream().anyMatch(unit -> !Assignment.differ(officer.unit(), unit))).map(Officer::id)
					.forEach(officers::add);
		}
		return officers;
	}

	/** Whether, before the case was taken up again, they did this very step, or refused. */
	private static boolean before(Done done, Step.Review review, Transition t) {
		Instant again = t.reopening ? t.now : t.before.reopenedAt();
		boolean refused = done.step().outcome(done.outcome()).filter(Step.Outcome::refusal).isPresent();
		return again != null && !done.at().isAfter(again) && (refused || done.step().id().equals(review.id()));
	}

	/** Whoever acted on the case appealed against; those who only gave an opinion did not decide it, and their unit may decide the appeal. */
	private List<Done> about(Transition t) {
		if (t.before.about() == null) {
			return List.of();
		}
		CaseFile file = store.find(t.before.about()).orElseThrow();
		return done(procedures.version(file.procedure(), file.version()).orElseThrow(), file.visits());
	}

	private static List<Done> done(Procedure procedure, List<Visit> visits) {
		List<Done> done = new ArrayList<>();
		for (Visit visit : visits) {
			if (visit.closedBy() != null && visit.closedBy().startsWith(OFFICER) && visit.closedAt() != null && visit.outcome() != null
					&& procedure.step(visit.step()) instanceof Step.Review step) {
				done.add(new Done(step, visit.closedBy().substring(OFFICER.length()), visit.outcome(), visit.closedAt()));
			}
		}
		return done;
	}

	/** In which it was decided: an officer who has been moved out of the step's unit since did not take it along. */
	private String unit(Done done) {
		String now = staff.byId(done.officer()).map(Officer::unit).orElse("");
		return (now + "/").startsWith(done.step().unit() + "/") ? now : done.step().unit();
	}
}
