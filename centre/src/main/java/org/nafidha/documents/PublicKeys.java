package org.nafidha.documents;

/**
 * What anybody needs to verify documents without asking this centre: docs/formats.md sections 4 and 5. Thread-safe. What is signed may be up to
 * half a minute old, but never says less than the tables do at the time of asking; a revocation list that the CA's own house makes is read again
 * after half a minute.
 */
public interface PublicKeys {

	/** {@code nafidha-keys.json}. */
	String json();

	/** The certificate of the city's CA. */
	String authorityPem();

	/** The CA's revocation list in DER. */
	byte[] revocationList();

	/** {@code revoked.json}: the revoked documents, signed. */
	String revokedJson();

	/** The answer about one document, by its number; {@code unknown} for anything else. */
	String statusJson(String number);
}
