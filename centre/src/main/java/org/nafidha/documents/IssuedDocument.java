package org.nafidha.documents;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nafidha.journal.EntryId;
import org.nafidha.kernel.LocalizedText;

/**
 * A document as the register of issued documents has it. It never changes; it can only be revoked.
 *
 * @param number {@code TRS-2026-018442-9}
 * @param personId whom it was issued to
 * @param expiresAt the first moment at which it no longer holds, a midnight of the city; null: without end
 * @param entry the journal's entry of the issue
 * @param keyFields what the code on the page carries: labels and values in Arabic, the property first
 * @param pdfSha256 lower-case hexadecimal hash of the sealed file; null for the moment between issue and seal
 * @param revocation null while it is not revoked
 */
public record IssuedDocument(String number, LocalizedText title, String procedure, int version, String caseNumber, String personId, Instant issuedAt,
		@Nullable Instant expiresAt, EntryId entry, List<Field> keyFields, @Nullable String pdfSha256, @Nullable Revocation revocation) {

	public IssuedDocument {
		keyFields = List.copyOf(keyFields);
	}

	public boolean isSealed() {
		return pdfSha256 != null;
	}

	/** Whether its time is over. */
	public boolean expired(Instant now) {
		return expiresAt != null && !now.isBefore(expiresAt);
	}

	/** A moment of the last day on which it holds; null: without end. */
	public @Nullable Instant lastMoment() {
		return expiresAt == null ? null : expiresAt.minusSeconds(1);
	}

	/** A label and a value as printed. */
	public record Field(String label, String value) {
	}

	/** @param reason for people, as it was published at that time */
	public record Revocation(Instant at, LocalizedText reason, EntryId entry) {
	}
}
