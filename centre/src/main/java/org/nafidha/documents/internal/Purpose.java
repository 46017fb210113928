package org.nafidha.documents.internal;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;

/** What a key of the city may sign; each key has one purpose. Certificates made here say so as extended key usage (RFC 5280 section 4.2.1.12). */
enum Purpose {

	/** Seals files: id-kp-documentSigning of RFC 9336. */
	SEAL("seal", "1.3.6.1.5.5.7.3.36"),
	/** Signs the codes on documents and the list of revoked ones: an identifier of our own (ITU-T X.667, made from a random UUID). */
	CODE("code", "2.25.192863917503928176402958371940285719364");

	private final String code;
	private final String usage;

	Purpose(String code, String usage) {
		this.code = code;
		this.usage = usage;
	}

	/** As the register of keys has it, and the name of the entry in a key store. */
	String code() {
		return code;
	}

	String usage() {
		return usage;
	}

	/** Refuses a certificate that is made for the other purpose; one that names neither may serve either. */
	void check(X509Certificate certificate) throws GeneralSecurityException {
		List<String> usages = certificate.getExtendedKeyUsage();
		Purpose other = this == SEAL ? CODE : SEAL;
		if (usages != null && usages.contains(other.usage) && !usages.contains(usage)) {
			throw new GeneralSecurityException("the certificate of entry " + code + " is one for the purpose of entry " + other.code);
		}
	}
}
