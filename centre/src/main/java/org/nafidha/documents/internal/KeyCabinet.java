package org.nafidha.documents.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bouncycastle.operator.OperatorCreationException;
import org.nafidha.documents.internal.CityKeys.Former;
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
		if (settings.pkcs11() != null || settings.keyStore() != null || settings.keyStoreType() != null) {
			char[] password = password();
			return StoredKeys.read(given(password), password);
		}
		Path file = secrets.file(MADE_HERE);
		char[] password = secrets.text("document-keys-password").toCharArray();
		if (!Files.exists(file)) {
			make(file, password);
		}
		if (Files.exists(secrets.file(RENEW))) {
			renew(file, password);
		}
		return StoredKeys.read(Files.readAllBytes(file), password, former(file, password));
	}

	/** The store that the operator names. Its keys may stay in a device: they are only ever asked to sign. */
	private KeyStore given(char[] password) throws IOException, GeneralSecurityException {
		Path device = settings.pkcs11();
		if (device != null) {
			Provider provider = Security.getProvider("SunPKCS11").configure(device.toString());
			Security.addProvider(provider);
			KeyStore store = KeyStore.getInstance("PKCS11", provider);
			store.load(null, password);
			return store;
		}
		Path file = settings.keyStore();
		String type = Objects.requireNonNullElse(settings.keyStoreType(), "PKCS12");
		String provider = settings.keyStoreProvider();
		KeyStore store = provider == null ? KeyStore.getInstance(type) : KeyStore.getInstance(type, provider);
		try (InputStream in = file == null ? null : Files.newInputStream(file)) {
			store.load(in, password);
		}
		return store;
	}

	/** The stores that renewals have left beside this one, newest first: a document that was begun with their keys is sealed with them. */
	private static Former former(Path file, char[] password) throws IOException, GeneralSecurityException {
		List<Pair> seals = new ArrayList<>();
		List<Pair> codes = new ArrayList<>();
		List<Path> kept;
		try (Stream<Path> beside = Files.list(file.toAbsolutePath().getParent())) {
			kept = beside.filter(path -> path.getFileName().toString().matches("document-keys-until-[0-9]+\\.p12"))
					.sorted(Comparator.reverseOrder()).toList();
		}
		for (Path path : kept) {
			CityKeys keys = StoredKeys.read(Files.readAllBytes(path), password);
			seals.add(keys.seal());
			codes.add(keys.code());
		}
		return new Former(seals, codes);
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
		Path draft = draft(file, StoredKeys.pkcs12(office().found(), password));
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
		CityKeys old = StoredKeys.read(Files.readAllBytes(file), password);
		PrivateKey authorityKey = old.authorityKey();
		if (authorityKey == null) {
			throw new IllegalStateException("the CA's key is not in " + file + ": it alone can vouch for a new seal");
		}
		Path draft = draft(file, StoredKeys.pkcs12(office().renewed(old, authorityKey), password));
		Path kept = file.resolveSibling("document-keys-until-" + clock.instant().getEpochSecond() + ".p12");
		Files.createLink(kept, file);
		Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		Files.delete(secrets.file(RENEW));
		LOG.warn("The city has a new seal and a new key of codes; the old ones are kept in {}", kept);
	}

	private CertificateOffice office() {
		return new CertificateOffice(centre.city(), centre.demo(), centre.publicUrl() + "/pki/ca.crl", clock.instant());
	}

	private static Path draft(Path file, byte[] bytes) throws IOException {
		Path draft = file.resolveSibling("new-" + ProcessHandle.current().pid() + "-" + MADE_HERE);
		Secrets.ownerOnly(draft, bytes);
		return draft;
	}
}
