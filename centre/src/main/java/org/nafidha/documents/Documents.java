package org.nafidha.documents;

import java.util.List;
import java.util.Optional;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Result;

/** The register of issued documents. Thread-safe on any number of nodes. Who may see which document is the caller's to decide. */
public interface Documents {

	/** The longest reason of a revocation, in characters. */
	int REASON_LIMIT = 300;

	/** The largest file that {@link #verifyPdf} looks at. */
	int FILE_LIMIT_BYTES = 10 * 1024 * 1024;

	Optional<IssuedDocument> find(String number);

	/** The sealed file; empty for an unknown number and for a document not sealed yet. */
	Optional<byte[]> pdf(String number);

	/** Oldest first. */
	List<IssuedDocument> forCase(String caseNumber);

	/**
	 * Revokes for good; one transaction with its journal entry ({@code document.revoked}). Refused: {@code document.unknown},
	 * {@code document.not-sealed}, {@code document.revoked-already} (values {@code on}), {@code document.reason-missing},
	 * {@code document.reason-too-long} (values {@code limit}).
	 */
	Result<IssuedDocument> revoke(String number, String reason, Actor actor);

	/** @param typed as a person types it, in any digits and case */
	Verdict verifyNumber(String typed);

	/** @param text of the QR code, {@code NAF1:…} */
	Verdict verifyCode(String text);

	Verdict verifyPdf(byte[] file);
}
