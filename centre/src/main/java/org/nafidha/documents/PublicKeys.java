package org.nafidha.documents;

/** What anybody needs to verify documents without asking this centre: docs/formats.md sections 4 and 5. Thread-safe. */
public interface PublicKeys {

	/** {@code nafidha-keys.json}. */
	String json();

	/** The certificate of the city's CA. */
	String authorityPem();

	/** The CA's revocation list in DER, fresh. */
	byte[] revocationList();

	/** {@code revoked.json}: the revoked documents, signed. */
	String revokedJson();

	/** The answer about one document, by its number; {@code unknown} for anything else. */
	String statusJson(String number);
}
