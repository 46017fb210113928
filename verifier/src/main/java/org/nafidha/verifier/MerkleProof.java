package org.nafidha.verifier;

import java.util.List;

/** Merkle audit paths of RFC 6962 section 2.1.1, verified as RFC 9162 section 2.1.3.2 spells out. */
final class MerkleProof {
	private static final byte[] LEAF = {0};
	private static final byte[] NODE = {1};

	private MerkleProof() {
	}

	static Hash leaf(byte[] data) {
		return Hash.over(LEAF, data);
	}

	private static Hash node(Hash left, Hash right) {
		return Hash.over(NODE, left.bytes(), right.bytes());
	}

	/** Whether the leaf stands at the position (from 0) in the tree of that size with that root. */
	static boolean holds(Hash leaf, long position, long treeSize, List<Hash> path, Hash root) {
		if (position < 0 || position >= treeSize)
			return false;
		long index = position;
		long last = treeSize - 1;
		Hash hash = leaf;
		for (Hash sibling : path) {
			if (last == 0)
				return false;
			if ((index & 1) == 1 || index == last) {
				hash = node(sibling, hash);
				while ((index & 1) == 0 && index != 0) {
					index >>= 1;
					last >>= 1;
				}
			} else {
				hash = node(hash, sibling);
			}
			index >>= 1;
			last >>= 1;
		}
		return last == 0 && hash.equals(root);
	}
}
