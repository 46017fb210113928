package org.nafidha.documents;

import java.util.List;
import java.util.Optional;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;

/**
 * Revoking an issued document, with four eyes: one officer proposes, another one confirms or refuses, and only then is the document revoked,
 * for good. Both are heads or directors of the unit that owns the procedure, or of a unit above it; nobody judges their own proposal, nor one
 * about a case in which they have decided a step. Every act is one transaction with its journal entry (joined, if the caller has one):
 * {@code document.revocation-proposed}, {@code -refused}, {@code -withdrawn} and {@code document.revoked}. Thread-safe on any number of nodes.
 */
public interface Revocations {

	/** The longest internal note, in characters. */
	int NOTE_LIMIT = 1_000;
	/** The shortest. */
	int NOTE_LEAST = 3;
	/** So many open proposals are listed at most; the oldest come first. */
	int LIST_LIMIT = 200;

	/** Open proposals about documents that are this officer's business, oldest first. */
	List<RevocationProposal> open(SignedIn.Staff by);

	Optional<RevocationProposal> openFor(String number);

	/** Whether the document is this officer's business at all: refused as {@code document.unknown} or {@code revocation.not-your-unit}. */
	Result<IssuedDocument> document(String number, SignedIn.Staff by);

	/** Why the officer may not confirm or refuse the proposal; empty if they may. */
	Optional<Refusal> whyNotJudge(RevocationProposal proposal, SignedIn.Staff by);

	/**
	 * Refused as {@link #document} is, or {@code document.not-sealed}, {@code document.revoked-already} (value {@code on}),
	 * {@code revocation.open-already}, {@code revocation.note} (values {@code least}, {@code limit}).
	 */
	Result<RevocationProposal> propose(String number, RevocationReason reason, String note, SignedIn.Staff by);

	/**
	 * Revokes the document. Refused as {@link #document} is, or {@code revocation.closed} (somebody was quicker), {@code revocation.own-proposal},
	 * {@code revocation.decided-the-case}, {@code document.revoked-already}.
	 */
	Result<IssuedDocument> confirm(long proposal, SignedIn.Staff by);

	/** The document stays as it is. Refused as {@link #confirm} is. */
	Result<IssuedDocument> refuse(long proposal, SignedIn.Staff by);

	/** Takes one's own proposal back. Refused as {@code revocation.closed} or {@code revocation.not-proposer}. */
	Result<IssuedDocument> withdraw(long proposal, SignedIn.Staff by);
}
