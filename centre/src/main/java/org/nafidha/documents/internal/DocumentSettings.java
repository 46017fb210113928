package org.nafidha.documents.internal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the city's keys are; docs/keys.md. Without any of these, keys are made at first start and kept in the secrets
 * folder.
 *
 * @param keyStore a file with the entries {@code seal} and {@code code}, and {@code ca} or its certificate as the end of the seal's chain
 * @param keyStoreType of Java's key stores, {@code PKCS12} if none is given; with a type and no file the provider finds the keys by itself
 * @param keyStoreProvider name of the installed security provider that opens the store; null for the first that can
 * @param pkcs11 a configuration file of Java's SunPKCS11 provider, for keys in a device; instead of a key store
 * @param passwordFile holds the password of the key store, or the PIN of the device
 * @param crl the CA's revocation list in DER, when the CA's own key is kept elsewhere
 */
@ConfigurationProperties("nafidha.documents")
record DocumentSettings(@Nullable Path keyStore, @Nullable String keyStoreType, @Nullable String keyStoreProvider, @Nullable Path pkcs11,
		@Nullable Path passwordFile, @Nullable Path crl) {

	DocumentSettings {
		boolean store = keyStore != null || keyStoreType != null || keyStoreProvider != null;
		if (store && pkcs11 != null) {
			throw new IllegalArgumentException("give nafidha.documents.key-store (with its type and provider) or nafidha.documents.pkcs11, not both");
		}
		if (keyStore == null && keyStoreType == null && keyStoreProvider != null) {
			throw new IllegalArgumentException("nafidha.documents.key-store-provider needs nafidha.documents.key-store or a key-store-type");
		}
		if ((store || pkcs11 != null) && passwordFile == null) {
			throw new IllegalArgumentException("nafidha.documents.password-file is needed to open the keys");
		}
	}
}
