package org.nafidha.journal;

/**
 * Proof that an entry stands in the journal, as the JSON of docs/formats.md section 3: whole for the parties of the act
 * (it opens the commitment), so never shown to the public.
 */
public record JournalReceipt(EntryId entry, long position, long treeSize, String json) {
}
