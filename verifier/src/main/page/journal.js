import { base64, concat, encode, equal, hex, reject, sha256 } from "./bytes.js";
import { canonical } from "./json.js";

const MEMBERS = ["actor", "at", "facts", "id", "kind", "subject"];

/** The journal's key: a C2SP signed-note vkey of Ed25519. Its key is null where this browser knows no Ed25519. */
export async function readJournalKey(vkey) {
	const [, origin, id, typed64] = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(vkey) || reject("keys-broken");
	const typed = base64(typed64, "keys-broken");
	const expected = (await sha256(encode(origin + "\n"), typed)).slice(0, 4);
	if (typed.length !== 33 || typed[0] !== 1 || hex(expected) !== id) reject("keys-broken");
	let key = null;
	try {
		key = await crypto.subtle.importKey("raw", typed.subarray(1), { name: "Ed25519" }, false, ["verify"]);
	} catch (_) {
		// said to the reader when a receipt comes, see checkReceipt
	}
	return { origin, id: expected, key };
}

async function openNote(note, journal) {
	const split = note.lastIndexOf("\n\n");
	if (split < 0 || split + 2 >= note.length || !note.endsWith("\n")) reject("receipt-broken");
	const lines = note.slice(split + 2, -1).split("\n");
	if (lines.length > 100) reject("receipt-broken");
	const text = note.slice(0, split + 1);
	let signed = false;
	for (const line of lines) {
		const words = line.slice(2).split(" ");
		if (!line.startsWith("\u2014 ") || words.length !== 2) reject("receipt-broken");
		const value = base64(words[1], "receipt-broken");
		if (words[0] !== journal.origin || value.length < 4 || !equal(value.subarray(0, 4), journal.id)) continue;
		if (value.length !== 68 || !(await crypto.subtle.verify({ name: "Ed25519" }, journal.key, value.slice(4), encode(text)))) reject("receipt-checkpoint");
		signed = true;
	}
	return signed ? text : null;
}

/** The lines of a checkpoint: signed by the journal's key, or by one before it and no larger than that one's journal had grown. */
async function openCheckpoint(note, journal) {
	for (const { key, until } of [...journal.before, { key: journal, until: Infinity }]) {
		const text = await openNote(note, key);
		if (text === null) continue;
		const lines = text.split("\n");
		if (lines.length < 4 || !/^(0|[1-9]\d{0,15})$/.test(lines[1])) reject("receipt-broken");
		if (lines[0] === key.origin && Number(lines[1]) <= until) return lines;
	}
	return reject("receipt-origin");
}

/** Whether the leaf stands at the position in the tree: RFC 9162 section 2.1.3.2. */
export async function inTree(leaf, position, size, path, root) {
	if (position >= size) return false;
	let [index, last, hash] = [position, size - 1, leaf];
	const half = (n) => Math.floor(n / 2);
	for (const sibling of path) {
		if (last === 0) return false;
		if (index % 2 === 1 || index === last) {
			hash = await sha256(Uint8Array.of(1), sibling, hash);
			while (index % 2 === 0 && index !== 0) [index, last] = [half(index), half(last)];
		} else {
			hash = await sha256(Uint8Array.of(1), hash, sibling);
		}
		[index, last] = [half(index), half(last)];
	}
	return last === 0 && equal(hash, root);
}

/** An entry that was proved to stand in the journal (docs/formats.md section 3). */
export async function checkReceipt(json, journal) {
	if (!journal.key) reject("receipt-no-ed25519");
	const entry = json.object("entry");
	if ([...entry.map.keys()].sort().join() !== MEMBERS.join()) reject("receipt-broken");
	const salt = json.base64("salt");
	const [position, size] = [json.count("position"), json.count("treeSize")];
	const path = json.texts("proof").map((text) => base64(text, "receipt-broken"));
	if (salt.length !== 32 || path.length > 63 || path.some((hash) => hash.length !== 32)) reject("receipt-broken");
	const lines = await openCheckpoint(json.text("checkpoint"), journal);
	const commitment = await sha256(salt, canonical(entry.map, "receipt-broken"));
	const leaf = await sha256(Uint8Array.of(0), commitment);
	if (Number(lines[1]) !== size || !(await inTree(leaf, position, size, path, base64(lines[2], "receipt-broken")))) reject("receipt-proof");
	return { entry: entry.count("id"), kind: entry.text("kind"), subject: entry.text("subject"), at: entry.time("at"), facts: entry.object("facts").map, position, treeSize: size };
}
