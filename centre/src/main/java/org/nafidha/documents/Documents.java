package org.nafidha.documents;

import java.util.List;
import java.util.Optional;

/** The register of issued documents. Thread-safe on any number of nodes. Who may see which document is the caller's to decide. */
public interface Documents {

	/** The largest file that {@link #verifyPdf} looks at. */
	int FILE_LIMIT_BYTES = 10 * 1024 * 1024;

	Optional<IssuedDocument> find(String number);

	/** The sealed file; empty for an unknown number and for a document not sealed yet. */
	Optional<byte[]> pdf(String number);

	/** Oldest first. */
	List<IssuedDocument> forCase(String caseNumber);

	/** @param typed as a person types it, in any digits and case */
	Verdict verifyNumber(String typed);

	/** @param text of the QR code, {@code NAF1:…} */
	Verdict verifyCode(String text);

	Verdict verifyPdf(byte[] file);
}
