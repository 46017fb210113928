// Bytes and their spellings; everything strict, everything bounded by its input.

/** Ends the check of one file with its cause; the sentence stands under `cause.<key>`. */
export class Rejected extends Error {
	constructor(cause, values = {}) {
		super(cause);
		this.cause_ = cause;
		this.values = values;
	}
}

export const reject = (cause, values) => {
	throw new Rejected(cause, values);
};

const BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/** RFC 9285. */
export function base45(text) {
	if (text.length % 3 === 1) reject("code-broken");
	const values = [...text].map((c) => {
		const value = BASE45.indexOf(c);
		if (value < 0) reject("code-broken");
		return value;
	});
	const out = [];
	for (let i = 0; i < values.length; i += 3) {
		const whole = i + 2 < values.length;
		const n = values[i] + 45 * values[i + 1] + (whole ? 2025 * values[i + 2] : 0);
		if (n > (whole ? 0xffff : 0xff)) reject("code-broken");
		if (whole) out.push(n >> 8);
		out.push(n & 0xff);
	}
	return Uint8Array.from(out);
}

/** Standard Base64 with padding, in its one spelling. */
export function base64(text, otherwise) {
	let binary;
	try {
		binary = atob(text);
	} catch (_) {
		reject(otherwise);
	}
	if (btoa(binary) !== text) reject(otherwise);
	return Uint8Array.from(binary, (c) => c.charCodeAt(0));
}

export const toBase64 = (bytes) => btoa(String.fromCharCode(...bytes));
export const hex = (bytes) => Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
export const ascii = (text) => Uint8Array.from(text, (c) => c.charCodeAt(0));
export const latin1 = (bytes) => {
	let out = "";
	for (let i = 0; i < bytes.length; i += 8192) out += String.fromCharCode(...bytes.subarray(i, i + 8192));
	return out;
};

export const encode = (text) => new TextEncoder().encode(text);

export function utf8(bytes, otherwise) {
	try {
		return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch (_) {
		return reject(otherwise);
	}
}

export const equal = (a, b) => a.length === b.length && a.every((value, i) => value === b[i]);

export function concat(...parts) {
	const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		out.set(part, at);
		at += part.length;
	}
	return out;
}

/** The first position of the word from there on, or -1. */
export function find(bytes, word, from = 0) {
	for (let i = bytes.indexOf(word[0], from); i >= 0 && i <= bytes.length - word.length; i = bytes.indexOf(word[0], i + 1)) {
		let same = 1;
		while (same < word.length && bytes[i + same] === word[same]) same++;
		if (same === word.length) return i;
	}
	return -1;
}

/** SHA-256 of the parts, one after the other. */
export const sha256 = async (...parts) => new Uint8Array(await crypto.subtle.digest("SHA-256", concat(...parts)));

const P256 = { name: "ECDSA", namedCurve: "P-256" };

export async function p256Key(spki, otherwise) {
	try {
		return await crypto.subtle.importKey("spki", spki, P256, false, ["verify"]);
	} catch (_) {
		return reject(otherwise);
	}
}

/** Whether r || s is an ES256 signature of the data. */
export const es256 = async (key, signature, data) =>
	signature.length === 64 && crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, signature, data);
