package org.nafidha.journal.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.nafidha.platform.CentreProperties;
import org.nafidha.platform.Secrets;
import org.springframework.stereotype.Component;

/**
 * Signs checkpoints: Ed25519 as C2SP signed-note. The key is made at first start and kept in the secrets' folder as two
 * Base64 lines, PKCS#8 and SubjectPublicKeyInfo.
 */
@Component
class SigningKey {

	static final String FILE = "journal-ed25519";

	private static final int RAW_LENGTH = 32;

	private final String origin;
	private final KeyPair keys;

	SigningKey(CentreProperties centre, Secrets secrets, JournalSettings settings) {
		this.origin = Objects.requireNonNullElse(settings.origin(), "nafidha/" + centre.city());
		try {
			Path file = secrets.file(FILE);
			if (!Files.exists(file)) {
				make(file, secrets);
			}
			this.keys = read(file);
		} catch (IOException e) {
			throw new UncheckedIOException("the journal's key can be neither read nor made", e);
		} catch (GeneralSecurityException | IllegalArgumentException e) {
			throw new IllegalStateException("the journal's key in the file " + FILE + " of the secrets is damaged", e);
		}
	}

	String origin() {
		return origin;
	}

	String verifierKey() {
		return Note.verifierKey(origin, rawPublicKey());
	}

	/** The text, which ends in a newline, with its signature line. */
	String sign(String text) {
		try {
			Signature ed25519 = Signature.getInstance("Ed25519");
			ed25519.initSign(keys.getPrivate());
			ed25519.update(text.getBytes(StandardCharsets.UTF_8));
			ByteArrayOutputStream line = new ByteArrayOutputStream();
			line.writeBytes(Note.keyId(origin, rawPublicKey()));
			line.writeBytes(ed25519.sign());
			return text + "\n\u2014 " + origin + " " + Base64.getEncoder().encodeToString(line.toByteArray()) + "\n";
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("the journal's key cannot sign", e);
		}
	}

	private byte[] rawPublicKey() {
		byte[] spki = keys.getPublic().getEncoded();
		return Arrays.copyOfRange(spki, spki.length - RAW_LENGTH, spki.length);
	}

	/** Written aside and linked, so that another node that starts at the same moment sees all of it or nothing. */
	private static void make(Path file, Secrets secrets) throws IOException, GeneralSecurityException {
		KeyPair made = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
		String text = Base64.getEncoder().encodeToString(made.getPrivate().getEncoded()) + "\n"
				+ Base64.getEncoder().encodeToString(made.getPublic().getEncoded()) + "\n";
		Path draft = secrets.file(FILE + "-" + UUID.randomUUID());
		Secrets.ownerOnly(draft, text.getBytes(StandardCharsets.US_ASCII));
		try {
			Files.createLink(file, draft);
		} catch (FileAlreadyExistsException another) {
			// another node made it first: its key counts
		} finally {
			Files.delete(draft);
		}
	}

	private static KeyPair read(Path file) throws IOException, GeneralSecurityException {
		List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
		if (lines.size() != 2) {
			throw new IllegalArgumentException("two lines expected, not " + lines.size());
		}
		KeyFactory factory = KeyFactory.getInstance("Ed25519");
		return new KeyPair(factory.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(lines.get(1)))),
				factory.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(0)))));
	}
}
