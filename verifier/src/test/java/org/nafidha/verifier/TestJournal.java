package org.nafidha.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.node.ObjectNode;

/** A small journal of a {@link TestCity}: commitments, tree and audit paths straight from the recursive definitions of RFC 6962. */
final class TestJournal {
	private static final byte[] SALT = new byte[32];

	private final TestCity city;
	private final List<byte[]> leaves = new ArrayList<>();

	TestJournal(TestCity city, int others, long seed) {
		this.city = city;
		Random random = new Random(seed);
		for (int i = 0; i < others; i++) {
			byte[] commitment = new byte[32];
			random.nextBytes(commitment);
			leaves.add(commitment);
		}
	}

	static ObjectNode entry(String kind, String subject, long id) {
		ObjectNode entry = TestCity.JSON.createObjectNode();
		entry.put("id", id).put("kind", kind).put("subject", subject).put("actor", "system").put("at", "2026-11-23T10:42:07.123Z");
		entry.putObject("facts");
		return entry;
	}

	/** The receipt of an entry put at the position, as JSON. */
	byte[] receipt(ObjectNode entry, int position) {
		try {
			leaves.add(position, Hash.over(SALT, CanonicalJson.of(entry, Cause.RECEIPT_BROKEN)).bytes());
		} catch (Rejected e) {
			throw new IllegalStateException(e);
		}
		ObjectNode root = TestCity.JSON.createObjectNode();
		root.put("format", "nafidha-receipt-v1").set("entry", entry);
		root.put("salt", TestCity.base64(SALT)).put("position", position).put("treeSize", leaves.size());
		var proof = root.putArray("proof");
		path(position, leaves).forEach(hash -> proof.add(hash.base64()));
		root.put("checkpoint", city.checkpoint(leaves.size(), root(leaves)));
		return TestCity.JSON.writeValueAsBytes(root);
	}

	/** MTH of RFC 6962 section 2.1. */
	static Hash root(List<byte[]> data) {
		if (data.isEmpty())
			return Hash.over();
		if (data.size() == 1)
			return Hash.over(new byte[]{0}, data.getFirst());
		int split = Integer.highestOneBit(data.size() - 1);
		return Hash.over(new byte[]{1}, root(data.subList(0, split)).bytes(), root(data.subList(split, data.size())).bytes());
	}

	/** PATH of RFC 6962 section 2.1.1. */
	static List<Hash> path(int position, List<byte[]> data) {
		if (data.size() == 1)
			return List.of();
		int split = Integer.highestOneBit(data.size() - 1);
		List<Hash> path = new ArrayList<>(position < split
				? path(position, data.subList(0, split))
				: path(position - split, data.subList(split, data.size())));
		path.add(position < split ? root(data.subList(split, data.size())) : root(data.subList(0, split)));
		return path;
	}
}
