package org.nafidha.verifier;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The verifier key of the journal: a C2SP signed-note vkey of Ed25519, and the check of a note signed with it. */
final class JournalKey {
	private static final Pattern VKEY = Pattern.compile("([^+\\s]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]+)");
	private static final byte ED25519 = 1;
	/** SubjectPublicKeyInfo of Ed25519 up to the 32 bytes of the key (RFC 8410). */
	private static final byte[] SPKI_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");
	private static final String SIGNATURE_LINE = "\u2014 ";

	private final String origin;
	private final byte[] id;
	private final PublicKey key;

	private JournalKey(String origin, byte[] id, PublicKey key) {
		this.origin = origin;
		this.id = id;
		this.key = key;
	}

	static JournalKey parse(String vkey) throws Rejected {
		Matcher parts = VKEY.matcher(vkey);
		if (!parts.matches())
			throw new Rejected(Cause.KEYS_BROKEN);
		byte[] typed = Json.base64(parts.group(3), Cause.KEYS_BROKEN);
		String origin = parts.group(1);
		byte[] id = Arrays.copyOf(Hash.over(origin.getBytes(StandardCharsets.UTF_8), new byte[]{'\n'}, typed).bytes(), 4);
		if (typed.length != 33 || typed[0] != ED25519 || !HexFormat.of().formatHex(id).equals(parts.group(2)))
			throw new Rejected(Cause.KEYS_BROKEN);
		ByteArrayOutputStream spki = new ByteArrayOutputStream();
		spki.writeBytes(SPKI_HEAD);
		spki.write(typed, 1, 32);
		try {
			return new JournalKey(origin, id, KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki.toByteArray())));
		} catch (GeneralSecurityException _) {
			throw new Rejected(Cause.KEYS_BROKEN);
		}
	}

	String origin() {
		return origin;
	}

	/** The signed text of the note, its last line feed included; rejected unless this key signed it. */
	String open(String note) throws Rejected {
		int split = note.lastIndexOf("\n\n");
		if (split < 0 || split + 2 >= note.length() || !note.endsWith("\n"))
			throw new Rejected(Cause.RECEIPT_BROKEN);
		String text = note.substring(0, split + 1);
		String[] lines = note.substring(split + 2, note.length() - 1).split("\n", -1);
		if (lines.length > Limits.NOTE_SIGNATURES)
			throw new Rejected(Cause.RECEIPT_BROKEN);
		boolean signed = false;
		for (String line : lines)
			signed |= ours(line, text);
		if (!signed)
			throw new Rejected(Cause.RECEIPT_ORIGIN);
		return text;
	}

	/** Whether the line is a signature by this key, and a good one; another's is passed over, a bad one rejects the note. */
	private boolean ours(String line, String text) throws Rejected {
		if (!line.startsWith(SIGNATURE_LINE))
			throw new Rejected(Cause.RECEIPT_BROKEN);
		String[] words = line.substring(SIGNATURE_LINE.length()).split(" ", -1);
		if (words.length != 2)
			throw new Rejected(Cause.RECEIPT_BROKEN);
		byte[] value = Json.base64(words[1], Cause.RECEIPT_BROKEN);
		if (!words[0].equals(origin) || value.length < 4 || !Arrays.equals(id, 0, 4, value, 0, 4))
			return false;
		if (!verifies(text.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(value, 4, value.length)))
			throw new Rejected(Cause.RECEIPT_CHECKPOINT);
		return true;
	}

	private boolean verifies(byte[] text, byte[] signature) {
		if (signature.length != 64)
			return false;
		try {
			Signature ed25519 = Signature.getInstance("Ed25519");
			ed25519.initVerify(key);
			ed25519.update(text);
			return ed25519.verify(signature);
		} catch (GeneralSecurityException _) {
			return false; // not a point, or s out of range: as wrong as any other signature
		}
	}
}
