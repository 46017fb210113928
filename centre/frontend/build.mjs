// Copies what the pages need from npm packages into the folder given: node build.mjs OUT
// Does nothing when OUT was made from the same package-lock.json and the same script.
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? "vendor");
const stamp = join(out, ".made-from");
const madeFrom = createHash("sha256").update(readFileSync(join(here, "package-lock.json")))
	.update(readFileSync(join(here, "build.mjs"))).digest("hex");

if (existsSync(stamp) && readFileSync(stamp, "utf8") === madeFrom) {
	process.exit(0);
}

const installed = join(here, "node_modules", ".package-lock.json");
if (!existsSync(installed) || !sameVersions()) {
	execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: here, stdio: "inherit" });
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const plex = "@fontsource/ibm-plex-sans-arabic";
const files = { "htmx.min.js": "htmx.org/dist/htmx.min.js", "htmx-licence.txt": "htmx.org/LICENSE", "plex-licence.txt": plex + "/LICENSE" };
for (const script of ["arabic", "latin"]) {
	for (const weight of [400, 600]) {
		files[`plex-${script}-${weight}.woff2`] = `${plex}/files/ibm-plex-sans-arabic-${script}-${weight}-normal.woff2`;
	}
}
for (const [to, from] of Object.entries(files)) {
	copyFileSync(join(here, "node_modules", from), join(out, to));
}
writeFileSync(stamp, madeFrom);

/** Whether node_modules holds exactly the versions of the lock file. */
function sameVersions() {
	const have = JSON.parse(readFileSync(installed, "utf8")).packages;
	const want = JSON.parse(readFileSync(join(here, "package-lock.json"), "utf8")).packages;
	return Object.entries(want).every(([path, p]) => path === "" || have[path]?.version === p.version);
}
