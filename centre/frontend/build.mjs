// Copies what the pages need from npm packages into the folder given: node build.mjs OUT
// Does nothing when OUT was made from the same package-lock.json and the same script.
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "node_modules");
const out = resolve(process.argv[2] ?? "vendor");
const stamp = join(out, ".made-from");
const madeFrom = createHash("sha256").update(readFileSync(join(here, "package-lock.json")))
	.update(readFileSync(join(here, "build.mjs"))).digest("hex");

if (existsSync(stamp) && readFileSync(stamp, "utf8") === madeFrom) {
	process.exit(0);
}
if (!sameVersions()) {
	execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: here, stdio: "inherit" });
}
const { default: subset } = await import("subset-font");
const { convert } = await import("fontverter");

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const plex = join(modules, "@fontsource", "ibm-plex-sans-arabic");
copyFileSync(join(modules, "htmx.org", "dist", "htmx.min.js"), join(out, "htmx.min.js"));
copyFileSync(join(modules, "htmx.org", "LICENSE"), join(out, "htmx-licence.txt"));
copyFileSync(join(plex, "LICENSE"), join(out, "sans-licence.txt"));
for (const [script, characters] of [["arabic", arabic()], ["latin", latin()]]) {
	for (const weight of [400, 600]) {
		const whole = readFileSync(join(plex, "files", `ibm-plex-sans-arabic-${script}-${weight}-normal.woff2`));
		const renamed = rename(await convert(whole, "sfnt"));
		writeFileSync(join(out, `sans-${script}-${weight}.woff2`), await subset(renamed, characters, { targetFormat: "woff2" }));
	}
}
writeFileSync(stamp, madeFrom);

// Arabic as written here and by its neighbours (Kurdish, Persian, Turkish in Arabic letters); what else occurs falls to the reader's own fonts.
function arabic() {
	return "،؛؟" + range(0x0621, 0x063a) + range(0x0640, 0x0652) + range(0x0660, 0x066c) + "ٰٱپچژڤکگیەۆێڕڵھ" + range(0x06f0, 0x06f9) + range(0x200c, 0x200f);
}

function latin() {
	return range(0x20, 0x7e) + "\u00a0«»·×÷°²³½–—‘’“”•…−€←→↑↓№";
}

function range(first, last) {
	return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i));
}

// The licence (OFL) reserves the name "Plex" for the unchanged typeface; a part of it must be called otherwise. Same length, so nothing moves.
function rename(sfnt) {
	const tables = sfnt.readUInt16BE(4);
	for (let t = 0; t < tables; t++) {
		const entry = 12 + 16 * t;
		if (sfnt.toString("latin1", entry, entry + 4) !== "name") continue;
		const start = sfnt.readUInt32BE(entry + 8);
		const strings = start + sfnt.readUInt16BE(start + 4);
		for (let n = 0; n < sfnt.readUInt16BE(start + 2); n++) {
			const record = start + 6 + 12 * n;
			const nameId = sfnt.readUInt16BE(record + 6);
			const wide = sfnt.readUInt16BE(record) !== 1;
			const from = strings + sfnt.readUInt16BE(record + 10);
			const bytes = sfnt.subarray(from, from + sfnt.readUInt16BE(record + 8));
			if (![1, 3, 4, 6, 16].includes(nameId)) continue;
			const swap = (b) => (wide ? Buffer.from(b).swap16() : Buffer.from(b));
			const code = wide ? "utf16le" : "latin1";
			const name = swap(bytes).toString(code).replace("IBM Plex", "Nafidha ").replace("IBMPlex", "Nafidha");
			swap(Buffer.from(name, code)).copy(bytes);
		}
	}
	return sfnt;
}

/** Whether node_modules holds exactly the versions of the lock file. */
function sameVersions() {
	const installed = join(modules, ".package-lock.json");
	if (!existsSync(installed)) return false;
	const have = JSON.parse(readFileSync(installed, "utf8")).packages;
	const want = JSON.parse(readFileSync(join(here, "package-lock.json"), "utf8")).packages;
	return Object.entries(want).every(([path, p]) => path === "" || have[path]?.version === p.version);
}
