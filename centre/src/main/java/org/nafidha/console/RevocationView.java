package org.nafidha.console;

import org.jspecify.annotations.Nullable;
import org.nafidha.documents.IssuedDocument;
import org.nafidha.documents.RevocationProposal;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.kernel.Refusal;

/**
 * A document on the page where it can be revoked.
 *
 * @param unit that owns its procedure
 * @param open null unless somebody has proposed to revoke it
 */
public record RevocationView(IssuedDocument document, boolean expired, LocalizedText unit, @Nullable Open open) {

	/**
	 * An open proposal, as its reader sees it.
	 *
	 * @param proposer their name
	 * @param own the reader made it
	 * @param whyNot why the reader may not judge it; null if they may
	 */
	public record Open(RevocationProposal proposal, LocalizedText proposer, boolean own, @Nullable Refusal whyNot) {
	}

	/** {@code valid}, {@code expired}, {@code proposed}, {@code revoked} or {@code unsealed}. */
	public String state() {
		if (document.revocation() != null) {
			return "revoked";
		}
		if (!document.isSealed()) {
			return "unsealed";
		}
		if (open != null) {
			return "proposed";
		}
		return expired ? "expired" : "valid";
	}

	/** The kind of the state's tag. */
	public String tone() {
		return switch (state()) {
			case "revoked" -> "bad";
			case "valid" -> "good";
			default -> "wait";
		};
	}
}
