package org.nafidha.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * Secrets made at first start, one file each under {@code home/secrets}, readable by the owner alone. There are no
 * default secrets. Thread-safe; several nodes must share the folder.
 */
@Component
public final class Secrets {

	private final Path folder;
	private final SecureRandom random = new SecureRandom();

	public Secrets(CentreProperties centre) {
		this.folder = privateFolder(centre.home().toAbsolutePath().resolve("secrets"));
		keepDemonstrationApart(centre.demo());
	}

	/** What a demonstration made (keys, passwords on screens) must never serve a city. */
	private void keepDemonstrationApart(boolean demo) {
		Path mark = folder.resolve("demonstration");
		if (demo && !Files.exists(mark)) {
			try {
				ownerOnly(mark, new byte[0]);
			} catch (FileAlreadyExistsException another) {
				// another node of the same demonstration made it first
			} catch (IOException e) {
				throw new UncheckedIOException("cannot mark " + folder + " as a demonstration's", e);
			}
		} else if (!demo && Files.exists(mark)) {
			throw new IllegalStateException("the secrets in " + folder + " were made by a demonstration; choose an empty folder with NAFIDHA_HOME");
		}
	}

	/** The named secret as text (URL-safe Base64 of 32 random bytes), made now if it is not there. */
	public String text(String name) {
		Path file = file(name);
		try {
			if (!Files.exists(file)) {
				byte[] bytes = new byte[32];
				random.nextBytes(bytes);
				create(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
			}
			return Files.readString(file).strip();
		} catch (IOException e) {
			throw new UncheckedIOException("the secret " + file + " can be neither read nor made", e);
		}
	}

	/** A file in the secrets folder, for keys that a module makes and stores by itself (with {@link #ownerOnly}). */
	public Path file(String name) {
		if (!name.matches("[a-z0-9][a-z0-9.-]*")) {
			throw new IllegalArgumentException("not a secret's name: " + name);
		}
		return folder.resolve(name);
	}

	/** Writes bytes to a new file that only the owner can read; fails if it exists. */
	public static void ownerOnly(Path file, byte[] content) throws IOException {
		Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		Files.write(file, content, StandardOpenOption.TRUNCATE_EXISTING);
	}

	private static void create(Path file, String text) throws IOException {
		Path draft = Files.createTempFile(file.getParent(), "new", null);
		try {
			Files.writeString(draft, text);
			Files.createLink(file, draft);
		} catch (FileAlreadyExistsException another) {
			// another node made it first: its value counts
		} finally {
			Files.delete(draft);
		}
	}

	private static Path privateFolder(Path folder) {
		try {
			Files.createDirectories(folder);
			Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
			return folder;
		} catch (IOException e) {
			throw new UncheckedIOException("cannot make the folder for secrets " + folder, e);
		}
	}
}
