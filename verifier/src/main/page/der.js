import { hex, reject } from "./bytes.js";

/** One DER value: its tag, its content, and all its bytes. Lengths are shortest and definite; deeper values are read when asked for. */
export class Der {
	constructor(bytes, start, end, otherwise) {
		const broken = () => reject(otherwise);
		if (end - start < 2 || (bytes[start] & 31) === 31) broken();
		this.tag = bytes[start];
		let length = bytes[start + 1];
		let content = start + 2;
		if (length > 0x7f) {
			const octets = length & 0x7f;
			if (octets < 1 || octets > 3 || content + octets > end) broken();
			length = 0;
			for (let i = 0; i < octets; i++) length = length * 256 + bytes[content + i];
			content += octets;
			if (length < 128 || length < 2 ** (8 * (octets - 1))) broken();
		}
		if (content + length > end) broken();
		this.bytes = bytes;
		this.start = start;
		this.contentStart = content;
		this.end = content + length;
		this.otherwise = otherwise;
	}

	/** The value at the start of the bytes, whatever follows. */
	static first(bytes, otherwise) { return new Der(bytes, 0, bytes.length, otherwise); }

	/** The value that the bytes are, and nothing else. */
	static whole(bytes, otherwise) {
		const value = Der.first(bytes, otherwise);
		return value.end === bytes.length ? value : reject(otherwise);
	}

	get all() { return this.bytes.subarray(this.start, this.end); }
	get content() { return this.bytes.subarray(this.contentStart, this.end); }

	as(tag) { return this.tag === tag ? this : reject(this.otherwise); }

	children(tag = this.tag) {
		this.as(tag);
		const out = [];
		for (let at = this.contentStart; at < this.end;) {
			const child = new Der(this.bytes, at, this.end, this.otherwise);
			out.push(child);
			at = child.end;
			if (out.length > 1000) reject(this.otherwise);
		}
		return out;
	}

	oid() { return hex(this.as(0x06).content); }
	bool() { return this.as(0x01).content[0] !== 0; }

	/** The bytes of a BIT STRING of whole octets. */
	bits() { return this.as(0x03).content[0] === 0 ? this.content.subarray(1) : reject(this.otherwise); }

	time() {
		const text = String.fromCharCode(...this.content);
		const [, year, rest] = /^(\d{2}|\d{4})(\d{10})Z$/.exec(text) || reject(this.otherwise);
		if (year.length !== (this.tag === 0x17 ? 2 : 4)) reject(this.otherwise);
		const full = year.length === 4 ? Number(year) : Number(year) + (Number(year) < 50 ? 2000 : 1900);
		const [month, day, hour, minute, second] = rest.match(/../g).map(Number);
		return new Date(Date.UTC(full, month - 1, day, hour, minute, second));
	}
}

/** An ECDSA-Sig-Value (two INTEGERs) as the 64 bytes r || s. */
export function rawSignature(der, otherwise) {
	const [r, s, more] = Der.whole(der, otherwise).children(0x30);
	if (!s || more) reject(otherwise);
	const out = new Uint8Array(64);
	[r, s].forEach((part, i) => {
		const digits = part.as(0x02).content;
		const trimmed = digits[0] === 0 ? digits.subarray(1) : digits;
		if (digits.length === 0 || digits[0] > 0x7f || trimmed.length > 32) reject(otherwise);
		out.set(trimmed, 32 * (i + 1) - trimmed.length);
	});
	return out;
}
