package org.nafidha.verifier;

import java.util.regex.Pattern;

/** The state of the journal at one moment, signed by it (C2SP tlog-checkpoint). */
record Checkpoint(long size, Hash root) {
	private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,15}");

	static Checkpoint open(String note, JournalKey key) throws Rejected {
		String[] lines = key.open(note).split("\n", -1);
		if (lines.length < 4)
			throw new Rejected(Cause.RECEIPT_BROKEN);
		if (!lines[0].equals(key.origin()))
			throw new Rejected(Cause.RECEIPT_ORIGIN);
		if (!SIZE.matcher(lines[1]).matches())
			throw new Rejected(Cause.RECEIPT_BROKEN);
		return new Checkpoint(Long.parseLong(lines[1]), Hash.of(Json.base64(lines[2], Cause.RECEIPT_BROKEN), Cause.RECEIPT_BROKEN));
	}
}
