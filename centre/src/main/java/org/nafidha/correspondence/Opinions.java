package org.nafidha.correspondence;

import java.util.List;
import java.util.Optional;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Result;

/**
 * Opinions that an officer asks of another unit without giving the file away: a task is drawn there for somebody who does not know whom the case
 * is about, and the answer lies in the file for good. Each asking and each answer is an act with its journal entry ({@code
 * correspondence.opinion-asked} with the draw, {@code correspondence.opinion-given}), which hold the SHA-256 of the words. What was asked for a
 * decision that has been taken, or for a case that has ended, is taken back from whoever has it on their desk. Thread-safe.
 */
public interface Opinions {

	/** The step that tasks of this kind stand at; no procedure has a step of this name. */
	String STEP = "asked-opinion";

	/** Characters of a question and of an answer. */
	int LONGEST = 2_000;

	/** How many a case may have. */
	int MOST_OF_CASE = 10;

	/** Working days of the unit that is asked. */
	int DAYS = 3;

	/**
	 * Asks a unit. The same question under the same key again answers with the first. Refused: {@code task.unknown}, {@code task.not-yours}, {@code
	 * opinion.unit} (no such unit, the officer's own, or nobody there who could be asked), {@code letter.empty}, {@code letter.too-long} (values
	 * {@code max}), {@code opinion.too-many} (values {@code max}).
	 *
	 * @param task on the desk of whoever asks
	 * @param waits the decision on that task is not to be taken before the answer, or before it was due
	 */
	Result<AskedOpinion> ask(String key, long task, Actor.Officer officer, String unit, String question, boolean waits);

	/**
	 * Answers. Refused: {@code task.unknown}, {@code task.not-yours}, {@code task.closed} (answered or taken back), {@code letter.empty},
	 * {@code letter.too-long}.
	 */
	Result<AskedOpinion> answer(long task, Actor.Officer officer, String answer);

	/** What the task is about, if it is one of this kind. */
	Optional<AskedOpinion> ofTask(long task);

	/** Oldest first. */
	List<AskedOpinion> of(String caseNumber);

	/**
	 * Whether an answer is still to come that the officer wanted to wait for. Nobody waits longer than until it was due: silence of another unit
	 * must not keep a case from being decided.
	 *
	 * @param task on the desk of whoever asked
	 */
	boolean awaited(long task);

	/** Codes of units that can be asked: those in which somebody reviews. */
	List<String> units();
}
