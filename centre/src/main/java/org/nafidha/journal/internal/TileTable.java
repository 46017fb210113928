package org.nafidha.journal.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored tree: full tiles as rows, partial ones put together from the leaves or from the roots of the tiles below. */
@Component
class TileTable {

	private final JdbcClient db;

	TileTable(JdbcClient db) {
		this.db = db;
	}

	void insert(TreeEdge.FullTile tile) {
		db.sql("insert into journal.tile (level, index, root, hashes) values (?, ?, ?, ?)")
				.params(tile.level(), tile.index(), tile.root(), tile.hashes()).update();
	}

	/** The first hashes of a tile that is full by now. */
	List<byte[]> full(int level, long index, int width) {
		byte[] hashes = db.sql("select hashes from journal.tile where level = ? and index = ?").params(level, index).query(byte[].class).single();
		List<byte[]> list = new ArrayList<>(width);
		for (int i = 0; i < width; i++) {
			list.add(Arrays.copyOfRange(hashes, i * Sha256.LENGTH, (i + 1) * Sha256.LENGTH));
		}
		return list;
	}

	/** The first hashes of a tile that need not be full; the caller knows that the tree has them. */
	List<byte[]> partial(int level, long index, int width) {
		long first = index * TileShape.WIDTH;
		List<byte[]> hashes = level == 0 ? commitments(first, width).stream().map(MerkleTree::leaf).toList() : roots(level - 1, first, width);
		if (hashes.size() != width) {
			throw new IllegalStateException("the journal has " + hashes.size() + " instead of " + width + " hashes in tile " + level + "/" + index);
		}
		return hashes;
	}

	/** Leaf data in order of position, at most {@code count} from the first. */
	List<byte[]> commitments(long first, int count) {
		return db.sql("""
				select e.commitment from journal.leaf l join journal.entry e on e.id = l.entry
				where l.position >= ? and l.position < ? order by l.position""").params(first, first + count).query(TileTable::hash).list();
	}

	private List<byte[]> roots(int level, long first, int count) {
		return db.sql("select root from journal.tile where level = ? and index >= ? and index < ? order by index").params(level, first, first + count)
				.query(TileTable::hash).list();
	}

	private static byte[] hash(ResultSet row, int number) throws SQLException {
		return row.getBytes(1);
	}
}
