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
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Properties;
import org.nafidha.platform.Secrets;
import org.springframework.stereotype.Component;

/** The city's key for questions, and the agencies' keys for answers: Ed25519 (RFC 8032). The city's is made at first start; nobody has a default one. */
@Component
class AgencyKeys {

	private static final String ALGORITHM = "Ed25519";
	private static final String CITY = "agencies-city.pk8";

	private final AgencySettings settings;
	private final Secrets secrets;

	AgencyKeys(AgencySettings settings, Secrets secrets) {
		this.settings = settings;
		this.secrets = secrets;
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

	/** The public half goes to where agencies, or whoever gives it to them, can find it. */
	private void make(Path file) throws IOException, GeneralSecurityException {
		KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
		Files.createDirectories(folder());
		Files.writeString(folder().resolve("city.pub"), Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
		try {
			Secrets.ownerOnly(file, pair.getPrivate().getEncoded());
		} catch (FileAlreadyExistsException another) {
			throw new IllegalStateException("two nodes made the city's key for agencies at once; start one of them again", another);
		}
	}
}
