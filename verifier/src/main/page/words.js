import texts from "texts";

const PLACE = "Asia/Damascus";
let language = "ar";

export const current = () => language;

export function choose(next) {
	language = next;
	try {
		localStorage.setItem("nafidha-verify-lang", next);
	} catch (_) {
		// a page from a disk may have no storage: the choice then lasts as long as the page
	}
}

export function remembered() {
	try {
		return localStorage.getItem("nafidha-verify-lang") || "ar";
	} catch (_) {
		return "ar";
	}
}

export const has = (key) => key in texts[language];
export const say = (key) => texts[language][key] ?? key;

export function moment(date) {
	return new Intl.DateTimeFormat(language === "ar" ? "ar-SY-u-nu-latn" : "en-GB", { dateStyle: "long", timeStyle: "short", timeZone: PLACE }).format(date);
}

export function element(tag, attributes = {}, ...children) {
	const out = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) if (value !== null) out.setAttribute(name, value);
	out.append(...children.filter((child) => child !== null));
	return out;
}

/**
 * A value in its own direction: references left to right, what people wrote by its first letter. Digits after Arabic letters would be
 * turned around at a plus or a slash (/1+9/), so each reference in a text stands in an isolate of its own.
 */
export function isolate(value) {
	if (value instanceof Date) return element("bdi", {}, moment(value));
	const text = String(value).replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, "\ufffd");
	if (!/[\u0590-\u08ff]/.test(text)) return element("bdi", { dir: "ltr" }, text);
	const parts = text.split(/([!-~]*\d[!-~]*)/).map((part, i) => (i % 2 === 1 ? element("bdi", { dir: "ltr" }, part) : part));
	return element("bdi", {}, ...parts);
}

/** The sentence with its {values} put in, as nodes. */
export function sentence(text, values = {}) {
	const out = document.createDocumentFragment();
	let from = 0;
	for (const match of text.matchAll(/ ?\{([a-zA-Z]+)\}/g)) {
		const value = values[match[1]];
		out.append(text.slice(from, match.index));
		if (value !== undefined && value !== "") out.append(match[0].startsWith(" ") ? " " : "", isolate(value));
		from = match.index + match[0].length;
	}
	out.append(text.slice(from));
	return out;
}
