package org.nafidha.journal.internal;

import java.util.ArrayList;
import java.util.List;

/** The Merkle tree of RFC 6962 section 2.1: hashes and proofs, word for word as defined there. */
final class MerkleTree {

	private static final byte[] LEAF = {0};
	private static final byte[] NODE = {1};

	/** Hashes of complete subtrees: {@code node(h, i)} covers the 2^h leaves from i * 2^h. */
	interface Nodes {
		byte[] node(int height, long index);
	}

	private final Nodes nodes;

	MerkleTree(Nodes nodes) {
		this.nodes = nodes;
	}

	static byte[] emptyRoot() {
		return Sha256.of();
	}

	static byte[] leaf(byte[] data) {
		return Sha256.of(LEAF, data);
	}

	static byte[] node(byte[] left, byte[] right) {
		return Sha256.of(NODE, left, right);
	}

	/** The leaf hash at a position. */
	byte[] node(long position) {
		return nodes.node(0, position);
	}

	/** MTH(D[0:size]). */
	byte[] root(long size) {
		return size == 0 ? emptyRoot() : root(0, size);
	}

	/** PATH(position, D[size]), section 2.1.1. */
	List<byte[]> inclusion(long position, long size) {
		if (position < 0 || position >= size) {
			throw new IllegalArgumentException("no leaf " + position + " in a tree of " + size);
		}
		List<byte[]> path = new ArrayList<>();
		path(position, 0, size, path);
		return path;
	}

	/** PROOF(smaller, D[larger]), section 2.1.2. */
	List<byte[]> consistency(long smaller, long larger) {
		if (smaller < 1 || smaller > larger) {
			throw new IllegalArgumentException("no consistency proof from size " + smaller + " to " + larger);
		}
		List<byte[]> proof = new ArrayList<>();
		subproof(smaller, 0, larger, true, proof);
		return proof;
	}

	private void path(long position, long from, long to, List<byte[]> path) {
		if (to - from == 1) {
			return;
		}
		long split = from + split(to - from);
		if (position < split) {
			path(position, from, split, path);
			path.add(root(split, to));
		} else {
			path(position, split, to, path);
			path.add(root(from, split));
		}
	}

	private void subproof(long smaller, long from, long to, boolean known, List<byte[]> proof) {
		if (smaller == to) {
			if (!known) {
				proof.add(root(from, to));
			}
			return;
		}
		long split = from + split(to - from);
		if (smaller <= split) {
			subproof(smaller, from, split, known, proof);
			proof.add(root(split, to));
		} else {
			subproof(smaller, split, to, false, proof);
			proof.add(root(from, split));
		}
	}

	/** MTH(D[from:to]); the recursion above only asks for ranges that begin at a multiple of their complete subtree. */
	private byte[] root(long from, long to) {
		long length = to - from;
		if (Long.bitCount(length) == 1) {
			int height = Long.numberOfTrailingZeros(length);
			return nodes.node(height, from >> height);
		}
		long split = from + split(length);
		return node(root(from, split), root(split, to));
	}

	/** The largest power of two smaller than n. */
	private static long split(long n) {
		return Long.highestOneBit(n - 1);
	}
}
