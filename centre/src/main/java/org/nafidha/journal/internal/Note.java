package org.nafidha.journal.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** C2SP signed notes with Ed25519 keys: names of keys, and the check of a signature. */
final class Note {

	private static final byte[] ED25519 = {1};
	private static final byte[] SPKI_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
	private static final int ID_LENGTH = 4;

	private Note() {
	}

	static byte[] keyId(String name, byte[] rawPublicKey) {
		return Arrays.copyOf(Sha256.of((name + "\n").getBytes(StandardCharsets.UTF_8), ED25519, rawPublicKey), ID_LENGTH);
	}

	/** The vkey text. */
	static String verifierKey(String name, byte[] rawPublicKey) {
		byte[] typed = new byte[rawPublicKey.length + 1];
		typed[0] = ED25519[0];
		System.arraycopy(rawPublicKey, 0, typed, 1, rawPublicKey.length);
		return name + "+" + HexFormat.of().formatHex(keyId(name, rawPublicKey)) + "+" + Base64.getEncoder().encodeToString(typed);
	}

	/** Whether the note carries a good signature by the key of that vkey text. */
	static boolean signedBy(String verifierKey, String note) {
		String[] parts = verifierKey.split("\\+", 3);
		int text = note.lastIndexOf("\n\n") + 1;
		if (parts.length != 3 || text == 0) {
			return false;
		}
		byte[] key = Base64.getDecoder().decode(parts[2]);
		String line = "\u2014 " + parts[0] + " ";
		return note.substring(text + 1).lines().filter(l -> l.startsWith(line))
				.anyMatch(l -> verifies(parts, key, note.substring(0, text), Base64.getDecoder().decode(l.substring(line.length()))));
	}

	private static boolean verifies(String[] vkey, byte[] key, String text, byte[] signature) {
		byte[] raw = Arrays.copyOfRange(key, 1, key.length);
		if (key[0] != ED25519[0] || signature.length <= ID_LENGTH
				|| !HexFormat.of().formatHex(signature, 0, ID_LENGTH).equals(vkey[1])) {
			return false;
		}
		try {
			byte[] spki = Arrays.copyOf(SPKI_PREFIX, SPKI_PREFIX.length + raw.length);
			System.arraycopy(raw, 0, spki, SPKI_PREFIX.length, raw.length);
			Signature ed25519 = Signature.getInstance("Ed25519");
			ed25519.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki)));
			ed25519.update(text.getBytes(StandardCharsets.UTF_8));
			return ed25519.verify(signature, ID_LENGTH, signature.length - ID_LENGTH);
		} catch (GeneralSecurityException e) {
			return false;
		}
	}
}
