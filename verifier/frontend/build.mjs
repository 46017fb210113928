// Builds the page that verifies documents: node build.mjs OUT
//   OUT/verify.html                   one file for a disk; the centre puts its keys in place of the word null in <script id="keys">
//   OUT/served/offline.html           the same page for a server, without inline script or style
//   OUT/served/offline-worker.js      keeps it at hand without a network
//   OUT/served/assets/*               to be served under /assets/verify/; the typeface comes from the centre's own /assets/vendor/
// Does nothing when OUT was made from the same sources.
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const sources = join(here, "..", "src", "main", "page");
const sentences = join(here, "..", "src", "main", "resources", "org", "nafidha", "verifier");
const out = resolve(process.argv[2] ?? "target/page");
const hash = (...parts) => parts.reduce((h, part) => h.update(part), createHash("sha256"));

const inputs = [...list(sources), ...list(sentences), join(here, "package-lock.json"), join(here, "build.mjs")];
const madeFrom = hash(...inputs.map((file) => readFileSync(file))).digest("hex");
const stamp = join(out, ".made-from");
if (existsSync(stamp) && readFileSync(stamp, "utf8") === madeFrom) process.exit(0);

const installed = join(here, "node_modules", ".package-lock.json");
if (!existsSync(installed) || !sameVersions()) execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: here, stdio: "inherit" });

const { build, transform } = await import("esbuild");
const texts = { ar: { ...properties("ar"), ...pageTexts("ar") }, en: { ...properties("en"), ...pageTexts("en") } };
const options = { bundle: true, minify: true, write: false, target: ["es2020", "chrome87", "firefox90", "safari14.1"], format: "iife", nodePaths: [join(here, "node_modules")], charset: "utf8", legalComments: "none", loader: { ".woff2": "dataurl" } };
const script = await bundle({ entryPoints: [join(sources, "page.js")], plugins: [{ name: "texts", setup: addTexts }] });
const jsqr = await bundle({ stdin: { contents: 'import jsQR from "jsqr"; window.jsQR = jsQR;', resolveDir: here } });
const css = await bundle({ entryPoints: [join(sources, "page.css")] });
const embeddedFonts = await bundle({ stdin: { contents: fonts((name) => `@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-${name}-normal.woff2`), loader: "css", resolveDir: here } });
const servedFonts = (await transform(fonts((name) => `/assets/vendor/sans-${name}.woff2`), { loader: "css", minify: true })).code;
const template = readFileSync(join(sources, "page.html"), "utf8");

rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, "served", "assets"), { recursive: true });
writeFileSync(join(out, "verify.html"), single());
serve();
writeFileSync(stamp, madeFrom);

function single() {
	const style = embeddedFonts + css;
	const policy = `default-src 'none'; script-src ${source(jsqr)} ${source(script)}; style-src ${source(style)}; font-src data:; img-src blob: data:; media-src blob: mediastream:; connect-src https: http://localhost:* http://127.0.0.1:*; base-uri 'none'; form-action 'none'`;
	return fill({
		mode: "single", "jsqr-address": "", icon: "", credits: "<!-- with jsQR (Apache-2.0) and IBM Plex Sans Arabic (SIL OFL 1.1), both unchanged -->", policy: `<meta http-equiv="Content-Security-Policy" content="${policy}">`, style: `<style>${style}</style>`,
		keys: '<script type="application/json" id="keys">null</script>', script: `<script>${jsqr}</script>\n<script>${script}</script>`,
	});
}

function serve() {
	const address = (name, ending, content) => {
		const file = `${name}-${hash(content).digest("hex").slice(0, 12)}.${ending}`;
		writeFileSync(join(out, "served", "assets", file), content);
		return `/assets/verify/${file}`;
	};
	const [styleAt, scriptAt, jsqrAt] = [address("verify", "css", servedFonts + css), address("verify", "js", script), address("jsqr", "js", jsqr)];
	writeFileSync(join(out, "served", "offline.html"), fill({
		mode: "served", "jsqr-address": ` data-jsqr="${jsqrAt}"`, policy: "", icon: "", credits: "", style: `<link rel="stylesheet" href="${styleAt}">`, keys: "",
		script: `<script src="${scriptAt}" defer></script>`,
	}));
	const fontFiles = ["arabic-400", "arabic-600", "latin-400", "latin-600"].map((name) => `/assets/vendor/sans-${name}.woff2`);
	const worker = readFileSync(join(sources, "worker.js"), "utf8").replace("__VERSION__", JSON.stringify(madeFrom.slice(0, 12)))
		.replace("__FILES__", JSON.stringify(["/verify/offline", styleAt, scriptAt, jsqrAt])).replace("__FONTS__", JSON.stringify(fontFiles));
	writeFileSync(join(out, "served", "offline-worker.js"), worker);
}

/** The template with its marks replaced; in one pass, so that nothing put in is read as a mark. A line of one empty mark goes. */
function fill(parts) {
	return template.replace(/^\t*\{\{([a-z-]+)\}\}\n|\{\{([a-z-]+)\}\}/gm, (mark, line, name) => (line === undefined ? parts[name] : parts[line] && mark.replace(/\{\{.*\}\}/, () => parts[line])));
}

function source(content) {
	return `'sha256-${hash(content).digest("base64")}'`;
}

/** A bundle that can stand inside <script> or <style>: without a line feed at the end, and never closing its element. */
async function bundle(more) {
	const { outputFiles } = await build({ ...options, ...more });
	return outputFiles[0].text.trimEnd().replace(/<\/(script|style)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");
}

function addTexts(setup) {
	setup.onResolve({ filter: /^texts$/ }, () => ({ path: "texts", namespace: "texts" }));
	setup.onLoad({ filter: /.*/, namespace: "texts" }, () => ({ contents: JSON.stringify(texts), loader: "json" }));
}

function fonts(address) {
	return readFileSync(join(sources, "fonts.css"), "utf8").replace(/sans-([a-z]+-\d+)\.woff2/g, (_, name) => address(name));
}

/** The sentences of causes and caveats, which the command says too. */
function properties(language) {
	const all = read(join(sentences, `texts_${language}.properties`));
	return Object.fromEntries(Object.entries(all).filter(([key]) => /^(cause|caveat)\./.test(key)));
}

function pageTexts(language) {
	return read(join(sources, "texts", `page_${language}.properties`));
}

/** A .properties file of one line a text. */
function read(file) {
	const lines = readFileSync(file, "utf8").split("\n").map((line) => /^([a-zA-Z0-9.-]+) = (.*)$/.exec(line));
	return Object.fromEntries(lines.filter(Boolean).map(([, key, text]) => [key, text]));
}

function list(folder) {
	return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
		.flatMap((entry) => (entry.isDirectory() ? list(join(folder, entry.name)) : [join(folder, entry.name)]));
}

/** Whether node_modules holds exactly the versions of the lock file, but for builds for other machines. */
function sameVersions() {
	const have = JSON.parse(readFileSync(installed, "utf8")).packages;
	const want = JSON.parse(readFileSync(join(here, "package-lock.json"), "utf8")).packages;
	return Object.entries(want).every(([path, p]) => path === "" || p.optional || have[path]?.version === p.version);
}
