package org.nafidha.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The tree against its recursive definition for random leaves; the seed is printed and can be given again. */
class TreeTests {

	private static final int LARGEST = 1_000;

	private final long seed = Long.getLong("nafidha.seed", new Random().nextLong());
	private final Random random = new Random(seed);

	TreeTests() {
		System.out.println("TreeTests: -Dnafidha.seed=" + seed);
	}

	@Test
	void addingLeafByLeafGivesTheRootOfTheDefinitionForEverySize() {
		List<byte[]> leaves = TestTree.randomLeaves(random, LARGEST);
		TreeEdge edge = new TreeEdge();
		for (int size = 0; size <= LARGEST; size++) {
			assertThat(edge.root()).as("size %d, seed %d", size, seed).isEqualTo(definition(leaves.subList(0, size)));
			if (size < LARGEST) {
				edge.add(leaves.get(size));
			}
		}
	}

	@Test
	void anEdgeReadBackFromTilesGoesOnAsIfItHadNeverStopped() {
		// more than 256 full tiles, so that a tile of level 1 fills up too
		List<byte[]> leaves = TestTree.randomLeaves(random, 66_000);
		Map<String, TreeEdge.FullTile> tiles = new HashMap<>();
		TreeEdge edge = new TreeEdge();
		for (byte[] leaf : leaves) {
			edge.add(leaf).forEach(tile -> tiles.put(tile.level() + "/" + tile.index(), tile));
			if (edge.size() % 1_021 == 0 || edge.size() == 65_536) {
				edge = TreeEdge.of(edge.size(), (level, index, width) -> stored(leaves, tiles, level, index, width));
			}
		}
		assertThat(edge.root()).as("seed %d", seed).isEqualTo(definition(leaves));
		assertThat(tiles).hasSize(257 + 1).containsKeys("0/0", "0/256", "1/0").doesNotContainKeys("0/257", "1/1");
		assertThat(tiles.get("1/0").root()).isEqualTo(definition(leaves.subList(0, 65_536)));
		assertThat(tiles.values()).allSatisfy(tile -> assertThat(tile.hashes()).hasSize(8_192));
	}

	@Test
	void everyProofVerifiesAndNoneDoesForAnotherIndexSizeOrRoot() {
		List<byte[]> leaves = TestTree.randomLeaves(random, LARGEST);
		MerkleTree tree = TestTree.of(leaves);
		for (int round = 0; round < 300; round++) {
			int size = 2 + random.nextInt(LARGEST - 1);
			int i = random.nextInt(size);
			List<byte[]> path = tree.inclusion(i, size);
			byte[] leaf = leaves.get(i);
			byte[] root = tree.root(size);
			assertThat(ProofCheck.inclusion(leaf, i, size, path, root)).as("leaf %d of %d, seed %d", i, size, seed).isTrue();
			int other = (i + 1 + random.nextInt(size - 1)) % size;
			assertThat(ProofCheck.inclusion(leaf, other, size, path, root)).as("index %d for %d of %d, seed %d", other, i, size, seed).isFalse();
			assertThat(ProofCheck.inclusion(leaves.get(other), i, size, path, root)).isFalse();
			assertThat(ProofCheck.inclusion(leaf, i, size, path, tree.root(size - 1))).isFalse();
			assertThat(ProofCheck.inclusion(leaf, -1, size, path, root)).isFalse();
			assertThat(ProofCheck.inclusion(leaf, size, size, path, root)).isFalse();
			assertThat(ProofCheck.inclusion(leaf, i, 2L * size, path, root)).as("size %d for %d, seed %d", 2 * size, size, seed).isFalse();
			assertThat(ProofCheck.inclusion(leaf, i, size / 2, path, root)).as("size %d for %d, seed %d", size / 2, size, seed).isFalse();
			for (List<byte[]> bad : spoilt(path)) {
				assertThat(ProofCheck.inclusion(leaf, i, size, bad, root)).as("spoilt path of %d in %d, seed %d", i, size, seed).isFalse();
			}
		}
	}

	@Test
	void aConsistencyProofVerifiesAndNoneDoesWhenSpoilt() {
		List<byte[]> leaves = TestTree.randomLeaves(random, LARGEST);
		MerkleTree tree = TestTree.of(leaves);
		for (int round = 0; round < 300; round++) {
			int larger = 2 + random.nextInt(LARGEST - 1);
			int smaller = 1 + random.nextInt(larger - 1);
			List<byte[]> proof = tree.consistency(smaller, larger);
			byte[] a = tree.root(smaller);
			byte[] b = tree.root(larger);
			assertThat(ProofCheck.consistency(smaller, a, larger, b, proof)).as("%d to %d, seed %d", smaller, larger, seed).isTrue();
			assertThat(ProofCheck.consistency(smaller, b, larger, a, proof)).isFalse();
			assertThat(ProofCheck.consistency(smaller, a, larger, tree.root(larger - 1), proof)).as("root of %d", larger - 1).isFalse();
			assertThat(ProofCheck.consistency(larger, a, smaller, b, proof)).isFalse();
			assertThat(ProofCheck.consistency(0, a, larger, b, proof)).isFalse();
			for (List<byte[]> bad : spoilt(proof)) {
				assertThat(ProofCheck.consistency(smaller, a, larger, b, bad)).as("spoilt proof %d to %d, seed %d", smaller, larger, seed).isFalse();
			}
		}
		assertThat(ProofCheck.consistency(5, tree.root(5), 5, tree.root(5), List.of())).isTrue();
		assertThat(ProofCheck.consistency(5, tree.root(5), 5, tree.root(6), List.of())).isFalse();
		assertThat(ProofCheck.consistency(5, tree.root(5), 5, tree.root(5), List.of(tree.root(1)))).isFalse();
	}

	@Test
	void aTreeWithAnotherHistoryIsNotConsistent() {
		List<byte[]> leaves = new ArrayList<>(TestTree.randomLeaves(random, 100));
		byte[] before = TestTree.of(leaves).root(60);
		leaves.set(30, MerkleTree.leaf(new byte[]{1}));
		MerkleTree rewritten = TestTree.of(leaves);
		assertThat(ProofCheck.consistency(60, before, 100, rewritten.root(100), rewritten.consistency(60, 100))).as("seed %d", seed).isFalse();
	}

	@Test
	void nothingProvesTheEmptyHash() {
		assertThat(ProofCheck.inclusion(new byte[0], 0, 1, List.of(), new byte[0])).isFalse();
		assertThat(ProofCheck.consistency(1, new byte[0], 1, new byte[0], List.of())).isFalse();
	}

	@Test
	void thereAreNoProofsOutsideTheTree() {
		MerkleTree tree = TestTree.of(TestTree.randomLeaves(random, 3));
		assertThatThrownBy(() -> tree.inclusion(3, 3)).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> tree.inclusion(-1, 3)).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> tree.consistency(0, 3)).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> tree.consistency(3, 2)).isInstanceOf(IllegalArgumentException.class);
	}

	/** Truncated at either end, lengthened, two nodes swapped, one bit turned, a node of the wrong length. */
	private List<List<byte[]>> spoilt(List<byte[]> proof) {
		List<List<byte[]>> all = new ArrayList<>();
		List<byte[]> longer = new ArrayList<>(proof);
		longer.add(new byte[32]);
		all.add(longer);
		if (proof.isEmpty()) {
			return all;
		}
		all.add(proof.subList(1, proof.size()));
		all.add(proof.subList(0, proof.size() - 1));
		int at = random.nextInt(proof.size());
		List<byte[]> turned = new ArrayList<>(proof);
		turned.set(at, proof.get(at).clone());
		turned.get(at)[random.nextInt(32)] ^= (byte) (1 << random.nextInt(8));
		all.add(turned);
		List<byte[]> shortened = new ArrayList<>(proof);
		shortened.set(at, new byte[31]);
		all.add(shortened);
		if (proof.size() > 1) {
			List<byte[]> swapped = new ArrayList<>(proof);
			Collections.swap(swapped, at, (at + 1) % proof.size());
			all.add(swapped);
		}
		return all;
	}

	/** MTH as RFC 6962 section 2.1 writes it. */
	private static byte[] definition(List<byte[]> leaves) {
		if (leaves.isEmpty()) {
			return MerkleTree.emptyRoot();
		}
		if (leaves.size() == 1) {
			return leaves.getFirst();
		}
		int k = Integer.highestOneBit(leaves.size() - 1);
		return MerkleTree.node(definition(leaves.subList(0, k)), definition(leaves.subList(k, leaves.size())));
	}

	private static List<byte[]> stored(List<byte[]> leaves, Map<String, TreeEdge.FullTile> tiles, int level, long index, int width) {
		List<byte[]> hashes = new ArrayList<>();
		for (long i = index * 256; i < index * 256 + width; i++) {
			hashes.add(level == 0 ? leaves.get((int) i) : tiles.get((level - 1) + "/" + i).root());
		}
		return hashes;
	}
}
