// The standards' own examples, in node: the same code runs in the page.
import assert from "node:assert/strict";
import { webcrypto } from "node:crypto";
import { test } from "node:test";
import { base45, encode, hex, sha256 } from "../../main/page/bytes.js";
import { Cbor } from "../../main/page/cbor.js";
import { inTree } from "../../main/page/journal.js";
import { canonical, parseJson } from "../../main/page/json.js";
import { rawSignature } from "../../main/page/der.js";

globalThis.crypto ??= webcrypto; // node 18 has it, but not as a global

const bytes = (text) => Uint8Array.from(text.match(/../g) || [], (pair) => parseInt(pair, 16));
const refused = (cause) => (e) => e.cause_ === cause;

test("the examples of RFC 9285 decode", () => {
	for (const [code, text] of [["BB8", "AB"], ["%69 VD92EX0", "Hello!!"], ["UJCLQE7W581", "base-45"], ["QED8WEX0", "ietf!"]])
		assert.equal(Buffer.from(base45(code)).toString(), text);
	for (const wrong of ["GGW", ":::", "A", "bb8", "BB8\n", "::"]) assert.throws(() => base45(wrong), refused("code-broken"));
});

test("CBOR is read in its one encoding only", () => {
	for (const [code, value] of [["00", 0], ["1818", 24], ["1903e8", 1000], ["1b000000e8d4a51000", 1e12], ["20", -1], ["3a00011170", -70001]])
		assert.equal(new Cbor(bytes(code)).integer(), value);
	for (const wrong of ["1817", "1900ff", "1a0000ffff", "1b00000000ffffffff", "1bffffffffffffffff", "1c", "", "18"])
		assert.throws(() => new Cbor(bytes(wrong)).integer(), refused("code-broken"));
	for (const wrong of ["5f42010243030405ff", "9fff", "f4", "f6", "9affffffff", "62c328", "81".repeat(100000)])
		assert.throws(() => new Cbor(bytes(wrong)).skip(), refused("code-broken"));
	assert.throws(() => new Cbor(bytes("a203000100")).entries(() => 0), refused("code-broken"));
});

test("the published trees of RFC 6962 hold, and nothing near them", async () => {
	const leaf = await sha256(Uint8Array.of(0), bytes("40414243"));
	const path = ["bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b", "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
		"d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"].map(bytes);
	const root = bytes("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
	assert.equal(await inTree(leaf, 5, 8, path, root), true);
	assert.equal(await inTree(leaf, 4, 8, path, root), false);
	assert.equal(await inTree(leaf, 5, 6, path, root), false);
	assert.equal(await inTree(leaf, 5, 8, path.slice(1), root), false);
	assert.equal(await inTree(leaf, 5, 8, [...path, root], root), false);
	assert.equal(await inTree(leaf, 8, 8, path, root), false);
	assert.equal(await inTree(root, 0, 1, [], root), true);
});

test("JSON has one canonical form, and what has none is refused", () => {
	const form = (text) => Buffer.from(canonical(parseJson(encode(text), "json-broken"), "json-broken")).toString();
	assert.equal(form('{"\\u20ac":"E","\\r":"C","\\ufb33":"H","1":"O","\\ud83d\\ude00":"G","\\u0080":"c","\\u00f6":"L"}'),
		'{"\\r":"C","1":"O","\u0080":"c","\u00f6":"L","\u20ac":"E","\ud83d\ude00":"G","\ufb33":"H"}');
	assert.equal(form(' { "z" : [ ] , "b" : { } , "a" : [ true , -12 , 9007199254740992, -0 ] } '), '{"a":[true,-12,9007199254740992,0],"b":{},"z":[]}');
	for (const wrong of ['{"a":1.5}', '{"a":1.0}', '{"a":1e2}', '{"a":null}', '{"a":9007199254740993}', '{"a":"\\ud800"}', '{"a":1,"a":2}', '{"a":1}{}', "[]", "{", "",
		'{"a":NaN}', '{"a":01}', '{"a" 1}', '{"a":1,}', '{"a":"\t"}', '{"a":'.repeat(5000)]) assert.throws(() => form(wrong), refused("json-broken"), wrong);
});

test("signatures in DER become r || s, and only in their one spelling", () => {
	assert.equal(hex(rawSignature(bytes("3006020101020102"), "x")), "01".padStart(64, "0") + "02".padStart(64, "0"));
	for (const wrong of ["3006020101020182", "300602010102010200", "3003020101", "3081060201010201", "3007020100020101"])
		assert.throws(() => rawSignature(bytes(wrong), "x"), refused("x"), wrong);
});
