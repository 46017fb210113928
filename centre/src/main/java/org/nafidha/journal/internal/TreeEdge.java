package org.nafidha.journal.internal;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The right edge of the tree: the partial tile of each level, enough to add leaves and to compute the root in time that
 * does not grow with the tree (at most 255 hashes a level). Not thread-safe.
 */
final class TreeEdge {

	/** A tile that has just become full. */
	record FullTile(int level, long index, byte[] root, byte[] hashes) {
	}

	/** The hashes that stand in a tile, from the first. */
	interface Source {
		List<byte[]> hashes(int level, long index, int width);
	}

	private final List<List<byte[]>> levels = new ArrayList<>();
	private long size;

	/** The edge of an existing tree. */
	static TreeEdge of(long size, Source source) {
		TreeEdge edge = new TreeEdge();
		edge.size = size;
		for (int level = 0; size >> (TileShape.HEIGHT * level) > 0; level++) {
			long hashes = size >> (TileShape.HEIGHT * level);
			int width = (int) (hashes % TileShape.WIDTH);
			edge.levels.add(new ArrayList<>(width == 0 ? List.of() : source.hashes(level, hashes / TileShape.WIDTH, width)));
		}
		return edge;
	}

	long size() {
		return size;
	}

	/** Adds a leaf hash; answers the tiles that it made full. */
	List<FullTile> add(byte[] leafHash) {
		size++;
		List<FullTile> full = new ArrayList<>(0);
		Optional<byte[]> carry = Optional.of(leafHash);
		for (int level = 0; carry.isPresent(); level++) {
			carry = add(level, carry.get(), full);
		}
		return full;
	}

	private Optional<byte[]> add(int level, byte[] hash, List<FullTile> full) {
		if (level == levels.size()) {
			levels.add(new ArrayList<>());
		}
		List<byte[]> hashes = levels.get(level);
		hashes.add(hash);
		if (hashes.size() < TileShape.WIDTH) {
			return Optional.empty();
		}
		FullTile tile = new FullTile(level, (size >> (TileShape.HEIGHT * (level + 1))) - 1, TileShape.root(hashes), joined(hashes));
		full.add(tile);
		hashes.clear();
		return Optional.of(tile.root());
	}

	byte[] root() {
		if (size == 0) {
			return MerkleTree.emptyRoot();
		}
		Optional<byte[]> root = Optional.empty();
		for (List<byte[]> hashes : levels) {
			// complete subtrees from the right: the binary digits of the width from the lowest
			int end = hashes.size();
			while (end > 0) {
				int begin = end - Integer.lowestOneBit(end);
				byte[] subtree = TileShape.root(hashes.subList(begin, end));
				root = Optional.of(root.map(right -> MerkleTree.node(subtree, right)).orElse(subtree));
				end = begin;
			}
		}
		return root.orElseThrow();
	}

	private static byte[] joined(List<byte[]> hashes) {
		ByteArrayOutputStream all = new ByteArrayOutputStream(hashes.size() * Sha256.LENGTH);
		hashes.forEach(all::writeBytes);
		return all.toByteArray();
	}
}
