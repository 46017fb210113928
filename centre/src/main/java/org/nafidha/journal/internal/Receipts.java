package org.nafidha.journal.internal;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nafidha.journal.Entry;
import org.nafidha.journal.JournalReceipt;
import org.nafidha.journal.PublicLog;
import org.nafidha.journal.PublicLog.Checkpoint;
import org.nafidha.journal.PublicLog.Proof;
import org.nafidha.kernel.CanonicalJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes receipts: docs/formats.md section 3. What it hands out it has verified. */
@Component
class Receipts {

	private record Opening(byte[] salt, byte[] commitment) {
	}

	private final JdbcClient db;
	private final PublicLog log;

	Receipts(JdbcClient db, PublicLog log) {
		this.db = db;
		this.log = log;
	}

	Optional<JournalReceipt> of(Entry entry) {
		if (entry.position().isEmpty()) {
			return Optional.empty();
		}
		long position = entry.position().getAsLong();
		return log.checkpoint().filter(checkpoint -> position < checkpoint.size()).map(checkpoint -> receipt(entry, position, checkpoint));
	}

	private JournalReceipt receipt(Entry entry, long position, Checkpoint checkpoint) {
		Opening opening = db.sql("select salt, commitment from journal.entry where id = ?").param(entry.id().value())
				.query((row, n) -> new Opening(row.getBytes("salt"), row.getBytes("commitment"))).single();
		String text = EntryText.of(entry);
		Proof proof = log.inclusion(position, checkpoint.size()).orElseThrow();
		check(entry, position, EntryText.commitment(opening.salt(), text), opening, proof, checkpoint);
		String json = "{\"format\":\"nafidha-receipt-v1\",\"entry\":" + text + ",\"salt\":" + base64(opening.salt()) + ",\"position\":" + position
				+ ",\"treeSize\":" + checkpoint.size() + ",\"proof\":"
				+ proof.hashes().stream().map(Receipts::base64).collect(Collectors.joining(",", "[", "]")) + ",\"checkpoint\":"
				+ CanonicalJson.write(checkpoint.note()) + "}";
		return new JournalReceipt(entry.id(), position, checkpoint.size(), json);
	}

	private static void check(Entry entry, long position, byte[] commitment, Opening opening, Proof proof, Checkpoint checkpoint) {
		if (!Arrays.equals(commitment, opening.commitment())) {
			throw new IllegalStateException("entry " + entry.id().value() + " is not what was committed to: it was altered in the database");
		}
		if (!ProofCheck.inclusion(MerkleTree.leaf(commitment), position, checkpoint.size(), proof.hashes(), checkpoint.root())) {
			throw new IllegalStateException(
					"entry " + entry.id().value() + " does not lead to the signed root: the journal was altered in the database");
		}
	}

	private static String base64(byte[] bytes) {
		return "\"" + Base64.getEncoder().encodeToString(bytes) + "\"";
	}
}
