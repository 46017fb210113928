import { es256, hex, p256Key, reject, sha256 } from "./bytes.js";
import { pem, readAuthority, readCrl } from "./certificate.js";
import { readJournalKey } from "./journal.js";
import { canonical, Members, parseJson } from "./json.js";

/** A city's public keys (docs/formats.md section 4): all that this page trusts. */
export async function readKeys(bytes) {
	const json = new Members(parseJson(bytes, "keys-broken"), "keys-broken");
	if (json.text("format") !== "nafidha-keys-v1") reject("keys-broken");
	const codes = new Map();
	for (const code of json.objects("codes")) {
		const spki = code.base64("spki");
		const kid = hex(code.base64("kid"));
		if (hex((await sha256(spki)).slice(0, 8)) !== kid) reject("keys-broken");
		const [from, until] = [code.time("from"), code.timeOr("until", null)];
		codes.set(kid, { key: await p256Key(spki, "keys-broken"), covers: (moment) => moment >= from && (!until || moment < until) });
	}
	const authority = await readAuthority(json.text("ca"));
	return {
		issuer: json.text("issuer"), demonstration: json.flag("demo"), home: home(json.textOr("home", "")), codes, authority,
		crl: await readCrl(pem(json.text("crl"), "X509 CRL", "keys-broken"), authority), journal: { ...(await readJournalKey(json.text("journal"))), before: await before(json) },
	};
}

/** Keys of the journal before the present one, each with the size up to which it counts. */
async function before(json) {
	const keys = [];
	for (const former of json.map.has("journalBefore") ? json.objects("journalBefore") : []) {
		keys.push({ key: await readJournalKey(former.text("key")), until: former.count("until") });
	}
	return keys;
}

const home = (text) => (/^https?:\/\/[^\s?#]+$/.test(text) ? text.replace(/\/+$/, "") : "");

/** The city's signed list of revoked documents (docs/formats.md section 5). */
export async function readRevoked(bytes, keys) {
	const json = new Members(parseJson(bytes, "revoked-list-broken"), "revoked-list-broken");
	const key = keys.codes.get(hex(json.base64("kid")));
	const signed = new Map(json.map);
	signed.delete("signature");
	const genuine = json.text("format") === "nafidha-revoked-v1" && key && key.covers(json.time("at"))
		&& (await es256(key.key, json.base64("signature"), canonical(signed, "revoked-list-broken")));
	if (!genuine) reject("revoked-list-broken");
	const numbers = new Map(json.objects("numbers").map((item) => [item.text("number"), { at: item.time("at"), reason: item.textOr("reason", "") }]));
	return { at: json.time("at"), numbers };
}

/** What the register answered of one number. */
export function readStatus(bytes, number) {
	const json = new Members(parseJson(bytes, "online-failed"), "online-failed");
	const status = json.text("status");
	if (!["valid", "expired", "revoked", "unknown"].includes(status) || (status !== "unknown" && json.text("number") !== number)) reject("online-failed");
	return { status, pdf: json.map.has("pdfSha256") ? hex(json.base64("pdfSha256")) : null, reason: json.textOr("reason", "") };
}

