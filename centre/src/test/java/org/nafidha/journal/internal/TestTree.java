package org.nafidha.journal.internal;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Trees over lists of leaf hashes, straight from the recursive definition. */
final class TestTree {

	private TestTree() {
	}

	static MerkleTree of(List<byte[]> leafHashes) {
		return new MerkleTree((height, index) -> TileShape.root(leafHashes.subList((int) (index << height), (int) ((index + 1) << height))));
	}

	/** No two alike: each begins with its index. */
	static List<byte[]> randomLeaves(Random random, int count) {
		return IntStream.range(0, count).mapToObj(i -> {
			byte[] data = new byte[Integer.BYTES + random.nextInt(60)];
			random.nextBytes(data);
			ByteBuffer.wrap(data).putInt(i);
			return MerkleTree.leaf(data);
		}).toList();
	}
}
