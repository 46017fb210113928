package org.nafidha.documents;

import java.time.Instant;
import org.nafidha.journal.EntryId;
import org.nafidha.kernel.LocalizedText;

/**
 * An officer proposes to revoke a document; somebody else has to say yes or no.
 *
 * @param note for the officers concerned alone, never for the public
 * @param proposedBy id of the officer
 * @param entry the journal's entry of the proposal
 */
public record RevocationProposal(long id, String number, LocalizedText title, RevocationReason reason, String note, String proposedBy, Instant at,
		EntryId entry) {
}
