package org.nafidha.journal;

import java.util.List;
import java.util.Optional;

/**
 * The journal as anybody may read it: an RFC 6962 Merkle tree, published as C2SP tlog-tiles with signed checkpoints. It
 * holds salted commitments only. Hashes are SHA-256, 32 bytes. Every answer is about the tree of the newest checkpoint or
 * a smaller one; what lies beyond is empty. Thread-safe.
 */
public interface PublicLog {

	/** How many hashes or entries a full tile holds. */
	int TILE_WIDTH = 256;

	/**
	 * A signed tree head.
	 *
	 * @param note C2SP tlog-checkpoint, signed by {@link JournalKey#verifierKey()}
	 */
	record Checkpoint(long size, byte[] root, String note) {
	}

	/** A proof, with the hash it is about and the root it leads to. */
	record Proof(List<byte[]> hashes, byte[] from, byte[] root) {
	}

	/** The newest checkpoint; empty only in the first moments of a new centre. */
	Optional<Checkpoint> checkpoint();

	/** The first {@code width} (1 to 256) hashes of a tile; empty if the tree does not have that many there. */
	Optional<byte[]> tile(int level, long index, int width);

	/** The leaf data of a level 0 tile, each preceded by its length in two bytes (C2SP "entry bundle"). */
	Optional<byte[]> entries(long index, int width);

	/** RFC 6962 audit path from the leaf hash at the position to the root of the tree of that size. */
	Optional<Proof> inclusion(long position, long size);

	/** RFC 6962 consistency proof from the root of one size to that of a larger or equal one; sizes count from 1. */
	Optional<Proof> consistency(long smaller, long larger);
}
