package org.nafidha.platform.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the library that carries them into a folder only the owner can write. */
final class PostgresBinaries {

	private PostgresBinaries() {
	}

	/** The folder with {@code bin/postgres}, below the one given; unpacked now if it is not there. */
	static Path unpackedIn(Path parent) throws IOException {
		String archive = archive();
		Path folder = parent.resolve(archive.replaceAll("^/|\\.txz$", ""));
		Path complete = folder.resolve("complete");
		if (Files.exists(complete)) {
			return folder;
		}
		Files.createDirectories(parent, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
		try (FileChannel channel = FileChannel.open(parent.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
				FileLock lock = channel.lock()) {
			// whoever held the lock before us may have done it
			if (lock.isValid() && !Files.exists(complete)) {
				unpack(archive, folder);
				Files.createFile(complete);
			}
		}
		return folder;
	}

	private static String archive() {
		String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
		String archive = "/postgres-linux-" + (machine.equals("amd64") ? "x86_64" : machine) + ".txz";
		if (PostgresBinaries.class.getResource(archive) == null) {
			throw new IllegalStateException("there is no PostgreSQL for " + System.getProperty("os.name") + " on " + machine
					+ " in this program; give it one with NAFIDHA_DB_URL (docs/production.md)");
		}
		return archive;
	}

	private static void unpack(String archive, Path folder) throws IOException {
		try (InputStream packed = PostgresBinaries.class.getResourceAsStream(archive);
				TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				Path target = folder.resolve(entry.getName()).normalize();
				if (!target.startsWith(folder)) {
					throw new IOException("the archive " + archive + " reaches outside its folder: " + entry.getName());
				}
				write(entry, tar, target);
			}
		}
	}

	private static void write(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
		if (entry.isDirectory()) {
			Files.createDirectories(target);
			return;
		}
		Files.createDirectories(target.getParent());
		Files.deleteIfExists(target);
		if (entry.isSymbolicLink()) {
			Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
			return;
		}
		Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
		if ((entry.getMode() & 0100) != 0) {
			Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwx------"));
		}
	}
}
