package org.nafidha.journal.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the committed entries that have no position yet, without looking at those that have one: they are what a newer
 * snapshot sees and an older one did not (docs/adr/0004-journal-order.md).
 */
@Component
class Unsequenced {

	/** An entry to be placed. */
	record Fresh(long id, long transaction, byte[] commitment) {
	}

	/** @param seen what will have been sequenced when these are */
	record Batch(List<Fresh> entries, Snapshot seen, boolean full) {
	}

	private static final Comparator<Fresh> ORDER = Comparator.comparingLong(Fresh::transaction).thenComparingLong(Fresh::id);

	private final JdbcClient db;

	Unsequenced(JdbcClient db) {
		this.db = db;
	}

	/** What is committed now and was not at {@code since}: about {@code limit} entries, the oldest transactions first. */
	Batch since(int era, Snapshot since, int limit) {
		Snapshot now = Snapshot.parse(db.sql("select pg_current_snapshot()::text").query(String.class).single());
		List<Fresh> entries = new ArrayList<>(lateFinishers(era, since, now));
		List<Fresh> newcomers = newcomers(era, since, now, limit);
		entries.addAll(newcomers);
		boolean full = newcomers.size() >= limit;
		return new Batch(entries, full ? now.upTo(newcomers.getLast().transaction()) : now, full);
	}

	/** Entries of eras that have ended and that no checkpoint covers; reads all there are, so only asked when an era begins. */
	List<Fresh> leftOver(int era, int limit) {
		return db.sql("""
				select e.id, e.xid::text::bigint as transaction, e.commitment from journal.entry e
				where e.era < ? and not exists (select from journal.leaf l where l.entry = e.id)
				order by e.era, e.xid, e.id limit ?""").params(era, limit).query(Unsequenced::fresh).list();
	}

	/** Transactions that were still running when the older snapshot was taken. */
	private List<Fresh> lateFinishers(int era, Snapshot since, Snapshot now) {
		if (since.running().isEmpty()) {
			return List.of();
		}
		return db.sql("""
				select id, xid::text::bigint as transaction, commitment from journal.entry
				where era = ? and xid = any(?::text[]::xid8[]) and pg_visible_in_snapshot(xid, ?::pg_snapshot)""")
				.params(era, since.running().stream().map(String::valueOf).toArray(String[]::new), now.text()).query(Unsequenced::fresh).list()
				.stream()
				.sorted(ORDER).toList();
	}

	/** Transactions that began after the older snapshot; the last one in the batch is whole ("with ties"). */
	private List<Fresh> newcomers(int era, Snapshot since, Snapshot now, int limit) {
		return db.sql("""
				select id, xid::text::bigint as transaction, commitment from journal.entry
				where era = ? and xid >= ?::text::xid8 and xid < ?::text::xid8 and pg_visible_in_snapshot(xid, ?::pg_snapshot)
				order by xid fetch first ? rows with ties""")
				.params(era, String.valueOf(since.end()), String.valueOf(now.end()), now.text(), limit).query(Unsequenced::fresh).list().stream()
				.sorted(ORDER).toList();
	}

	private static Fresh fresh(ResultSet row, int number) throws SQLException {
		return new Fresh(row.getLong("id"), row.getLong("transaction"), row.getBytes("commitment"));
	}
}
