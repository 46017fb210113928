package org.nafidha.cases.internal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Visit;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedure.Appeal;
import org.nafidha.procedures.Procedure.End;
import org.nafidha.procedures.Procedures;
import org.nafidha.procedures.Step;
import org.springframework.stereotype.Component;

/** Which case is taken up again by the end of another one, and where. */
@Component
record Reopening(CaseStore store, Procedures procedures) {

	record Again(Transition transition, String at) {
	}

	/** The refused case, locked, when the transition upholds an appeal against it; empty for every other transition. */
	Optional<Again> wanted(Transition t) {
		String about = t.before.about();
		End end = t.end == null ? null : t.procedure.ends().get(t.end);
		if (about == null || end == null || !end.granted()) {
			return Optional.empty();
		}
		return store.lock(about).filter(CaseFile::ended).map(file -> {
			Procedure procedure = procedures.version(file.procedure(), file.version()).orElseThrow();
			Transition again = new Transition(procedure, file, t.actor, t.now);
			again.reopening = true;
			again.facts.put("appeal", t.before.number());
			return new Again(again, at(file, procedure));
		});
	}

	/** The step that the procedure names, or the human step that refused: the one whose decision was the last act of the case. */
	private static String at(CaseFile file, Procedure procedure) {
		Appeal appeal = procedure.appeal();
		String upheld = appeal == null ? null : appeal.upheld();
		if (upheld != null && !upheld.equals(Appeal.SAME_STEP)) {
			return upheld;
		}
		long last = file.visits().stream().map(Visit::closedEntry).filter(Objects::nonNull).mapToLong(Long::longValue).max()
				.orElseThrow(() -> new IllegalStateException(file.number() + " was refused without a step"));
		List<String> act = file.visits().stream().filter(visit -> visit.closedEntry() != null && visit.closedEntry() == last).map(Visit::step)
				.toList();
		String refused = act.reversed().stream().filter(step -> procedure.step(step) instanceof Step.Review).findFirst().orElse(act.getLast());
		int dot = refused.indexOf('.');
		return dot < 0 ? refused : refused.substring(0, dot);
	}
}
