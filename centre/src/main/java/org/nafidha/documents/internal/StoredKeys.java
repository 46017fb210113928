package org.nafidha.documents.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nafidha.documents.internal.CityKeys.Former;
import org.nafidha.documents.internal.CityKeys.Pair;

/** How a key store holds the city's keys: entries {@code seal}, {@code code}, {@code ca}, and former ones as {@code seal-…} and {@code code-…}. */
final class StoredKeys {

	private static final String AUTHORITY = "ca";

	private StoredKeys() {
	}

	static byte[] pkcs12(CityKeys keys, char[] password) throws IOException, GeneralSecurityException {
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, password);
		X509Certificate authority = keys.authority();
		store.setKeyEntry(AUTHORITY, keys.authorityKey(), password, new Certificate[]{authority});
		store.setKeyEntry(Purpose.SEAL.code(), keys.seal().key(), password, new Certificate[]{keys.seal().certificate(), authority});
		store.setKeyEntry(Purpose.CODE.code(), keys.code().key(), password, new Certificate[]{keys.code().certificate(), authority});
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		store.store(bytes, password);
		return bytes.toByteArray();
	}

	static CityKeys read(byte[] pkcs12, char[] password) throws IOException, GeneralSecurityException {
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(new ByteArrayInputStream(pkcs12), password);
		return read(store, password);
	}

	static CityKeys read(byte[] pkcs12, char[] password, Former former) throws IOException, GeneralSecurityException {
		CityKeys keys = read(pkcs12, password);
		return new CityKeys(keys.seal(), keys.code(), keys.authority(), keys.authorityKey(), former);
	}

	static CityKeys read(KeyStore store, char[] password) throws GeneralSecurityException {
		Pair seal = pair(store, Purpose.SEAL, Purpose.SEAL.code(), password);
		Pair code = pair(store, Purpose.CODE, Purpose.CODE.code(), password);
		Certificate[] chain = store.getCertificateChain(Purpose.SEAL.code());
		PrivateKey authorityKey = store.isKeyEntry(AUTHORITY) ? key(store, AUTHORITY, password) : null;
		X509Certificate authority = store.containsAlias(AUTHORITY) ? x509(store.getCertificate(AUTHORITY)) : x509(chain[chain.length - 1]);
		seal.certificate().verify(authority.getPublicKey());
		Set<PublicKey> apart = new HashSet<>(List.of(seal.publicKey(), code.publicKey(), authority.getPublicKey()));
		if (apart.size() < 3) {
			throw new GeneralSecurityException("seal, code and ca must be three keys: each has one purpose");
		}
		return new CityKeys(seal, code, authority, authorityKey,
				new Former(former(store, Purpose.SEAL, password), former(store, Purpose.CODE, password)));
	}

	private static List<Pair> former(KeyStore store, Purpose purpose, char[] password) throws GeneralSecurityException {
		List<Pair> former = new ArrayList<>();
		for (String alias : Collections.list(store.aliases())) {
			if (alias.startsWith(purpose.code() + "-")) {
				former.add(pair(store, purpose, alias, password));
			}
		}
		return former;
	}

	private static Pair pair(KeyStore store, Purpose purpose, String alias, char[] password) throws GeneralSecurityException {
		Pair pair = new Pair(key(store, alias, password), x509(store.getCertificate(alias)));
		purpose.check(pair.certificate());
		return pair;
	}

	private static PrivateKey key(KeyStore store, String alias, char[] password) throws GeneralSecurityException {
		if (store.getKey(alias, password) instanceof PrivateKey key) {
			return key;
		}
		throw new GeneralSecurityException("the key store has no key named " + alias);
	}

	private static X509Certificate x509(@Nullable Certificate certificate) throws GeneralSecurityException {
		if (certificate instanceof X509Certificate x509) {
			return x509;
		}
		throw new GeneralSecurityException("the key store has no X.509 certificate where one is needed");
	}
}
