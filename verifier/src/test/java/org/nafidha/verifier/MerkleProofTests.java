package org.nafidha.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MerkleProofTests {

	/** The leaves and roots published with the reference implementation of RFC 6962. */
	private static final List<byte[]> LEAVES = Stream
			.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
			.map(HexFormat.of()::parseHex).toList();
	private static final List<String> ROOTS = List.of("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
			"fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
			"aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
			"d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
			"4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
			"76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
			"ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
			"5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

	@Test
	void every_leaf_of_the_published_trees_is_proved_to_the_published_root() throws Rejected {
		for (int size = 1; size <= LEAVES.size(); size++)
			for (int position = 0; position < size; position++)
				assertThat(MerkleProof.holds(leaf(position), position, size, TestJournal.path(position, LEAVES.subList(0, size)), root(size)))
						.as("%d of %d", position, size).isTrue();
	}

	@Test
	void the_published_path_of_the_sixth_of_eight_holds() throws Rejected {
		List<Hash> path = List.of(hash("bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"),
				hash("ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"),
				hash("d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"));
		assertThat(MerkleProof.holds(leaf(5), 5, 8, path, root(8))).isTrue();
	}

	@Test
	void another_position_root_size_order_or_a_path_cut_or_grown_does_not_hold() throws Rejected {
		List<Hash> path = TestJournal.path(5, LEAVES);
		assertThat(MerkleProof.holds(leaf(5), 4, 8, path, root(8))).isFalse();
		assertThat(MerkleProof.holds(leaf(4), 5, 8, path, root(8))).isFalse();
		assertThat(MerkleProof.holds(leaf(5), 5, 8, path, root(7))).isFalse();
		assertThat(MerkleProof.holds(leaf(5), 5, 6, path, root(8))).isFalse();
		assertThat(MerkleProof.holds(leaf(5), 5, 9, path, root(8))).isFalse();
		assertThat(MerkleProof.holds(leaf(5), -1, 8, path, root(8))).isFalse();
		assertThat(MerkleProof.holds(leaf(5), 5, 8, path.subList(0, 2), root(8))).isFalse();
		assertThat(MerkleProof.holds(leaf(5), 5, 8, path.subList(1, 3), root(8))).isFalse();
		List<Hash> grown = new ArrayList<>(path);
		grown.add(root(8));
		assertThat(MerkleProof.holds(leaf(5), 5, 8, grown, root(8))).isFalse();
		List<Hash> swapped = new ArrayList<>(path);
		Collections.swap(swapped, 0, 1);
		assertThat(MerkleProof.holds(leaf(5), 5, 8, swapped, root(8))).isFalse();
	}

	@Test
	void a_tree_of_one_needs_no_path() throws Rejected {
		assertThat(MerkleProof.holds(leaf(0), 0, 1, List.of(), root(1))).isTrue();
		assertThat(MerkleProof.holds(leaf(0), 0, 1, List.of(root(1)), root(1))).isFalse();
		assertThat(MerkleProof.holds(leaf(0), 0, 0, List.of(), root(1))).isFalse();
	}

	private static Hash leaf(int index) {
		return MerkleProof.leaf(LEAVES.get(index));
	}

	private static Hash root(int size) throws Rejected {
		return hash(ROOTS.get(size - 1));
	}

	private static Hash hash(String hex) throws Rejected {
		return Hash.of(HexFormat.of().parseHex(hex), Cause.RECEIPT_BROKEN);
	}
}
