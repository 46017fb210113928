package org.nafidha.journal;

import java.util.List;

/** The public half of the Ed25519 key that signs checkpoints, made at first start. */
public interface JournalKey {

	/** A key that was replaced: checkpoints that it signed count up to that size. */
	record Former(String verifierKey, long untilSize) {
	}

	/** The name of the log, {@code nafidha/<city>} unless a new log had to be begun: first line of every checkpoint and name of the key. */
	String origin();

	/** The key as C2SP signed-note vkey text, {@code <origin>+<key id in hex>+<Base64>}: what a verifier needs to know. */
	String verifierKey();

	/** The keys before this one, oldest first: receipts and checkpoints that they signed stay good. */
	List<Former> former();
}
