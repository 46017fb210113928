import { encode, reject } from "./bytes.js";
import { judge } from "./judge.js";
import { readFrame, readPicture } from "./pictures.js";
import { panel } from "./result.js";
import { choose as chooseKeys, load, trust } from "./sources.js";
import { choose as chooseLanguage, current, element, remembered, say, sentence } from "./words.js";

const $ = (id) => document.getElementById(id);
const served = document.documentElement.dataset.mode === "served";
let shown = null;
let stream = null;

function speak() {
	document.documentElement.lang = current();
	document.documentElement.dir = current() === "ar" ? "rtl" : "ltr";
	document.title = `${say("title")} – ${say("product")}`;
	document.querySelectorAll("[data-t]").forEach((node) => { node.textContent = say(node.dataset.t); });
	document.querySelectorAll("[data-label]").forEach((node) => node.setAttribute("aria-label", say(node.dataset.label)));
	$("language").textContent = say("other-language");
	$("language").lang = current() === "ar" ? "en" : "ar";
	$("scan-button").textContent = say(stream ? "scan.stop" : "scan.start");
	showKeys();
	if (shown) show(shown.found, shown.name, false);
}

function showKeys() {
	const { keys, source, at, revoked } = trust;
	const issuer = keys && keys.issuer;
	$("keys-state").replaceChildren(sentence(say(`keys.${source}`), { issuer, at }), ...(keys && keys.demonstration ? [" ", say("keys.demo")] : []));
	$("revoked-state").replaceChildren(keys ? sentence(say(revoked ? "revoked.at" : "revoked.none"), revoked || {}) : "");
}

function show(found, name, move = true) {
	shown = { found, name };
	const result = $("result");
	result.replaceChildren(panel(found, name, again));
	result.hidden = false;
	if (move) {
		result.focus({ preventScroll: true });
		result.scrollIntoView({ block: "start" });
	}
}

function again() {
	shown = null;
	$("result").hidden = true;
	$("result").replaceChildren();
	$("main").focus({ preventScroll: true });
	window.scrollTo(0, 0);
}

async function check(bytes, name) {
	const result = $("result");
	shown = null;
	result.replaceChildren(element("p", { class: "note" }, say("busy")));
	result.hidden = false;
	try {
		await ready;
		show(await judge(bytes, trust, (picture) => readPicture(picture, () => reject("picture-broken"))), name);
	} catch (e) {
		console.error(e);
		result.replaceChildren(element("p", { class: "note bad" }, say("trouble")));
	}
}

async function open(file) {
	// the size is judged before the file is read
	const bytes = file.size > 51 << 20 ? { length: file.size } : new Uint8Array(await file.arrayBuffer());
	await check(bytes, file.name);
}

async function scan() {
	if (stream) {
		stop();
		return;
	}
	try {
		stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1280 } } });
	} catch (e) {
		$("scan-state").textContent = say(e.name === "NotAllowedError" ? "scan.denied" : "scan.none");
		return;
	}
	$("camera").hidden = false;
	$("scan-state").textContent = say("scan.looking");
	$("scan-button").textContent = say("scan.stop");
	$("video").srcObject = stream;
	await $("video").play();
	look();
}

async function look() {
	if (!stream) return;
	const text = $("video").videoWidth > 0 ? await readFrame($("video")) : null;
	if (text !== null && stream) {
		stop();
		await check(encode(text), null);
	} else {
		setTimeout(look, 150);
	}
}

function stop() {
	stream.getTracks().forEach((track) => track.stop());
	stream = null;
	$("camera").hidden = true;
	$("scan-state").textContent = "";
	$("scan-button").textContent = say("scan.start");
}

function listen() {
	$("language").addEventListener("click", () => {
		chooseLanguage(current() === "ar" ? "en" : "ar");
		speak();
	});
	$("scan-button").addEventListener("click", scan);
	if (!navigator.mediaDevices) $("scan-state").textContent = say("scan.none");
	for (const what of ["file", "keys"]) {
		const input = $(what === "file" ? "file" : "keys-file");
		$(`${what}-button`).addEventListener("click", () => input.click());
	}
	$("file").addEventListener("change", async (event) => {
		const [file] = event.target.files;
		if (file) await open(file);
		event.target.value = "";
	});
	$("keys-file").addEventListener("change", async (event) => {
		const [file] = event.target.files;
		if (file && !(await chooseKeys(new Uint8Array(await file.arrayBuffer())))) show({ kind: null, cause: "keys-broken", values: {}, subject: null, caveats: [] }, file.name);
		event.target.value = "";
		showKeys();
	});
	$("paste-form").addEventListener("submit", (event) => {
		event.preventDefault();
		check(encode($("text").value.replace(/^[\s\ufeff]+|[\r\n]+$/g, "")), null);
	});
	const over = (yes) => $("drop").toggleAttribute("data-over", yes);
	addEventListener("dragover", (event) => {
		event.preventDefault();
		over(true);
	});
	addEventListener("dragleave", (event) => { if (!event.relatedTarget) over(false); });
	addEventListener("drop", (event) => {
		event.preventDefault();
		over(false);
		const [file] = event.dataTransfer.files;
		if (file) open(file);
	});
}

async function begin() {
	if (!crypto.subtle) {
		$("ways").hidden = true;
		$("result").replaceChildren(element("p", { class: "note bad" }, say("no-crypto")));
		$("result").hidden = false;
		return;
	}
	await load();
	showKeys();
	document.documentElement.dataset.ready = "";
}

chooseLanguage(remembered());
$("back").hidden = $("save").hidden = !served;
speak();
listen();
const ready = begin();
if (served && "serviceWorker" in navigator) navigator.serviceWorker.register("/verify/offline-worker.js", { scope: "/verify/" }).catch((e) => console.warn("offline use is not prepared:", e.message));
