package org.nafidha.journal.internal;

import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nafidha.journal.PublicLog.Checkpoint;
import org.nafidha.journal.internal.Checkpoints.Head;
import org.nafidha.journal.internal.Unsequenced.Batch;
import org.nafidha.journal.internal.Unsequenced.Fresh;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives committed entries their positions, grows the tree and signs its head, a batch to a transaction. Any node may do
 * the next batch; an advisory lock lets one at a time.
 */
@Component
class Sequencer {

	/** What a pass did. */
	sealed interface Pass {
		/** Another node is at it. */
		record Elsewhere() implements Pass {
		}

		/** @param more the batch was full: more entries may be waiting */
		record Done(int entries, boolean more) implements Pass {
		}
	}

	/** "journal" in ASCII: the name of the advisory lock. */
	private static final long LOCK = 0x6a6f75726e616cL;

	private final JdbcClient db;
	private final TransactionTemplate transaction;
	private final SequencerTables tables;
	private final SigningKey key;
	private final JournalSettings settings;
	private final InstantSource clock;

	/** The edge after the last batch of this node; stale when another node went on. */
	private @Nullable TreeEdge edge;
	private int settledEra;
	private boolean keyChecked;

	Sequencer(JdbcClient db, TransactionTemplate transaction, SequencerTables tables, SigningKey key, JournalSettings settings, InstantSource clock) {
		this.db = db;
		this.transaction = transaction;
		this.tables = tables;
		this.key = key;
		this.settings = settings;
		this.clock = clock;
	}

	/** One batch. After an exception nothing has happened, and the next pass tries again. */
	synchronized Pass pass() {
		TreeEdge taken = edge;
		edge = null; // only a commit makes it true again
		Work work = new Work(taken);
		Pass pass = transaction.execute(t -> work.run());
		edge = work.edge;
		if (work.head != null) {
			tables.lastSigned().keep(work.head);
		}
		return pass;
	}

	/** The work of one transaction. */
	private final class Work {

		private @Nullable TreeEdge edge;
		/** The newest checkpoint when the work is done. */
		private @Nullable Checkpoint head;

		Work(@Nullable TreeEdge edge) {
			this.edge = edge;
		}

		Pass run() {
			if (!db.sql("select pg_try_advisory_xact_lock(?)").param(LOCK).query(Boolean.class).single()) {
				return new Pass.Elsewhere();
			}
			Optional<Head> head = tables.checkpoints().newest();
			head.ifPresent(found -> {
				tables.lastSigned().check(found.checkpoint());
				checkKey(found);
				this.head = found.checkpoint();
			});
			int era = db.sql("select max(number) from journal.era").query(Integer.class).single();
			Head from = head.orElseGet(() -> begin(era));
			return from.era() == era ? batch(from) : cross(from, era);
		}

		private Pass batch(Head from) {
			Batch batch = tables.unsequenced().since(from.era(), from.seen(), settings.batch());
			if (!batch.entries().isEmpty()) {
				place(batch.entries(), from, from.era(), batch.seen());
			}
			return new Pass.Done(batch.entries().size(), batch.full());
		}

		/** A new era: first whatever the old ones left without a position, then on from the first transaction. */
		private Pass cross(Head from, int era) {
			if (settledEra != era) {
				List<Fresh> left = tables.unsequenced().leftOver(era, settings.batch());
				if (!left.isEmpty()) {
					place(left, from, from.era(), from.seen());
					return new Pass.Done(left.size(), true);
				}
				settledEra = era;
			}
			return batch(new Head(from.checkpoint(), era, Snapshot.NOTHING));
		}

		private void place(List<Fresh> entries, Head from, int era, Snapshot seen) {
			TreeEdge tree = edgeAt(from.checkpoint().size());
			tables.insertLeaves(tree.size(), entries);
			for (Fresh entry : entries) {
				tree.add(MerkleTree.leaf(entry.commitment())).forEach(tables.tiles()::insert);
			}
			sign(tree, era, seen);
			edge = tree;
		}

		private TreeEdge edgeAt(long size) {
			TreeEdge known = edge;
			return known != null && known.size() == size ? known : TreeEdge.of(size, tables.tiles()::partial);
		}

		/** The checkpoint of the empty tree, so that there is one from the first moment on. */
		private Head begin(int era) {
			return sign(new TreeEdge(), era, Snapshot.NOTHING);
		}

		private Head sign(TreeEdge tree, int era, Snapshot seen) {
			byte[] root = tree.root();
			String note = key.sign(key.origin() + "\n" + tree.size() + "\n" + Base64.getEncoder().encodeToString(root) + "\n");
			Head head = new Head(new Checkpoint(tree.size(), root, note), era, seen);
			tables.checkpoints().insert(head, clock.instant());
			this.head = head.checkpoint();
			return head;
		}
	}

	/**
	 * Going on under another key or name would leave every outside copy unable to follow: refuse, unless an operator has named
	 * the key that was replaced. That one stays good for what it has signed.
	 */
	private void checkKey(Head head) {
		String note = head.checkpoint().note();
		if (keyChecked || Note.signedBy(key.verifierKey(), note)) {
			keyChecked = true;
			return;
		}
		String previous = settings.previousKey();
		if (previous == null || !Note.signedBy(previous, note)) {
			throw new IllegalStateException("the newest checkpoint of the journal was not signed by " + key.verifierKey()
					+ ": restore the file " + SigningKey.FILE + " in the secrets and the setting nafidha.city, or name the key that was"
					+ " replaced knowingly in nafidha.journal.previous-key. The checkpoint is:\n" + note);
		}
		tables.formerKeys().add(previous, head.checkpoint().size(), clock.instant());
	}
}
