package org.nafidha.verifier;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;

/** Reads and checks the text of a code: prefix, Base45, COSE_Sign1, ES256, claims. */
final class CodeReader {
	static final String PREFIX = "NAF1:";
	private static final byte[] PROTECTED_ES256 = {(byte) 0xA1, 0x01, 0x26};

	private CodeReader() {
	}

	/** The claims of a code the city signed; rejected otherwise. */
	static Claims check(String text, Keys keys) throws Rejected {
		if (!text.startsWith(PREFIX))
			throw new Rejected(Cause.CODE_FOREIGN);
		if (text.length() > Limits.CODE_CHARACTERS)
			throw new Rejected(Cause.CODE_BROKEN);
		Message message = read(Base45.decode(text.substring(PREFIX.length())));
		CodeKey key = keys.code(message.kid);
		if (!verifies(message.toBeSigned(), message.signature, key.key()))
			throw new Rejected(Cause.CODE_SIGNATURE);
		Claims claims = Claims.read(message.payload);
		if (!key.covers(claims.issuedAt()))
			throw new Rejected(Cause.CODE_KEY_PERIOD);
		if (!claims.issuer().equals(keys.issuer()))
			throw new Rejected(Cause.CODE_ISSUER);
		return claims;
	}

	/** Whether r || s is an ES256 signature of the data. */
	static boolean verifies(byte[] data, byte[] signature, ECPublicKey key) {
		if (signature.length != 64)
			return false;
		try {
			Signature es256 = Signature.getInstance("SHA256withECDSAinP1363Format");
			es256.initVerify(key);
			es256.update(data);
			return es256.verify(signature);
		} catch (GeneralSecurityException _) {
			return false; // r or s out of range: as wrong as any other signature
		}
	}

	private static Message read(byte[] cose) throws Rejected {
		Cbor in = new Cbor(cose);
		if (in.tag() != 18 || in.array() != 4 || !Arrays.equals(in.bytes(), PROTECTED_ES256) || in.map() != 1 || in.integer() != 4)
			throw new Rejected(Cause.CODE_BROKEN);
		byte[] kid = in.bytes();
		byte[] payload = in.bytes();
		byte[] signature = in.bytes();
		in.end();
		if (kid.length != 8)
			throw new Rejected(Cause.CODE_BROKEN);
		return new Message(kid, payload, signature);
	}

	private record Message(byte[] kid, byte[] payload, byte[] signature) {

		/** Sig_structure of RFC 9052 section 4.4: ["Signature1", protected, external data, payload]. */
		byte[] toBeSigned() {
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			out.write(0x84);
			out.write(0x6A);
			out.writeBytes("Signature1".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
			out.write(0x40 + PROTECTED_ES256.length);
			out.writeBytes(PROTECTED_ES256);
			out.write(0x40);
			if (payload.length < 24) {
				out.write(0x40 + payload.length);
			} else if (payload.length < 256) {
				out.write(0x58);
				out.write(payload.length);
			} else {
				out.write(0x59);
				out.write(payload.length >> 8);
				out.write(payload.length);
			}
			out.writeBytes(payload);
			return out.toByteArray();
		}
	}
}
