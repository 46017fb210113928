package org.nafidha.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Content-addressed storage of files: sealed documents, papers that citizens bring. What {@link #put} has answered is
 * durable. Nothing is ever changed; the same bytes are stored once. Thread-safe.
 */
public interface FileStore {

	/** Stores the bytes and answers with their SHA-256, in lower-case hexadecimal. */
	String put(byte[] content) throws IOException;

	/** Takes over a finished file of the same file system, and answers as {@link #put}. The given path is gone afterwards. */
	String take(Path finished) throws IOException;

	/** The bytes, checked against their hash: a file that was altered on disk is an {@link IOException}, never silently served. */
	Optional<byte[]> get(String sha256) throws IOException;
}
