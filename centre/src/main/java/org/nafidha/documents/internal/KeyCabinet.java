package org.nafidha.documents.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import org.bouncycastle.operator.OperatorCreationException;
import org.jspecify.annotations.Nullable;
import org.nafidha.documents.internal.CityKeys.Pair;
import org.nafidha.platform.CentreProperties;
import org.nafidha.platform.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the city's keys, making them at first start where none are given: a PKCS#12 file that the owner alone can read,
 * under a generated password. Keys of a demonstration never serve a real centre, nor the other way round.
 */
final class KeyCabinet {

	private static final Logger LOG = LoggerFactory.getLogger(KeyCabinet.class);
	private static final String MADE_HERE = "document-keys.p12";
	/** A file of this name asks for new keys at the next start. */
	private static final String RENEW = "document-keys.renew";

	private final CentreProperties centre;
	private final DocumentSettings settings;
	private final Secrets secrets;
	private final InstantSource clock;

	KeyCabinet(CentreProperties centre, DocumentSettings settings, Secrets secrets, InstantSource clock) {
		this.centre = centre;
		this.settings = settings;
		this.secrets = secrets;
		this.clock = clock;
	}

	/** Throws {@link IllegalStateException} in words for the operator when the keys are absent, closed, or not of this kind of centre. */
	CityKeys open() {
		CityKeys keys;
		try {
			keys = read();
		} catch (IOException | GeneralSecurityException | OperatorCreationException e) {
			throw new IllegalStateException("the keys of the city's seal cannot be opened: " + e.getMessage() + " (docs/keys.md)", e);
		}
		if (keys.isDemo() != centre.demo()) {
			throw new IllegalStateException(keys.isDemo()
					? "these are the keys of a demonstration: a real centre does not start with them. Give it a home folder of its own, or real keys (docs/keys.md)"
					: "these are the keys of a real city: a demonstration does not seal invented documents with them. Give it a home folder of its own");
		}
		return keys;
	}

	private CityKeys read() throws IOException, GeneralSecurityException, OperatorCreationException {
		Path device = settings.pkcs11();
		Path given = settings.keyStore();
		if (device != null) {
			Provider provider = Security.getProvider("SunPKCS11").configure(device.toString());
			Security.addProvider(provider);
			KeyStore store = KeyStore.getInstance("PKCS11", provider);
			char[] pin = password();
			store.load(null, pin);
			return keys(store, pin);
		}
		if (given != null) {
			return keys(pkcs12(Files.readAllBytes(given), password()), password());
		}
		Path file = secrets.file(MADE_HERE);
		char[] password = secrets.text("document-keys-password").toCharArray();
		if (!Files.exists(file)) {
			make(file, password);
		}
		if (Files.exists(secrets.file(RENEW))) {
			renew(file, password);
		}
		return keys(pkcs12(Files.readAllBytes(file), password), password);
	}

	private char[] password() throws IOException {
		Path file = settings.passwordFile();
		if (file == null) {
			throw new IllegalStateException("nafidha.documents.password-file is needed to open the keys");
		}
		return Files.readString(file).strip().toCharArray();
	}

	/** Written beside and linked into place, so that of two nodes starting at once one makes the keys and both read the same. */
	private void make(Path file, char[] password) throws IOException, GeneralSecurityException, OperatorCreationException {
		Path draft = draft(file, store(office().found(), password));
		try {
			Files.createLink(file, draft);
			LOG.info("keys of the city's seal were made and stand in {}", file);
		} catch (FileAlreadyExistsException another) {
			LOG.info("another node made the keys of the city's seal first: its keys count");
		} finally {
			Files.delete(draft);
		}
	}

	/** Under the CA that there is; the old store stays beside the new one. */
	private void renew(Path file, char[] password) throws IOException, GeneralSecurityException, OperatorCreationException {
		CityKeys old = keys(pkcs12(Files.readAllBytes(file), password), password);
		PrivateKey authorityKey = old.authorityKey();
		if (authorityKey == null) {
			throw new IllegalStateException("the CA's key is not in " + file + ": it alone can vouch for a new seal");
		}
		Path draft = draft(file, store(office().renewed(old, authorityKey), password));
		Path kept = file.resolveSibling("document-keys-until-" + clock.instant().getEpochSecond() + ".p12");
		Files.createLink(kept, file);
		Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		Files.delete(secrets.file(RENEW));
		LOG.warn("The city has a new seal and a new key of codes; the old ones are kept in {}", kept);
	}

	private CertificateOffice office() {
		return new CertificateOffice(centre.city(), centre.demo(), centre.publicUrl() + "/pki/ca.crl", clock.instant());
	}

	private static byte[] store(CityKeys keys, char[] password) throws IOException, GeneralSecurityException {
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, password);
		X509Certificate authority = keys.authority();
		store.setKeyEntry("ca", keys.authorityKey(), password, new Certificate[]{authority});
		store.setKeyEntry("seal", keys.seal().key(), password, new Certificate[]{keys.seal().certificate(), authority});
		store.setKeyEntry("code", keys.code().key(), password, new Certificate[]{keys.code().certificate(), authority});
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		store.store(bytes, password);
		return bytes.toByteArray();
	}

	private static Path draft(Path file, byte[] bytes) throws IOException {
		Path draft = file.resolveSibling("new-" + ProcessHandle.current().pid() + "-" + MADE_HERE);
		Secrets.ownerOnly(draft, bytes);
		return draft;
	}

	private static KeyStore pkcs12(byte[] bytes, char[] password) throws IOException, GeneralSecurityException {
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(new ByteArrayInputStream(bytes), password);
		return store;
	}

	private static CityKeys keys(KeyStore store, char[] password) throws GeneralSecurityException {
		Pair seal = pair(store, "seal", password);
		Certificate[] chain = store.getCertificateChain("seal");
		PrivateKey authorityKey = store.isKeyEntry("ca") ? pair(store, "ca", password).key() : null;
		X509Certificate authority = store.containsAlias("ca") ? x509(store.getCertificate("ca")) : x509(chain[chain.length - 1]);
		seal.certificate().verify(authority.getPublicKey());
		return new CityKeys(seal, pair(store, "code", password), authority, authorityKey);
	}

	private static Pair pair(KeyStore store, String alias, char[] password) throws GeneralSecurityException {
		if (!(store.getKey(alias, password) instanceof PrivateKey key)) {
			throw new GeneralSecurityException("the key store has no key named " + alias);
		}
		return new Pair(key, x509(store.getCertificate(alias)));
	}

	private static X509Certificate x509(@Nullable Certificate certificate) throws GeneralSecurityException {
		if (certificate instanceof X509Certificate x509) {
			return x509;
		}
		throw new GeneralSecurityException("the key store has no X.509 certificate where one is needed");
	}
}
