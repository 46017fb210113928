import { ascii, base45, concat, encode, es256, hex, reject, utf8 } from "./bytes.js";
import { Cbor } from "./cbor.js";

export const PREFIX = "NAF1:";
const LIMIT = 2900;
const ES256 = Uint8Array.of(0xa1, 0x01, 0x26);

/** The claims of a code the city signed (docs/formats.md section 1); rejected otherwise. */
export async function checkCode(text, keys) {
	if (!text.startsWith(PREFIX)) reject("code-foreign");
	if (text.length > LIMIT) reject("code-broken");
	const message = read(base45(text.slice(PREFIX.length)));
	const key = keys.codes.get(hex(message.kid));
	if (!key) reject("code-key-unknown");
	if (!(await es256(key.key, message.signature, toBeSigned(message.payload)))) reject("code-signature");
	const claims = readClaims(message.payload);
	if (!key.covers(claims.issuedAt)) reject("code-key-period");
	if (claims.issuer !== keys.issuer) reject("code-issuer");
	return claims;
}

function read(cose) {
	const cbor = new Cbor(cose);
	if (cbor.tag() !== 18 || cbor.array() !== 4 || hex(cbor.binary()) !== hex(ES256) || cbor.map() !== 1 || cbor.integer() !== 4) reject("code-broken");
	const message = { kid: cbor.binary(), payload: cbor.binary(), signature: cbor.binary() };
	cbor.end();
	return message.kid.length === 8 ? message : reject("code-broken");
}

/** Sig_structure of RFC 9052 section 4.4. */
function toBeSigned(payload) {
	const n = payload.length;
	const head = n < 24 ? [0x40 + n] : n < 256 ? [0x58, n] : [0x59, n >> 8, n & 255];
	return concat(Uint8Array.of(0x84, 0x6a), ascii("Signature1"), Uint8Array.of(0x43), ES256, Uint8Array.of(0x40, ...head), payload);
}

function readClaims(payload) {
	const cbor = new Cbor(payload);
	const claims = { demonstration: false, expiresAt: null };
	cbor.entries((key) => {
		switch (key) {
			case 1: claims.issuer = cbor.text(); break;
			case 4: claims.expiresAt = new Date(cbor.integer() * 1000); break;
			case 6: claims.issuedAt = new Date(cbor.integer() * 1000); break;
			case 7: claims.number = utf8(cbor.binary(), "code-broken"); break;
			case -70001: claims.procedure = cbor.text(); break;
			case -70002: claims.data = hex(cbor.binary()); break;
			case -70003: claims.journalEntry = cbor.integer(); break;
			case -70004: claims.fields = readFields(cbor); break;
			case -70005: claims.demonstration = cbor.integer() === 1; break;
			default: cbor.skip();
		}
	});
	cbor.end();
	const whole = claims.issuer && claims.number && claims.procedure && claims.fields && claims.journalEntry >= 0
		&& claims.data && claims.data.length === 64 && claims.issuedAt && !Number.isNaN(claims.issuedAt.getTime())
		&& !(claims.expiresAt && Number.isNaN(claims.expiresAt.getTime()));
	return whole ? claims : reject("code-broken");
}

function readFields(cbor) {
	const fields = [];
	for (let left = cbor.array(); left > 0; left--) {
		if (cbor.array() !== 2) reject("code-broken");
		fields.push([cbor.text(), cbor.text()]);
	}
	return encode(fields.flat().join("")).length <= 180 ? fields : reject("code-broken");
}
