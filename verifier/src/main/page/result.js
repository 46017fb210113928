import { verdictOf } from "./judge.js";
import { element, has, isolate, say, sentence } from "./words.js";

/** Each verdict has a shape of its own, so that it is told without its colour. */
const SHAPES = {
	genuine: '<circle cx="36" cy="36" r="31"/><path d="M22 37l10 10 19-22" stroke-width="6"/>',
	altered: '<path d="M23 5h26l18 18v26L49 67H23L5 49V23z"/><path d="M25 25l22 22M47 25L25 47" stroke-width="6"/>',
	revoked: '<rect x="6" y="6" width="60" height="60" rx="6"/><path d="M10 62L62 10M20 30h32M20 44h32" stroke-width="5"/>',
	expired: '<path d="M18 6h36M18 66h36M22 6c0 16 28 22 28 30S22 50 22 66M50 6c0 16-28 22-28 30s28 14 28 30"/>',
	unknown: '<path d="M36 6l32 58H4z"/><path d="M29 34c0-9 14-9 14 0 0 6-7 6-7 12M36 53v4" stroke-width="5"/>',
	unreadable: '<path d="M6 20V8h12M54 8h12v12M66 52v12H54M18 64H6V52"/><path d="M20 36h8M33 36h8M46 36h8" stroke-width="6"/>',
};
const TICK = '<svg viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="3" aria-hidden="true"><path d="M4 10.5l4 4 8-9"/></svg>';

/** The answer as a panel. */
export function panel(found, name, again) {
	const verdict = verdictOf(found.cause);
	const headline = element("h2", { id: "verdict" }, say(verdict === "genuine" ? `verdict.genuine.${found.kind}` : `verdict.${verdict}`));
	const seal = element("div", { class: "seal" });
	seal.innerHTML = `<svg viewBox="0 0 72 72" fill="none" stroke="currentColor" stroke-width="4" stroke-linejoin="round" aria-hidden="true">${SHAPES[verdict]}</svg>`;
	const says = element("div", { class: "stack tight" }, element("span", { class: "visually-hidden" }, say("verdict")), headline, element("p", {}, reason(found, verdict)));
	const button = element("button", { class: "button second start", type: "button" }, say("again"));
	button.addEventListener("click", again);
	const body = element("div", { class: "body" }, meaning(verdict), caveats(found, verdict), printed(found, verdict), facts(found, name), checked(found, verdict), button);
	return element("div", { class: "verdict", "data-verdict": verdict, "data-cause": found.cause, role: "group", "aria-labelledby": "verdict" },
		element("div", { class: "says" }, seal, says), body);
}

/** The reason without its verdict, which stands above it. */
function reason(found, verdict) {
	if (verdict === "genuine") return say(`genuine.${found.kind}`);
	const text = say(`cause.${found.cause}`);
	const rest = text.slice(text.indexOf(": ") + 2);
	return sentence(rest.charAt(0).toUpperCase() + rest.slice(1), found.values);
}

const meaning = (verdict) => (verdict === "genuine" ? null : element("p", {}, say(`meaning.${verdict}`)));

function caveats(found, verdict) {
	const shown = found.caveats.filter((caveat) => caveat.kind === "demonstration" || (verdict === "genuine" && caveat.kind !== "code-covers-only"));
	if (shown.length === 0) return null;
	return element("div", { class: "notes" }, ...shown.map((caveat) => element("p", { class: "note warn" }, sentence(say(`caveat.${caveat.kind}`), caveat))));
}

function printed(found, verdict) {
	if (found.kind !== "code" || (!["genuine", "revoked", "expired"].includes(verdict))) return null;
	return element("div", { class: "paper stack tight" }, element("h3", {}, say("printed")), element("p", { class: "hint" }, say("printed.hint")),
		list(found.subject.fields.map(([label, value]) => [label, isolate(value)])));
}

function facts(found, name) {
	const { subject } = found;
	const rows = [];
	if (subject && found.kind === "receipt") {
		rows.push(["kind", has(`kind.${subject.kind}`) ? say(`kind.${subject.kind}`) : isolate(subject.kind)], ["subject", isolate(subject.subject)], ["at", isolate(subject.at)],
			["entry", isolate(subject.entry)], ["position", sentence(say("position"), { position: subject.position, size: subject.treeSize })]);
	} else if (subject) {
		const kind = `procedure.${subject.procedure}`;
		rows.push(["number", isolate(subject.number)], ["procedure", has(kind) ? say(kind) : isolate(subject.procedure)], ["issued", isolate(subject.issuedAt)], ["issuer", isolate(subject.issuer)]);
		if (subject.expiresAt) rows.push(["expires", isolate(subject.expiresAt)]);
		if (subject.sealedAt) rows.push(["sealed", isolate(subject.sealedAt)]);
	}
	if (name) rows.push(["file", isolate(name)]);
	return rows.length === 0 ? null : list(rows.map(([key, value]) => [say(`field.${key}`), value]));
}

function list(rows) {
	return element("dl", { class: "summary" }, ...rows.flatMap(([term, value]) => [element("dt", {}, term), element("dd", {}, value)]));
}

function checked(found, verdict) {
	if (verdict !== "genuine") return null;
	const done = { document: ["seal", "data"], code: ["code"], receipt: ["proof"] }[found.kind].concat(found.online ? ["online"] : []);
	const items = done.map((what) => {
		const item = element("li");
		item.innerHTML = TICK;
		item.append(element("span", {}, say(`checked.${what}`)));
		return item;
	});
	return element("div", { class: "stack tight" }, element("h3", {}, say("checked")), element("ul", { class: "ticks" }, ...items));
}
