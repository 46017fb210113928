package org.nafidha.cases;

import java.util.List;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.kernel.Result;

/**
 * Moves running cases to another version of their procedure. A case stays on the version it was opened on; moving it is an explicit act of an
 * officer, with a reason and an entry in the journal for each case ({@code case.version-moved}), after a dry run that says which cannot be
 * moved and why. Thread-safe.
 */
public interface VersionMoves {

	/** Cases in one run. */
	int MOST_AT_ONCE = 200;

	/** Characters of a reason. */
	int LONGEST_REASON = 500;

	/**
	 * What moving would do now, oldest cases first, at most {@link #MOST_AT_ONCE}; changes nothing. Refused: {@code procedure.unknown}, {@code
	 * procedure.not-yet}.
	 */
	Result<Plan> dryRun(String procedure, int toVersion);

	/**
	 * Moves each of the cases by itself, judged anew with the case locked: one that has gone on meanwhile is moved only if nothing stands
	 * against it as it is now. A case that is on the version already is not moved again. Refused: {@code procedure.unknown}, {@code
	 * procedure.not-yet}, {@code move.reason} (missing), {@code move.reason-long} (value {@code max}).
	 */
	Result<Moved> move(Wanted wanted);

	/** @param further running cases that this plan does not name, for want of room */
	record Plan(String procedure, int version, List<Line> lines, int further) {
	}

	/**
	 * @param from its present version
	 * @param at titles of the steps that it stands at
	 * @param obstacles why it cannot be moved; empty when it can
	 */
	record Line(String number, int from, List<LocalizedText> at, List<Obstacle> obstacles) {

		public boolean movable() {
			return obstacles.isEmpty();
		}
	}

	/** @param what the step, question, evidence or outcome that it is about */
	record Obstacle(Why why, LocalizedText what) {
	}

	/** Why a case cannot be moved. */
	enum Why {
		/** The step that it stands at is not there. */
		STEP_GONE,
		/** The step is of another kind there, or asks for something else. */
		STEP_KIND,
		/** The step falls to other officers there than those whom it was drawn among. */
		STEP_STAFF,
		/** An outcome of the step means something else there, or what may come back has no place to go. */
		OUTCOME,
		/** A document is being made. */
		BUSY,
		/** Somebody decided a step that is not there: four eyes could not look back. */
		PAST_GONE,
		/** A question that it was never asked must be answered there. */
		INPUT_MISSING,
		/** Its answer is none there. */
		INPUT_DIFFERS,
		/** A later step there reads evidence that was not fetched for it. */
		EVIDENCE_MISSING,
		/** A later step there reads what a step would have brought that it has not come to. */
		RESULT_MISSING,
		/** The date that its applicant was told would come later. */
		LATER,
		/** It has ended meanwhile, or is on that version already. */
		GONE_ON;

		/** End of the message key. */
		public String key() {
			return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
		}
	}

	record Wanted(String procedure, int toVersion, List<String> numbers, String reason, Actor.Officer officer) {
	}

	/** @param stayed those that could not be moved, with the reason */
	record Moved(List<String> moved, List<Line> stayed) {
	}
}
