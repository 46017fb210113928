package org.nafidha.agencies.sim;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** A key for each agency, made at the first start and told to the centre in a file; and the city's, once the centre has left it there. */
final class Keys {

	private static final String ALGORITHM = "Ed25519";

	private final Path folder;
	private final Map<String, PrivateKey> keys = new HashMap<>();

	Keys(Path folder, List<String> members) {
		this.folder = folder;
		try {
			Files.createDirectories(folder);
			Properties kept = read(folder.resolve("simulator.keys"));
			Properties told = read(folder.resolve("agencies.properties"));
			for (String member : members) {
				if (!kept.containsKey(member) || !told.containsKey(member)) {
					KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
					kept.setProperty(member, Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
					told.setProperty(member, Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
				}
				keys.put(member, KeyFactory.getInstance(ALGORITHM)
						.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(kept.getProperty(member)))));
			}
			write(folder.resolve("simulator.keys"), kept);
			write(folder.resolve("agencies.properties"), told);
		} catch (IOException e) {
			throw new UncheckedIOException("the agencies' keys cannot be kept in " + folder, e);
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	private static Properties read(Path file) throws IOException {
		Properties properties = new Properties();
		if (Files.exists(file)) {
			try (Reader reader = Files.newBufferedReader(file)) {
				properties.load(reader);
			}
		}
		return properties;
	}

	private static void write(Path file, Properties properties) throws IOException {
		Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "keys", null);
		try (Writer writer = Files.newBufferedWriter(draft)) {
			properties.store(writer, "of the demonstration: worth nothing anywhere else");
		}
		Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
	}

	String sign(String member, String text) {
		try {
			Signature signature = Signature.getInstance(ALGORITHM);
			signature.initSign(Objects.requireNonNull(keys.get(member)));
			signature.update(text.getBytes(StandardCharsets.UTF_8));
			return Base64.getEncoder().encodeToString(signature.sign());
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	/** True also while the city's key is not there yet. */
	boolean signedByTheCity(String text, String signature) {
		Path file = folder.resolve("city.pub");
		if (!Files.exists(file)) {
			return true;
		}
		try {
			Signature check = Signature.getInstance(ALGORITHM);
			check.initVerify(KeyFactory.getInstance(ALGORITHM)
					.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(Files.readString(file).strip()))));
			check.update(text.getBytes(StandardCharsets.UTF_8));
			return check.verify(Base64.getDecoder().decode(signature));
		} catch (IOException | GeneralSecurityException | IllegalArgumentException unusable) {
			return false;
		}
	}

	static String hash(byte[] bytes) {
		try {
			return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-512").digest(bytes));
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}
}
