package org.nafidha.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The reference vectors of the Certificate Transparency project for the tree of RFC 6962: eight leaves, the roots of
 * every size, audit paths and consistency proofs.
 */
class Rfc6962VectorsTests {

	private static final List<byte[]> LEAVES = hashes("", "00", "10", "2021", "3031", "40414243", "5051525354555657",
			"606162636465666768696a6b6c6d6e6f").stream().map(MerkleTree::leaf).toList();

	private static final List<byte[]> ROOTS = hashes("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
			"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
			"aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
			"4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4", "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
			"ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c", "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

	private static final String N01 = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
	private static final String N04 = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
	private static final String N11 = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
	private static final String N10 = "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125";
	private static final String N12 = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";
	private static final String N13 = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
	private static final String N20 = "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7";
	private static final String N21 = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";

	private final MerkleTree tree = TestTree.of(LEAVES);

	@ParameterizedTest
	@ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
	void theRootsAreThePublishedOnes(int size) {
		assertThat(tree.root(size)).as("by definition").isEqualTo(ROOTS.get(size));
		TreeEdge edge = new TreeEdge();
		LEAVES.subList(0, size).forEach(edge::add);
		assertThat(edge.root()).as("leaf by leaf").isEqualTo(ROOTS.get(size));
	}

	@ParameterizedTest
	@CsvSource({"0, 1, ''", "0, 8, " + N01 + " " + N11 + " " + N21, "5, 8, " + N04 + " " + N13 + " " + N20, "2, 3, " + N10,
			"1, 5, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d " + N11 + " " + N04})
	void theAuditPathsAreThePublishedOnes(int position, int size, String path) {
		assertThat(tree.inclusion(position, size)).containsExactly(hashes(path.isEmpty() ? new String[0] : path.split(" ")).toArray(byte[][]::new));
		assertThat(ProofCheck.inclusion(LEAVES.get(position), position, size, tree.inclusion(position, size), ROOTS.get(size))).isTrue();
	}

	@ParameterizedTest
	@CsvSource({"1, 1, ''", "1, 8, " + N01 + " " + N11 + " " + N21, "6, 8, " + N12 + " " + N13 + " " + N20, "2, 5, " + N11 + " " + N04})
	void theConsistencyProofsAreThePublishedOnes(int smaller, int larger, String proof) {
		assertThat(tree.consistency(smaller, larger))
				.containsExactly(hashes(proof.isEmpty() ? new String[0] : proof.split(" ")).toArray(byte[][]::new));
	}

	@Test
	void everyProofOfTheReferenceTreeVerifies() {
		for (int size = 1; size <= 8; size++) {
			for (int i = 0; i < size; i++) {
				assertThat(ProofCheck.inclusion(LEAVES.get(i), i, size, tree.inclusion(i, size), ROOTS.get(size))).as("leaf %d of %d", i, size)
						.isTrue();
				assertThat(ProofCheck.consistency(i + 1, ROOTS.get(i + 1), size, ROOTS.get(size), tree.consistency(i + 1, size)))
						.as("%d to %d", i + 1, size).isTrue();
			}
		}
	}

	private static List<byte[]> hashes(String... hex) {
		return IntStream.range(0, hex.length).mapToObj(i -> HexFormat.of().parseHex(hex[i])).toList();
	}
}
