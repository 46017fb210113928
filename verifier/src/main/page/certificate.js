import { equal, es256, hex, p256Key, reject } from "./bytes.js";
import { Der, rawSignature } from "./der.js";

export const OID = {
	ecdsaSha256: "2a8648ce3d040302", keyUsage: "551d0f", basicConstraints: "551d13", crlReason: "551d15",
	signedData: "2a864886f70d010702", data: "2a864886f70d010701", contentType: "2a864886f70d010903", messageDigest: "2a864886f70d010904",
	signingCertificateV2: "2a864886f70d010910022f", sha256: "608648016503040201",
};

export function pem(text, type, otherwise) {
	const [, body] = new RegExp(`-----BEGIN ${type}-----([A-Za-z0-9+/=\\s]+)-----END ${type}-----`).exec(text) || reject(otherwise);
	try {
		return Uint8Array.from(atob(body.replace(/\s/g, "")), (c) => c.charCodeAt(0));
	} catch (_) {
		return reject(otherwise);
	}
}

/** What a chain of one step needs to know of an X.509 certificate. */
export function readCertificate(der, otherwise) {
	const [tbs, algorithm, signature] = Der.whole(der, otherwise).children(0x30);
	if (!signature) reject(otherwise);
	const fields = tbs.children(0x30);
	const [, serial, , issuer, validity, subject, spki, ...rest] = fields[0].tag === 0xa0 ? fields : reject(otherwise);
	if (!spki) reject(otherwise);
	const [from, until] = validity.children(0x30);
	const extensions = readExtensions(rest.find((field) => field.tag === 0xa3), otherwise);
	const constraints = extensions.get(OID.basicConstraints);
	const usage = extensions.get(OID.keyUsage);
	return {
		der, serial: hex(serial.as(0x02).content), issuer: hex(issuer.all), subject: hex(subject.all), spki: spki.all.slice(),
		from: from.time(), until: until.time(),
		authority: Boolean(constraints && constraints.children(0x30)[0] && constraints.children(0x30)[0].tag === 0x01 && constraints.children(0x30)[0].bool()),
		usage: usage ? usage.as(0x03).content : Uint8Array.of(0, 0),
		signed: tbs.all.slice(), ecdsa: algorithm.children(0x30)[0].oid() === OID.ecdsaSha256, signature: signature.bits(),
	};
}

function readExtensions(field, otherwise) {
	const out = new Map();
	if (!field) return out;
	for (const extension of field.children()[0].children(0x30)) {
		const parts = extension.children(0x30);
		const oid = parts[0].oid();
		if (out.has(oid)) reject(otherwise);
		out.set(oid, Der.whole(parts[parts.length - 1].as(0x04).content, otherwise));
	}
	return out;
}

/** Bits of key usage: 0 digital signature, 1 non-repudiation, 5 certificates, 6 CRLs. */
export const mayUse = (certificate, bit) => (certificate.usage[1 + (bit >> 3)] & (0x80 >> (bit & 7))) !== 0;

/** Whether the signature over `part` was made by the key. */
export const signedBy = async (part, key, otherwise) => part.ecdsa && es256(key, rawSignature(part.signature, otherwise), part.signed);

/** The city's authority with its key; rejected unless it may sign certificates and CRLs. */
export async function readAuthority(text) {
	const certificate = readCertificate(pem(text, "CERTIFICATE", "keys-broken"), "keys-broken");
	if (!certificate.authority || !mayUse(certificate, 5) || !mayUse(certificate, 6)) reject("keys-broken");
	return { ...certificate, key: await p256Key(certificate.spki, "keys-broken") };
}

/** A CRL that the authority signed: when it is from, and which serial numbers it lists. */
export async function readCrl(der, authority) {
	const [tbs, algorithm, signature] = Der.whole(der, "keys-broken").children(0x30);
	if (!signature) reject("keys-broken");
	const crl = { signed: tbs.all, ecdsa: algorithm.children(0x30)[0].oid() === OID.ecdsaSha256, signature: signature.bits() };
	if (!(await signedBy(crl, authority.key, "keys-broken"))) reject("keys-broken");
	const [, , issuer, thisUpdate, ...rest] = tbs.children(0x30);
	if (!equal(issuer.all, Uint8Array.from(authority.subject.match(/../g), (b) => parseInt(b, 16)))) reject("keys-broken");
	const isTime = (field) => field && (field.tag === 0x17 || field.tag === 0x18);
	const next = isTime(rest[0]) ? rest.shift().time() : new Date(0);
	const revoked = new Map();
	if (rest[0] && rest[0].tag === 0x30) {
		for (const entry of rest[0].children(0x30)) {
			const [serial, at, extensions] = entry.children(0x30);
			revoked.set(hex(serial.content), { at: at.time(), reason: reasonOf(extensions) });
		}
	}
	return { at: thisUpdate.time(), next, revoked };
}

function reasonOf(extensions) {
	for (const extension of extensions ? extensions.children(0x30) : []) {
		const parts = extension.children(0x30);
		if (parts[0].oid() === OID.crlReason) return Der.whole(parts[parts.length - 1].as(0x04).content, "keys-broken").as(0x0a).content[0];
	}
	return 0;
}
