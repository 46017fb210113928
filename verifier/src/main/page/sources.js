// Where trust and news come from: keys in the page, kept from before, fetched, or chosen; the list of revoked documents; the register.
import { encode, Rejected } from "./bytes.js";
import { readCrl } from "./certificate.js";
import { readKeys, readRevoked, readStatus } from "./trust.js";

const WAIT = 8000;
const LIMIT = 5 << 20;
const served = document.documentElement.dataset.mode === "served";

/** What is trusted now, and where it came from. */
export const trust = { keys: null, source: "none", at: null, revoked: null, now: () => new Date(), ask };

async function get(path) {
	const home = served ? location.origin : trust.keys && trust.keys.home;
	if (!home || !navigator.onLine) return null;
	const stop = new AbortController();
	const timer = setTimeout(() => stop.abort(), WAIT);
	try {
		const response = await fetch(home + path, { signal: stop.signal, cache: "no-store", credentials: "omit", redirect: "error" });
		const bytes = response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
		return bytes && bytes.length <= LIMIT ? bytes : null;
	} catch (_) {
		return null; // offline, as far as this page is concerned, and the reader is told so beside the verdict
	} finally {
		clearTimeout(timer);
	}
}

/** The register's answer, or null when it could not be had. */
async function ask(number) {
	const bytes = await get("/verify/status/" + encodeURIComponent(number));
	return bytes && quietly(async () => readStatus(bytes, number));
}

/** The result, or null when what came was not what it should be. */
async function quietly(action) {
	try {
		return await action();
	} catch (e) {
		if (e instanceof Rejected) return null;
		throw e;
	}
}

const store = (name, text) => {
	try {
		localStorage.setItem(name, JSON.stringify({ at: new Date().toISOString(), text }));
	} catch (_) {
		// without storage the page only forgets
	}
};

const stored = (name) => {
	try {
		return JSON.parse(localStorage.getItem(name));
	} catch (_) {
		return null;
	}
};

async function take(text, source, at) {
	const keys = await quietly(() => readKeys(encode(text)));
	if (keys) Object.assign(trust, { keys, source, at });
	return Boolean(keys);
}

/** Keys from the page itself, then from before, then fresh ones; then news about revocation. */
export async function load() {
	const embedded = document.getElementById("keys");
	if (embedded && embedded.textContent.trim().startsWith("{")) await take(embedded.textContent, "embedded", null);
	const kept = served ? stored("nafidha-keys") : null;
	if (kept) await take(kept.text, "from", new Date(kept.at));
	const fresh = served ? await get("/.well-known/nafidha-keys.json") : null;
	if (fresh) {
		const text = new TextDecoder().decode(fresh);
		if (await take(text, "from", new Date())) store("nafidha-keys", text);
	}
	await refresh();
}

/** Keys that the reader chose; false when they are none. */
export async function choose(bytes) {
	const taken = await take(new TextDecoder().decode(bytes), "loaded", null);
	if (taken) await refresh();
	return taken;
}

async function refresh() {
	trust.revoked = null;
	if (!trust.keys) return;
	const { keys } = trust;
	const kept = stored("nafidha-revoked");
	if (kept) trust.revoked = await quietly(() => readRevoked(encode(kept.text), keys));
	const [list, crl] = await Promise.all([get("/verify/revoked.json"), get("/pki/ca.crl")]);
	const fresh = list && (await quietly(() => readRevoked(list, keys)));
	if (fresh && (!trust.revoked || fresh.at >= trust.revoked.at)) {
		trust.revoked = fresh;
		store("nafidha-revoked", new TextDecoder().decode(list));
	}
	const newer = crl && (await quietly(() => readCrl(crl, keys.authority)));
	if (newer && newer.at >= keys.crl.at) keys.crl = newer;
}
