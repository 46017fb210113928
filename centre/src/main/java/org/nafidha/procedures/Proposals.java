package org.nafidha.procedures;

import java.util.List;
import java.util.Optional;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;

/**
 * Publishing and retiring with four eyes: one engineer proposes, another approves or refuses. What is approved is exactly the text that was
 * proposed, and everything is looked at again then. Every act is one transaction with its journal entry: {@code procedure.proposed},
 * {@code procedure.retirement-proposed}, {@code procedure.proposal-refused}, {@code procedure.proposal-withdrawn}, and
 * {@code procedure.published} or {@code procedure.retired}. Thread-safe on any number of nodes.
 */
public interface Proposals {

	/** The shortest and the longest note, in characters. */
	int NOTE_LEAST = 3;
	int NOTE_LIMIT = 1_000;

	/** Oldest first, at most 200. */
	List<Proposal> open();

	/** Open or ended. */
	Optional<Proposal> find(long id);

	Optional<Proposal> openFor(String procedure);

	Optional<Proposal> openForDraft(long draft);

	/** What keeps the draft from being proposed as it is: {@code proposal.unsound}, {@code proposal.overtaken}, {@code proposal.examples}, … */
	Optional<Refusal> whyNotProposed(Draft draft);

	/**
	 * Refused as {@link #whyNotProposed}, or {@code draft.unknown}, {@code draft.closed}, {@code draft.overtaken} (it was saved since),
	 * {@code proposal.open-already}, {@code proposal.note}.
	 *
	 * @param revision that the proposer has read
	 */
	Result<Proposal> propose(long draft, int revision, String note, Actor.Officer by);

	/** To offer a procedure no longer. Refused: {@code procedure.unknown}, {@code procedure.retired}, {@code proposal.open-already}, {@code proposal.note}. */
	Result<Proposal> proposeRetirement(String procedure, String note, Actor.Officer by);

	/** Refused: {@code proposal.closed}, {@code proposal.own}, or whatever keeps it from being done now. */
	Result<Proposal> approve(long proposal, Actor.Officer by);

	/** Nothing is published or retired. Refused: {@code proposal.closed}, {@code proposal.own}. */
	Result<Proposal> refuse(long proposal, Actor.Officer by);

	/** Takes one's own proposal back. Refused: {@code proposal.closed}, {@code proposal.not-proposer}. */
	Result<Proposal> withdraw(long proposal, Actor.Officer by);
}
