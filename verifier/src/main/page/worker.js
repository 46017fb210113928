// Keeps the verification page at hand for when there is no network. Everything else passes by.
const KEPT = "nafidha-verify-" + __VERSION__;
const FILES = __FILES__;
const FONTS = __FONTS__;

// the page is whole without the typeface, so its absence is no failure
const keep = async (address) => (await caches.open(KEPT)).add(address);

addEventListener("install", (event) => event.waitUntil(caches.open(KEPT).then((cache) => cache.addAll(FILES)).then(() => Promise.allSettled(FONTS.map(keep))).then(() => self.skipWaiting())));

addEventListener("activate", (event) => event.waitUntil(caches.keys()
	.then((names) => Promise.all(names.filter((name) => name.startsWith("nafidha-verify-") && name !== KEPT).map((name) => caches.delete(name))))
	.then(() => self.clients.claim())));

addEventListener("fetch", (event) => {
	const url = new URL(event.request.url);
	if (event.request.method !== "GET" || url.origin !== location.origin || ![...FILES, ...FONTS].includes(url.pathname)) return;
	event.respondWith(fetch(event.request).then(async (response) => {
		if (response.ok) (await caches.open(KEPT)).put(url.pathname, response.clone());
		return response;
	}).catch(async () => (await caches.match(url.pathname)) || Response.error()));
});
