import { base64, encode, reject, utf8 } from "./bytes.js";

const DEPTH = 32;
const BYTES = 5 << 20;
const TOKEN = /[ \t\n\r]*(?:([{}[\]:,])|(true|false|null)(?![\w.])|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"))/y;

/** JSON as our formats use it: an object, no member twice, bounded depth, nothing after it. Numbers are whole. */
export function parseJson(bytes, otherwise) {
	if (bytes.length > BYTES) reject(otherwise);
	const text = utf8(bytes, otherwise);
	let at = 0;
	const next = () => {
		TOKEN.lastIndex = at;
		const token = TOKEN.exec(text) || reject(otherwise);
		at = TOKEN.lastIndex;
		return token;
	};
	const punctuation = (allowed) => {
		const token = next();
		return token[1] && allowed.includes(token[1]) ? token[1] : reject(otherwise);
	};
	const peek = (mark) => {
		const before = at;
		if (next()[1] === mark) return true;
		at = before;
		return false;
	};
	const value = (depth) => {
		const [, mark, word, number, string] = next();
		if (string !== undefined) return JSON.parse(string);
		if (number !== undefined) return whole(Number(number), number, otherwise);
		if (word !== undefined) return JSON.parse(word);
		if (depth === 0) reject(otherwise);
		if (mark === "[") return array(depth - 1);
		return mark === "{" ? object(depth - 1) : reject(otherwise);
	};
	const array = (depth) => {
		const items = [];
		if (peek("]")) return items;
		do items.push(value(depth)); while (punctuation(",]") === ",");
		return items;
	};
	const object = (depth) => {
		const members = new Map();
		if (peek("}")) return members;
		do {
			const name = next()[4] || reject(otherwise);
			punctuation(":");
			const key = JSON.parse(name);
			if (members.has(key)) reject(otherwise);
			members.set(key, value(depth));
		} while (punctuation(",}") === ",");
		return members;
	};
	const root = value(DEPTH);
	if (!(root instanceof Map) || !/^[ \t\n\r]*$/.test(text.slice(at))) reject(otherwise);
	return root;
}

const whole = (value, spelling, otherwise) =>
	/^-?\d+$/.test(spelling) && Math.abs(value) <= 2 ** 53 && (Math.abs(value) < 2 ** 53 || /^-?9007199254740992$/.test(spelling)) ? value : reject(otherwise);

/** RFC 8785, as UTF-8; for strings, booleans, whole numbers, arrays and objects. */
export const canonical = (value, otherwise) => encode(spell(value, otherwise));

function spell(value, otherwise) {
	if (typeof value === "string") {
		if (/[\ud800-\udbff](?![\udc00-\udfff])|(?:[^\ud800-\udbff]|^)[\udc00-\udfff]/.test(value)) reject(otherwise);
		return JSON.stringify(value);
	}
	if (typeof value === "boolean") return String(value);
	if (typeof value === "number") return String(value === 0 ? 0 : value);
	if (Array.isArray(value)) return "[" + value.map((item) => spell(item, otherwise)).join(",") + "]";
	if (!(value instanceof Map)) reject(otherwise);
	const names = [...value.keys()].sort((a, b) => (a < b ? -1 : 1));
	return "{" + names.map((name) => spell(name, otherwise) + ":" + spell(value.get(name), otherwise)).join(",") + "}";
}

/** Asks a parsed object for members of the type they must have. */
export class Members {
	constructor(map, otherwise) {
		this.map = map instanceof Map ? map : reject(otherwise);
		this.otherwise = otherwise;
	}

	text(name) { return this.of(name, (value) => typeof value === "string"); }
	textOr(name, fallback) { return this.map.has(name) && this.map.get(name) !== null ? this.text(name) : fallback; }
	count(name) { return this.of(name, (value) => typeof value === "number" && value >= 0); }
	flag(name) { return this.of(name, (value) => typeof value === "boolean"); }
	base64(name) { return base64(this.text(name), this.otherwise); }
	object(name) { return new Members(this.map.get(name), this.otherwise); }
	texts(name) { return this.of(name, (value) => Array.isArray(value) && value.every((item) => typeof item === "string")); }
	objects(name) { return this.of(name, Array.isArray).map((item) => new Members(item, this.otherwise)); }
	time(name) { return time(this.text(name), this.otherwise); }
	timeOr(name, fallback) { return this.textOr(name, null) === null ? fallback : this.time(name); }

	of(name, fits) {
		const value = this.map.get(name);
		return this.map.has(name) && fits(value) ? value : reject(this.otherwise);
	}
}

function time(text, otherwise) {
	const value = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?Z$/.test(text) ? new Date(text.replace(/(\.\d{3})\d+Z/, "$1Z")) : new Date(NaN);
	return Number.isNaN(value.getTime()) ? reject(otherwise) : value;
}
