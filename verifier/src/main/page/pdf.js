import { ascii, concat, equal, es256, find, hex, latin1, p256Key, reject, sha256 } from "./bytes.js";
import { mayUse, OID, readCertificate, signedBy } from "./certificate.js";
import { Der, rawSignature } from "./der.js";
import { canonical, Members, parseJson } from "./json.js";

const BYTE_RANGE = ascii("/ByteRange");
const DATA = ascii("/NafidhaData");
const CMS_BYTES = 256 << 10;
const HARMLESS = [3, 4, 5]; // affiliation changed, superseded, cessation of operation

/** The data of a document that bears the city's seal and is unchanged (docs/formats.md section 2); rejected otherwise. */
export async function checkPdf(file, keys) {
	const sealed = readSealed(file);
	const seal = await checkSeal(sealed, keys);
	const signedAt = signingTime(file, sealed);
	checkTime(seal, signedAt, keys.crl);
	const bytes = data(file);
	const members = new Members(parseJson(bytes, "pdf-no-data"), "pdf-no-data");
	const document = {
		number: members.text("number"), procedure: members.text("procedure"), issuer: members.text("issuer"), issuedAt: members.time("issuedAt"),
		expiresAt: members.timeOr("expiresAt", null),
		journalEntry: members.count("journalEntry"), data: hex(await sha256(bytes)), pdf: hex(await sha256(file)), sealedAt: signedAt,
	};
	const fields = members.object("fields").map;
	if (document.issuer !== keys.issuer || !equal(bytes, canonical(members.map, "pdf-no-data"))) reject("pdf-no-data");
	return { ...document, fieldsHash: hex(await sha256(canonical(fields, "pdf-no-data"))) };
}

/** What the seal covers and the seal itself, found on the bytes alone. */
export function readSealed(file) {
	const at = find(file, BYTE_RANGE);
	if (at < 0) reject("pdf-no-seal");
	if (find(file, BYTE_RANGE, at + 1) >= 0) reject("pdf-many-seals");
	const range = /^\/ByteRange\s*\[\s*0\s+(\d{1,9})\s+(\d{1,9})\s+(\d{1,9})\s*\]/.exec(latin1(file.subarray(at, at + 200)));
	if (!range) reject("pdf-seal-broken");
	const [start, end, tail] = range.slice(1).map(Number);
	if (end + tail !== file.length) reject("pdf-after-seal");
	if (start >= end - 2 || file[start] !== 0x3c || file[end - 1] !== 0x3e || end - start > 2 * CMS_BYTES) reject("pdf-seal-broken");
	const digits = latin1(file.subarray(start + 1, end - 1));
	if (!/^(?:[0-9a-fA-F]{2})+$/.test(digits)) reject("pdf-seal-broken");
	const padded = Uint8Array.from(digits.match(/../g), (pair) => parseInt(pair, 16));
	const cms = Der.first(padded, "pdf-seal-broken").as(0x30);
	if (padded.subarray(cms.end).some((b) => b !== 0)) reject("pdf-seal-broken");
	return { at, start, end, cms, covered: concat(file.subarray(0, start), file.subarray(end)) };
}

async function checkSeal(sealed, { authority, codes }) {
	const broken = () => reject("pdf-seal-broken");
	const [type, wrapped] = sealed.cms.children();
	if (!wrapped || type.oid() !== OID.signedData) broken();
	const [, , content, ...rest] = wrapped.children(0xa0)[0].children(0x30);
	const inside = content.children(0x30);
	const certificates = rest.find((part) => part.tag === 0xa0);
	const signers = rest.find((part) => part.tag === 0x31);
	if (inside.length !== 1 || inside[0].oid() !== OID.data || !certificates || !signers || signers.children().length !== 1) broken();
	const [, sid, digest, attributes, algorithm, value] = signers.children()[0].children(0x30);
	if (!value || digest.children(0x30)[0].oid() !== OID.sha256 || algorithm.children(0x30)[0].oid() !== OID.ecdsaSha256) broken();
	const [issuer, serial] = sid.children(0x30);
	const named = certificates.children(0xa0).map((der) => readCertificate(der.all.slice(), "pdf-seal-broken"))
		.filter((held) => held.issuer === hex(issuer.all) && held.serial === hex(serial.content));
	if (new Set(named.map((held) => hex(held.der))).size !== 1) broken();
	const seal = named[0];
	if (seal.issuer !== authority.subject || seal.authority || !(mayUse(seal, 0) || mayUse(seal, 1)) || !(await signedBy(seal, authority.key, "pdf-seal-broken")))
		reject("seal-foreign");
	// a key of codes has that one purpose, whatever a certificate says of it
	if (codes.has(hex((await sha256(seal.spki)).slice(0, 8)))) reject("seal-foreign");
	await checkAttributes(readAttributes(attributes), sealed.covered, seal);
	const signed = concat(Uint8Array.of(0x31), attributes.all.subarray(1));
	if (!(await es256(await p256Key(seal.spki, "seal-foreign"), rawSignature(value.as(0x04).content, "pdf-seal-broken"), signed))) reject("pdf-signature");
	return seal;
}

/** Each signed attribute once, with its one value. */
function readAttributes(attributes) {
	const out = new Map();
	for (const attribute of attributes.children(0xa0)) {
		const [type, values] = attribute.children(0x30);
		if (out.has(type.oid()) || values.children(0x31).length !== 1) reject("pdf-seal-broken");
		out.set(type.oid(), values.children()[0]);
	}
	return (oid) => out.get(oid) || reject("pdf-seal-broken");
}

async function checkAttributes(attribute, covered, seal) {
	if (attribute(OID.contentType).oid() !== OID.data) reject("pdf-seal-broken");
	if (!equal(attribute(OID.messageDigest).as(0x04).content, await sha256(covered))) reject("pdf-digest");
	const [first] = attribute(OID.signingCertificateV2).children(0x30)[0].children(0x30);
	const parts = first.children(0x30);
	// SHA-256 is the default and then left out
	if (parts[0].tag === 0x30 && parts.shift().children()[0].oid() !== OID.sha256) reject("pdf-seal-broken");
	if (!equal(parts[0].as(0x04).content, await sha256(seal.der))) reject("pdf-seal-broken");
}

/** `/M` of the signature's own object, which the seal covers. */
function signingTime(file, sealed) {
	const before = latin1(file.subarray(Math.max(0, sealed.at - 100000), sealed.start));
	const after = latin1(file.subarray(sealed.end, sealed.end + 4000));
	const object = before.slice(before.lastIndexOf(" obj") + 4) + after.slice(0, Math.max(0, after.indexOf("endobj")));
	const dates = object.match(/\/M\s*\(D:\d{14}[^)]{0,10}\)/g) || [];
	const found = dates.length === 1 && /\(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-])(\d\d)'?(\d\d)?'?)?(?:00'?00'?)?\)/.exec(dates[0]);
	if (!found || !/\/SubFilter\s*\/ETSI\.CAdES\.detached/.test(object)) reject("pdf-seal-broken");
	const [, year, month, day, hour, minute, second, sign, hours = 0, minutes = 0] = found;
	const offset = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
	return new Date(Date.UTC(year, month - 1, day, hour, minute, second) - offset * 60000);
}

function checkTime(seal, signedAt, crl) {
	if (!(signedAt >= seal.from && signedAt <= seal.until)) reject("seal-period");
	const revoked = crl.revoked.get(seal.serial);
	if (revoked && !(HARMLESS.includes(revoked.reason) && signedAt < revoked.at)) reject("seal-revoked", { at: revoked.at });
}

/** The canonical data: the unfiltered stream of type NafidhaData. */
function data(file) {
	const at = find(file, DATA);
	if (at < 0 || find(file, DATA, at + 1) >= 0) reject("pdf-no-data");
	const head = latin1(file.subarray(Math.max(0, at - 1000), at + 1000));
	const here = Math.min(at, 1000);
	const start = head.lastIndexOf(" obj", here) + 4;
	const stream = /stream\r?\n/.exec(head.slice(here));
	if (start < 4 || !stream) reject("pdf-no-data");
	const dictionary = head.slice(start, here + stream.index);
	const length = /\/Length\s+(\d{1,8})(?!\s+\d+\s+R)\b/.exec(dictionary);
	if (!length || /\/Filter\b/.test(dictionary)) reject("pdf-no-data");
	const from = Math.max(0, at - 1000) + here + stream.index + stream[0].length;
	const to = from + Number(length[1]);
	if (!/^\r?\n?endstream/.test(latin1(file.subarray(to, to + 12)))) reject("pdf-no-data");
	return file.slice(from, to);
}
