package org.nafidha.journal.internal;

import java.util.Arrays;
import java.util.List;

/** Verifies proofs as RFC 9162 sections 2.1.3.2 and 2.1.4.2 describe it (the tree is that of RFC 6962). */
final class ProofCheck {

	private ProofCheck() {
	}

	static boolean inclusion(byte[] leafHash, long position, long size, List<byte[]> proof, byte[] root) {
		if (position < 0 || position >= size || leafHash.length != Sha256.LENGTH) {
			return false;
		}
		long fn = position;
		long sn = size - 1;
		byte[] hash = leafHash;
		for (byte[] p : proof) {
			if (sn == 0 || p.length != Sha256.LENGTH) {
				return false;
			}
			if ((fn & 1) == 1 || fn == sn) {
				hash = MerkleTree.node(p, hash);
				while ((fn & 1) == 0 && fn != 0) {
					fn >>= 1;
					sn >>= 1;
				}
			} else {
				hash = MerkleTree.node(hash, p);
			}
			fn >>= 1;
			sn >>= 1;
		}
		return sn == 0 && Arrays.equals(hash, root);
	}

	static boolean consistency(long smaller, byte[] smallerRoot, long larger, byte[] largerRoot, List<byte[]> proof) {
		if (smaller < 1 || smaller > larger || smallerRoot.length != Sha256.LENGTH) {
			return false;
		}
		if (smaller == larger) {
			return proof.isEmpty() && Arrays.equals(smallerRoot, largerRoot);
		}
		if (proof.stream().anyMatch(p -> p.length != Sha256.LENGTH)) {
			return false;
		}
		boolean complete = Long.bitCount(smaller) == 1;
		if (!complete && proof.isEmpty()) {
			return false;
		}
		int shift = Long.numberOfTrailingZeros(smaller);
		long fn = (smaller - 1) >> shift;
		long sn = (larger - 1) >> shift;
		byte[] first = complete ? smallerRoot : proof.getFirst();
		return climb(fn, sn, first, complete ? proof : proof.subList(1, proof.size()), smallerRoot, largerRoot);
	}

	private static boolean climb(long startFn, long startSn, byte[] start, List<byte[]> proof, byte[] smallerRoot, byte[] largerRoot) {
		long fn = startFn;
		long sn = startSn;
		byte[] fr = start;
		byte[] sr = start;
		for (byte[] c : proof) {
			if (sn == 0) {
				return false;
			}
			if ((fn & 1) == 1 || fn == sn) {
				fr = MerkleTree.node(c, fr);
				sr = MerkleTree.node(c, sr);
				while ((fn & 1) == 0 && fn != 0) {
					fn >>= 1;
					sn >>= 1;
				}
			} else {
				sr = MerkleTree.node(sr, c);
			}
			fn >>= 1;
			sn >>= 1;
		}
		return sn == 0 && Arrays.equals(fr, smallerRoot) && Arrays.equals(sr, largerRoot);
	}
}
