package org.nafidha.journal;

/** The public half of the Ed25519 key that signs checkpoints, made at first start. */
public interface JournalKey {

	/** The name of the log, {@code nafidha/<city>}: first line of every checkpoint and name of the key. */
	String origin();

	/** The key as C2SP signed-note vkey text, {@code <origin>+<key id in hex>+<Base64>}: what a verifier needs to know. */
	String verifierKey();
}
