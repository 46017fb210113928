import { equal, reject, utf8 } from "./bytes.js";

const broken = () => reject("code-broken");

/** Reads the part of CBOR that a code uses, in deterministic encoding (RFC 8949 section 4.2.1) and in no other. */
export class Cbor {
	constructor(bytes) {
		this.bytes = bytes;
		this.at = 0;
	}

	tag() { return this.head(6); }
	array() { return this.count(4); }
	map() { return this.count(5); }
	binary() { return this.take(this.head(2)); }
	text() { return utf8(this.take(this.head(3)), "code-broken"); }
	integer() { return this.major() === 1 ? -1 - this.head(1) : this.head(0); }

	/** Calls `each` with every key of the map, which must stand in order; integers as numbers, texts as strings. */
	entries(each) {
		let before = null;
		for (let left = this.map(); left > 0; left--) {
			const start = this.at;
			const key = this.major() === 3 ? this.text() : this.integer();
			const encoded = this.bytes.slice(start, this.at);
			if (before && !follows(before, encoded)) broken();
			before = encoded;
			each(key);
		}
	}

	skip(depth = 4) {
		if (depth === 0) broken();
		switch (this.major()) {
			case 0: case 1: this.integer(); break;
			case 2: this.binary(); break;
			case 3: this.text(); break;
			case 4: for (let left = this.array(); left > 0; left--) this.skip(depth - 1); break;
			case 5: for (let left = 2 * this.map(); left > 0; left--) this.skip(depth - 1); break;
			default: broken();
		}
	}

	end() {
		if (this.at !== this.bytes.length) broken();
	}

	major() {
		return this.at < this.bytes.length ? this.bytes[this.at] >> 5 : broken();
	}

	head(major) {
		if (this.major() !== major) broken();
		const info = this.bytes[this.at++] & 31;
		if (info < 24) return info;
		if (info > 27) broken();
		const width = 2 ** (info - 24);
		const value = this.take(width).reduce((sum, b) => sum * 256 + b, 0);
		if (value < (width === 1 ? 24 : 2 ** (width * 4)) || value > Number.MAX_SAFE_INTEGER) broken();
		return value;
	}

	/** Every item takes at least one byte, so a count above what is left is a lie. */
	count(major) {
		const value = this.head(major);
		return value <= this.bytes.length - this.at ? value : broken();
	}

	take(length) {
		if (length > this.bytes.length - this.at) broken();
		this.at += length;
		return this.bytes.slice(this.at - length, this.at);
	}
}

function follows(before, after) {
	for (let i = 0; i < Math.min(before.length, after.length); i++)
		if (before[i] !== after[i]) return before[i] < after[i];
	return before.length < after.length && !equal(before, after);
}
