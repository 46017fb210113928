package org.nafidha.journal.internal;

import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nafidha.journal.PublicLog.Checkpoint;
import org.nafidha.platform.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The checkpoint that this home has signed last, kept in a file beside the key. A database that is behind it, or tells
 * another story, has lost what the city has already signed: going on would make two histories under one key (a split
 * view), which nobody outside could forgive. The file may be a moment behind the database, never ahead of it.
 */
@Component
class LastSigned {

	static final String FILE = SigningKey.FILE + ".checkpoint";

	private static final Logger LOG = LoggerFactory.getLogger(LastSigned.class);

	private final Path file;
	private final TiledLog log;
	private final SigningKey key;
	private volatile @Nullable Checkpoint newest;

	LastSigned(Secrets secrets, TiledLog log, SigningKey key) {
		this.file = secrets.file(FILE);
		this.log = log;
		this.key = key;
	}

	/** At start, before anything is appended: the centre does not start on a database that has lost history. */
	@PostConstruct
	void checkAtStart() {
		Optional<Checkpoint> kept = read();
		if (kept.isEmpty()) {
			return;
		}
		Checkpoint known = kept.get();
		if (!known.note().startsWith(key.origin() + "\n")) {
			LOG.warn("The log {} begins: the checkpoint in {} is of another log and is replaced. It was:\n{}", key.origin(), file, known.note());
			return;
		}
		long size = log.checkpoint().map(Checkpoint::size).orElse(0L);
		if (size < known.size()) {
			throw lost("has " + size + " entries", known);
		}
		if (known.size() > 0 && !Arrays.equals(log.consistency(known.size(), size).orElseThrow().from(), known.root())) {
			throw lost("has another root at that size", known);
		}
		newest = known;
	}

	/** While it runs: the database may have been replaced under it, say by a standby that was behind. */
	void check(Checkpoint head) {
		Checkpoint known = newest;
		if (known != null && (head.size() < known.size() || head.size() == known.size() && !Arrays.equals(head.root(), known.root()))) {
			throw lost("has " + head.size() + " entries", known);
		}
	}

	/** After the commit. */
	synchronized void keep(Checkpoint signed) {
		Checkpoint known = newest;
		if (known != null && known.note().equals(signed.note())) {
			return;
		}
		Path draft = file.resolveSibling(FILE + "-" + UUID.randomUUID());
		try {
			Secrets.ownerOnly(draft, signed.note().getBytes(StandardCharsets.UTF_8));
			try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
				channel.force(true);
			}
			Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		} catch (IOException e) {
			throw new UncheckedIOException("the checkpoint signed last cannot be kept in " + file, e);
		}
		newest = signed;
	}

	private Optional<Checkpoint> read() {
		try {
			if (!Files.exists(file)) {
				return Optional.empty();
			}
			String note = Files.readString(file);
			String[] lines = note.split("\n", 4);
			return Optional.of(new Checkpoint(Long.parseLong(lines[1]), Base64.getDecoder().decode(lines[2]), note));
		} catch (IOException e) {
			throw new UncheckedIOException("the checkpoint signed last cannot be read from " + file, e);
		} catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
			throw new IllegalStateException(
					"the checkpoint signed last in " + file + " is damaged; put back the file of the last backup, or take it away", e);
		}
	}

	private IllegalStateException lost(String difference, Checkpoint known) {
		return new IllegalStateException("the journal in the database " + difference + ", but this home has already signed a journal of "
				+ known.size()
				+ " entries with the same key; going on would give the city two histories under one key. Bring back what the database has lost (its"
				+ " standby or its WAL archive), or begin a new log knowingly: docs/production.md, \"After a loss\". The checkpoint signed last, in "
				+ file + ", is:\n" + known.note());
	}
}
