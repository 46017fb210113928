package org.nafidha.journal.internal;

import java.util.List;
import org.nafidha.journal.internal.Unsequenced.Fresh;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the sequencer reads and writes. */
@Component
record SequencerTables(JdbcClient db, Unsequenced unsequenced, Checkpoints checkpoints, TileTable tiles, FormerKeys formerKeys,
		LastSigned lastSigned) {

	/** Positions from the first on, in the order of the list. */
	void insertLeaves(long first, List<Fresh> entries) {
		db.sql("insert into journal.leaf (position, entry) select ? + t.place - 1, t.entry from unnest(?) with ordinality as t (entry, place)")
				.params(first, entries.stream().map(Fresh::id).toArray(Long[]::new)).update();
	}
}
