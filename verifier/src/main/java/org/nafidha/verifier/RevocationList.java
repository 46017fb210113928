package org.nafidha.verifier;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * The city's signed list of revoked documents (docs/formats.md section 5).
 *
 * @param at the moment of which it speaks
 */
record RevocationList(Instant at, Map<String, Revoked> numbers) {

	/** One revoked document. */
	record Revoked(Instant at, String reason) {
	}

	static RevocationList parse(byte[] text, Keys keys) throws Rejected {
		Json json = Json.parse(text, Cause.REVOKED_LIST_BROKEN);
		if (!json.text("format").equals("nafidha-revoked-v1"))
			throw new Rejected(Cause.REVOKED_LIST_BROKEN);
		ObjectNode signed = ((ObjectNode) json.node()).deepCopy();
		signed.remove("signature");
		CodeKey key;
		try {
			key = keys.code(json.base64("kid"));
		} catch (Rejected _) {
			throw new Rejected(Cause.REVOKED_LIST_BROKEN);
		}
		Instant at = json.time("at");
		byte[] canonical = CanonicalJson.of(signed, Cause.REVOKED_LIST_BROKEN);
		if (!key.covers(at) || !CodeReader.verifies(canonical, json.base64("signature"), key.key()))
			throw new Rejected(Cause.REVOKED_LIST_BROKEN);
		Map<String, Revoked> numbers = new HashMap<>();
		for (Json item : json.objects("numbers"))
			numbers.put(item.text("number"), new Revoked(item.time("at"), Optional.ofNullable(item.textOrNull("reason")).orElse("")));
		return new RevocationList(at, Map.copyOf(numbers));
	}
}
