package org.nafidha.agencies.internal;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Properties;
import java.util.UUID;
import org.nafidha.platform.CentreProperties;
import org.nafidha.platform.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The city's key for questions, and the agencies' keys for answers: Ed25519 (RFC 8032). The city's is made at first start; nobody has a default one. */
@Component
class AgencyKeys {

	private static final String ALGORITHM = "Ed25519";
	private static final String CITY = "agencies-city.pk8";
	/** Lies beside the keys of simulated agencies. */
	private static final String SIMULATED = "simulator.keys";
	private static final Logger LOG = LoggerFactory.getLogger(AgencyKeys.class);

	private final AgencySettings settings;
	private final Secrets secrets;

	AgencyKeys(AgencySettings settings, Secrets secrets, CentreProperties centre) {
		this.settings = settings;
		this.secrets = secrets;
		if (settings.connected()) {
			if (!centre.demo() && Files.exists(folder().resolve(SIMULATED))) {
				throw new IllegalStateException("the keys in " + folder()
						+ " are those of simulated agencies: a real centre does not believe what they sign. Name a folder with real keys in nafidha.agencies.keys");
			}
			publish();
		}
	}

	/** Base64 of the city's signature over the text. */
	String sign(String text) {
		try {
			Signature signature = Signature.getInstance(ALGORITHM);
			signature.initSign(cityKey());
			signature.update(text.getBytes(StandardCharsets.UTF_8));
			return Base64.getEncoder().encodeToString(signature.sign());
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("the question cannot be signed", e);
		}
	}

	/** Whether the agency has signed the text. Without its key nothing of it is believed. */
	boolean signedBy(AgencyService service, String text, String signature) {
		try (Reader file = Files.newBufferedReader(folder().resolve("agencies.properties"))) {
			Properties keys = new Properties();
			keys.load(file);
			String key = keys.getProperty(service.keyName());
			if (key == null) {
				return false;
			}
			PublicKey agency = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key.strip())));
			Signature check = Signature.getInstance(ALGORITHM);
			check.initVerify(agency);
			check.update(text.getBytes(StandardCharsets.UTF_8));
			return check.verify(Base64.getDecoder().decode(signature));
		} catch (IOException | GeneralSecurityException | IllegalArgumentException unusable) {
			return false;
		}
	}

	private Path folder() {
		Path folder = settings.keys();
		if (folder == null) {
			throw new IllegalStateException("no folder with keys of agencies is named");
		}
		return folder;
	}

	/** The public half goes to where agencies, or whoever gives it to them, can find it; also when somebody has taken it away. */
	private void publish() {
		Path file = folder().resolve("city.pub");
		String key = Base64.getEncoder().encodeToString(publicKey(cityKey()).getEncoded());
		try {
			Files.createDirectories(folder());
			if (!Files.exists(file) || !Files.readString(file).strip().equals(key)) {
				Files.writeString(file, key);
			}
		} catch (IOException e) {
			LOG.warn("the city's public key for agencies cannot be left in {}; whoever answers needs it: {}", file, key, e);
		}
	}

	private PrivateKey cityKey() {
		Path file = secrets.file(CITY);
		try {
			if (!Files.exists(file)) {
				make(file);
			}
			return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(file)));
		} catch (IOException e) {
			throw new UncheckedIOException("the city's key for agencies cannot be read", e);
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("the city's key for agencies is unusable: " + file, e);
		}
	}

	/** Written aside and linked, so that another node that starts at the same moment sees all of it or nothing, and both use the same. */
	private void make(Path file) throws IOException, GeneralSecurityException {
		Path draft = secrets.file(CITY + "-" + UUID.randomUUID());
		Secrets.ownerOnly(draft, KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair().getPrivate().getEncoded());
		try {
			Files.createLink(file, draft);
		} catch (FileAlreadyExistsException another) {
			// another node made it first: its key counts
		} finally {
			Files.delete(draft);
		}
	}

	/** Makes the pair anew from what its private half was made of: the key's file holds nothing else. */
	private static PublicKey publicKey(PrivateKey city) {
		byte[] drawn = ((EdECPrivateKey) city).getBytes().orElseThrow();
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
			generator.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
				private static final long serialVersionUID = 1;

				@Override
				public void nextBytes(byte[] bytes) {
					System.arraycopy(drawn, 0, bytes, 0, bytes.length);
				}
			});
			KeyPair pair = generator.generateKeyPair();
			if (!Arrays.equals(pair.getPrivate().getEncoded(), city.getEncoded())) {
				throw new IllegalStateException("the public half of the city's key for agencies cannot be found");
			}
			return pair.getPublic();
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}
}
