package org.nafidha.platform.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.nafidha.platform.CentreProperties;
import org.nafidha.platform.FileStore;
import org.springframework.stereotype.Component;

/** Files under {@code home/files}, two levels of folders deep by hash, written beside their place and moved there when they are safe on disk. */
@Component
class FolderStore implements FileStore {

	private final Path folder;

	FolderStore(CentreProperties centre) throws IOException {
		this.folder = Files.createDirectories(centre.home().toAbsolutePath().resolve("files"));
	}

	@Override
	public String put(byte[] content) throws IOException {
		String hash = HexFormat.of().formatHex(sha256().digest(content));
		Path place = place(hash);
		if (Files.exists(place)) {
			return hash;
		}
		Path draft = Files.createTempFile(folder, "new", null);
		try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
			for (ByteBuffer rest = ByteBuffer.wrap(content); rest.hasRemaining();) {
				channel.write(rest);
			}
		}
		settle(draft, place);
		return hash;
	}

	@Override
	public String take(Path finished) throws IOException {
		String hash;
		try (InputStream in = new DigestInputStream(Files.newInputStream(finished), sha256())) {
			in.transferTo(java.io.OutputStream.nullOutputStream());
			hash = HexFormat.of().formatHex(((DigestInputStream) in).getMessageDigest().digest());
		}
		settle(finished, place(hash));
		return hash;
	}

	@Override
	public Optional<byte[]> get(String sha256) throws IOException {
		Path place = place(sha256);
		if (!Files.exists(place)) {
			return Optional.empty();
		}
		byte[] content = Files.readAllBytes(place);
		if (!HexFormat.of().formatHex(sha256().digest(content)).equals(sha256)) {
			throw new IOException("the stored file " + sha256 + " was altered on disk");
		}
		return Optional.of(content);
	}

	/** Forces the bytes and then the name to disk, so that a power cut after the answer loses neither. */
	private static void settle(Path draft, Path place) throws IOException {
		try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
			channel.force(true);
		}
		Files.createDirectories(place.getParent());
		Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
		try (FileChannel names = FileChannel.open(place.getParent(), StandardOpenOption.READ)) {
			names.force(true);
		}
	}

	private Path place(String hash) {
		if (!hash.matches("[0-9a-f]{64}")) {
			throw new IllegalArgumentException("not a SHA-256: " + hash);
		}
		return folder.resolve(hash.substring(0, 2)).resolve(hash.substring(2, 4)).resolve(hash);
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("SHA-256 is part of every Java platform", e);
		}
	}
}
