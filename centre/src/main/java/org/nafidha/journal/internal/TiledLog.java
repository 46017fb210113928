package org.nafidha.journal.internal;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nafidha.journal.PublicLog;
import org.nafidha.journal.internal.Checkpoints.Head;
import org.springframework.stereotype.Component;

/** Answers from the stored tiles; the newest checkpoint bounds what is there. */
@Component
class TiledLog implements PublicLog {

	private final Checkpoints checkpoints;
	private final TileTable tiles;

	TiledLog(Checkpoints checkpoints, TileTable tiles) {
		this.checkpoints = checkpoints;
		this.tiles = tiles;
	}

	@Override
	public Optional<Checkpoint> checkpoint() {
		return checkpoints.newest().map(Head::checkpoint);
	}

	@Override
	public Optional<byte[]> tile(int level, long index, int width) {
		long size = size();
		if (width < 1 || width > TileShape.width(level, index, size)) {
			return Optional.empty();
		}
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(width * Sha256.LENGTH);
		hashes(level, index, width, size).forEach(bytes::writeBytes);
		return Optional.of(bytes.toByteArray());
	}

	@Override
	public Optional<byte[]> entries(long index, int width) {
		if (width < 1 || width > TileShape.width(0, index, size())) {
			return Optional.empty();
		}
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(width * (Sha256.LENGTH + 2));
		for (byte[] commitment : tiles.commitments(index * TileShape.WIDTH, width)) {
			bytes.write(commitment.length >> 8);
			bytes.write(commitment.length);
			bytes.writeBytes(commitment);
		}
		return Optional.of(bytes.toByteArray());
	}

	@Override
	public Optional<Proof> inclusion(long position, long size) {
		if (position < 0 || position >= size || size > size()) {
			return Optional.empty();
		}
		MerkleTree tree = tree(size);
		return Optional.of(new Proof(tree.inclusion(position, size), tree.node(position), tree.root(size)));
	}

	@Override
	public Optional<Proof> consistency(long smaller, long larger) {
		if (smaller < 1 || smaller > larger || larger > size()) {
			return Optional.empty();
		}
		MerkleTree tree = tree(larger);
		return Optional.of(new Proof(tree.consistency(smaller, larger), tree.root(smaller), tree.root(larger)));
	}

	/** The tree of one size, for one question: each tile is read once. */
	private MerkleTree tree(long size) {
		Map<String, List<byte[]>> read = new HashMap<>();
		return new MerkleTree((height, index) -> {
			int level = height / TileShape.HEIGHT;
			int rest = height % TileShape.HEIGHT;
			long first = index << rest;
			long tile = first / TileShape.WIDTH;
			List<byte[]> hashes = read.computeIfAbsent(level + "/" + tile, key -> hashes(level, tile, TileShape.width(level, tile, size), size));
			int offset = (int) (first % TileShape.WIDTH);
			return TileShape.root(hashes.subList(offset, offset + (1 << rest)));
		});
	}

	private List<byte[]> hashes(int level, long index, int width, long size) {
		return TileShape.width(level, index, size) == TileShape.WIDTH ? tiles.full(level, index, width) : tiles.partial(level, index, width);
	}

	private long size() {
		return checkpoint().map(Checkpoint::size).orElse(0L);
	}
}
