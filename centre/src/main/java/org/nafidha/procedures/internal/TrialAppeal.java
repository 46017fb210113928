package org.nafidha.procedures.internal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.Refusal;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedure.Appeal;
import org.nafidha.procedures.Procedure.End;
import org.nafidha.procedures.Step;
import org.nafidha.procedures.Trial;
import org.nafidha.procedures.Trial.Stay;

/** An upheld appeal takes an invented case up again, as the engine does with a real one. */
final class TrialAppeal {

	private TrialAppeal() {
	}

	/** Why there is nothing to take up again; empty where there is. */
	static Optional<Refusal> refused(Procedure procedure, TrialState s) {
		End end = s.end == null ? null : procedure.ends().get(s.end);
		if (end == null) {
			return Optional.of(Refusal.of("appeal.running"));
		}
		if (!end.refusedByDecision()) {
			return Optional.of(Refusal.of("appeal.nothing-refused"));
		}
		if (upheld(procedure) == null) {
			return Optional.of(Refusal.of("appeal.not-offered"));
		}
		return s.way.contains(Trial.UPHELD) ? Optional.of(Refusal.of("trial.appealed")) : Optional.empty();
	}

	/** Takes the case up again, and says where: at the step that the procedure names, or at the human step whose decision was its last act. */
	static String takenUp(Procedure procedure, TrialState s) {
		String at = at(procedure, s);
		s.takeUpAgain();
		return at;
	}

	private static String at(Procedure procedure, TrialState s) {
		String named = Objects.requireNonNull(upheld(procedure));
		if (!named.equals(Appeal.SAME_STEP)) {
			return named;
		}
		int last = s.stays.stream().mapToInt(Stay::closed).max().orElseThrow(() -> new IllegalStateException(procedure.id()));
		List<String> act = s.stays.stream().filter(stay -> stay.closed() == last).map(Stay::step).toList();
		String refused = act.reversed().stream().filter(step -> procedure.step(step) instanceof Step.Review).findFirst().orElse(act.getLast());
		int dot = refused.indexOf('.');
		return dot < 0 ? refused : refused.substring(0, dot);
	}

	private static @Nullable String upheld(Procedure procedure) {
		Appeal appeal = procedure.appeal();
		return appeal == null ? null : appeal.upheld();
	}
}
