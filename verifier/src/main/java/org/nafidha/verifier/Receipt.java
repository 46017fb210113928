package org.nafidha.verifier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An entry of the journal that was proved to stand in it (docs/formats.md section 3).
 *
 * @param position counted from 0
 */
public record Receipt(long entryId, String kind, String subject, String actor, Instant at, long position, long treeSize, Optional<Hash> data,
		Optional<Hash> pdf, Optional<Hash> fields, Optional<String> reason) {
	static final String FORMAT = "nafidha-receipt-v1";
	static final String ISSUED = "document.issued";
	static final String REVOKED = "document.revoked";
	private static final Set<String> MEMBERS = Set.of("id", "kind", "subject", "actor", "at", "facts");

	static Receipt check(Json json, Keys keys) throws Rejected {
		Json entry = json.object("entry");
		if (!new TreeSet<>(entry.node().propertyNames()).equals(new TreeSet<>(MEMBERS)))
			throw new Rejected(Cause.RECEIPT_BROKEN);
		byte[] salt = json.base64("salt");
		if (salt.length != 32)
			throw new Rejected(Cause.RECEIPT_BROKEN);
		long position = json.count("position");
		long treeSize = json.count("treeSize");
		Checkpoint checkpoint = keys.checkpoint(json.text("checkpoint"));
		Hash commitment = Hash.over(salt, CanonicalJson.of(entry.node(), Cause.RECEIPT_BROKEN));
		if (checkpoint.size() != treeSize
				|| !MerkleProof.holds(MerkleProof.leaf(commitment.bytes()), position, treeSize, path(json), checkpoint.root()))
			throw new Rejected(Cause.RECEIPT_PROOF);
		Json facts = entry.object("facts");
		return new Receipt(entry.count("id"), entry.text("kind"), entry.text("subject"), entry.text("actor"), entry.time("at"), position, treeSize,
				hash(facts, "dataSha256"), hash(facts, "pdfSha256"), hash(facts, "fieldsSha256"), Optional.ofNullable(facts.textOrNull("reason")));
	}

	private static List<Hash> path(Json json) throws Rejected {
		List<String> texts = json.texts("proof");
		if (texts.size() > Limits.PROOF_HASHES)
			throw new Rejected(Cause.RECEIPT_BROKEN);
		List<Hash> path = new ArrayList<>();
		for (String text : texts)
			path.add(Hash.of(Json.base64(text, Cause.RECEIPT_BROKEN), Cause.RECEIPT_BROKEN));
		return path;
	}

	private static Optional<Hash> hash(Json facts, String name) throws Rejected {
		return facts.textOrNull(name) == null ? Optional.empty() : Optional.of(Hash.of(facts.base64(name), Cause.RECEIPT_BROKEN));
	}
}
