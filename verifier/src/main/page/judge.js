import { ascii, equal, latin1, reject, Rejected } from "./bytes.js";
import { checkCode, PREFIX } from "./code.js";
import { checkReceipt } from "./journal.js";
import { Members, parseJson } from "./json.js";
import { checkPdf } from "./pdf.js";

const FILE_BYTES = 50 << 20;
const VERDICTS = {
	genuine: ["document-genuine", "code-genuine", "receipt-genuine"],
	altered: ["code-signature", "pdf-after-seal", "pdf-many-seals", "pdf-seal-broken", "pdf-digest", "pdf-signature", "pdf-data-differs",
		"pdf-not-the-registered", "receipt-proof", "receipt-checkpoint"],
	unknown: ["code-foreign", "code-key-unknown", "code-key-period", "code-issuer", "pdf-no-seal", "seal-foreign", "seal-period", "receipt-origin", "number-unknown"],
	revoked: ["document-revoked", "seal-revoked"],
	expired: ["document-expired"],
};

/** genuine, altered, revoked, expired, unknown or unreadable. */
export const verdictOf = (cause) => Object.keys(VERDICTS).find((verdict) => VERDICTS[verdict].includes(cause)) || "unreadable";

const startsWith = (bytes, text) => equal(bytes.subarray(0, text.length), ascii(text));

/**
 * Judges one file. `readPicture` gives the text of the code in an image, or null. Answers {kind, cause, values, subject, caveats};
 * the kind is document, code or receipt. What a file contains never makes it throw.
 */
export async function judge(bytes, trust, readPicture) {
	try {
		if (!trust.keys) reject("keys-missing");
		if (bytes.length > FILE_BYTES) reject("file-too-large", { limit: String(FILE_BYTES >> 20) });
		const found = await look(bytes, trust.keys, readPicture);
		return found.kind === "receipt" ? withDemonstration(found, trust.keys.demonstration) : timely(await withRegister(found, trust), trust.now());
	} catch (e) {
		if (e instanceof Rejected) return { kind: null, cause: e.cause_, values: e.values, subject: null, caveats: [] };
		throw e;
	}
}

async function look(bytes, keys, readPicture) {
	if (startsWith(bytes, "%PDF-")) return finding("document", await checkPdf(bytes, keys));
	if (startsWith(bytes, PREFIX)) return finding("code", await checkCode(oneLine(bytes), keys));
	if (startsWith(bytes, "\x89PNG\r\n\x1a\n") || startsWith(bytes, "\xff\xd8\xff") || /^RIFF[^]{4}WEBP/.test(latin1(bytes.subarray(0, 12)))) {
		const text = await readPicture(bytes);
		return finding("code", await checkCode(text === null ? reject("picture-no-code") : text, keys));
	}
	if (bytes.length < 5 << 20 && /^[ \t\r\n]*\{/.test(latin1(bytes.subarray(0, 200)))) {
		const json = new Members(parseJson(bytes, "json-broken"), "receipt-broken");
		if (json.map.get("format") === "nafidha-receipt-v1") return finding("receipt", await checkReceipt(json, keys.journal));
		reject(json.map.get("format") === "nafidha-keys-v1" ? "file-is-keys" : "file-kind");
	}
	return reject("file-kind");
}

const oneLine = (bytes) => (bytes.length > 2902 ? reject("code-broken") : latin1(bytes).replace(/\r?\n$/, ""));

const finding = (kind, subject) => ({ kind, cause: kind + "-genuine", values: subject, subject, caveats: [] });

function withDemonstration(found, demonstration) {
	return demonstration || found.subject.demonstration ? { ...found, caveats: [{ kind: "demonstration" }, ...found.caveats] } : found;
}

/** A document whose time is over is genuine no longer; whatever is worse stands. */
function timely(found, now) {
	const { number, expiresAt } = found.subject;
	const over = verdictOf(found.cause) === "genuine" && expiresAt && now >= expiresAt;
	return over ? { ...found, cause: "document-expired", values: { number, at: expiresAt } } : found;
}

/** Revoked, unknown to the register, or as it was, with what could not be known. */
async function withRegister(found, trust) {
	const { number, pdf } = found.subject;
	const caveats = [];
	if (found.kind === "document" && trust.keys.crl.next < trust.now()) caveats.push({ kind: "crl-stale", at: trust.keys.crl.at });
	if (found.kind === "code") caveats.push({ kind: "code-covers-only" });
	const judged = withDemonstration({ ...found, caveats }, trust.keys.demonstration);
	const listed = trust.revoked && trust.revoked.numbers.get(number);
	if (listed) return { ...judged, cause: "document-revoked", values: { number, ...listed } };
	const online = await trust.ask(number);
	if (!online) {
		caveats.push(trust.revoked ? { kind: "revocation-as-of", at: trust.revoked.at } : { kind: "revocation-not-checked" });
		return withDemonstration({ ...found, caveats }, trust.keys.demonstration);
	}
	if (online.status === "revoked") return { ...judged, cause: "document-revoked", values: { number, reason: online.reason } };
	if (online.status === "unknown") return { ...judged, cause: "number-unknown", values: { number } };
	if (pdf && online.pdf && online.pdf !== pdf) return { ...judged, cause: "pdf-not-the-registered", values: { number } };
	return { ...judged, online: true };
}
