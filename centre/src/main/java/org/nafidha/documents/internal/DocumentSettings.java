package org.nafidha.documents.internal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the city's keys are; docs/keys.md. Without any of these, keys are made at first start and kept in the secrets
 * folder.
 *
 * @param keyStore a PKCS#12 file with the entries {@code seal} and {@code code}, and {@code ca} or its certificate as the end of the seal's chain
 * @param pkcs11 a configuration file of Java's SunPKCS11 provider, for keys in a device; instead of {@code keyStore}
 * @param passwordFile holds the password of the key store, or the PIN of the device
 * @param crl the CA's revocation list in DER, when the CA's own key is kept elsewhere
 */
@ConfigurationProperties("nafidha.documents")
record DocumentSettings(@Nullable Path keyStore, @Nullable Path pkcs11, @Nullable Path passwordFile, @Nullable Path crl) {

	DocumentSettings {
		if (keyStore != null && pkcs11 != null) {
			throw new IllegalArgumentException("give nafidha.documents.key-store or nafidha.documents.pkcs11, not both");
		}
		if ((keyStore != null || pkcs11 != null) && passwordFile == null) {
			throw new IllegalArgumentException("nafidha.documents.password-file is needed to open the keys");
		}
	}
}
