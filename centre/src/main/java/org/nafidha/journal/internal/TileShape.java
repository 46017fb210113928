package org.nafidha.journal.internal;

import java.util.List;
import org.nafidha.journal.PublicLog;

/**
 * Where tiles lie: a tile holds 256 hashes, its root is one hash of the tile above. Level 0 holds leaf hashes (C2SP
 * tlog-tiles).
 */
final class TileShape {

	static final int WIDTH = PublicLog.TILE_WIDTH;
	static final int HEIGHT = 8;
	/** Levels above this one are empty in every tree that fits a long. */
	static final int TOP_LEVEL = 7;

	private TileShape() {
	}

	/** How many hashes the tile has in a tree of that size: 0 to 256. */
	static int width(int level, long index, long size) {
		if (level < 0 || level > TOP_LEVEL || index < 0 || index > Long.MAX_VALUE / WIDTH) {
			return 0;
		}
		long hashes = size >> (HEIGHT * level);
		return Math.clamp(hashes - index * WIDTH, 0, WIDTH);
	}

	/** Root over a power of two of hashes. */
	static byte[] root(List<byte[]> hashes) {
		if (hashes.size() == 1) {
			return hashes.getFirst();
		}
		int half = hashes.size() / 2;
		return MerkleTree.node(root(hashes.subList(0, half)), root(hashes.subList(half, hashes.size())));
	}
}
