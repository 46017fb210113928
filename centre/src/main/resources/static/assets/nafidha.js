// Small comforts; every page works without them.
(() => {
	"use strict";

	const banner = document.getElementById("offline");
	const connection = (lost) => {
		if (!banner || (!lost && banner.hidden)) return;
		banner.textContent = lost ? banner.dataset.offline : banner.dataset.online;
		banner.hidden = false;
		if (!lost) setTimeout(() => { banner.hidden = true; }, 4000);
	};
	addEventListener("offline", () => connection(true));
	addEventListener("online", () => connection(false));
	document.addEventListener("htmx:sendError", () => connection(true));
	if (!navigator.onLine) connection(true);

	// A form is sent once; while offline it is not sent at all, so that nothing typed is lost to an error page.
	document.addEventListener("submit", (event) => {
		if (!navigator.onLine) {
			event.preventDefault();
			connection(true);
			return;
		}
		const form = event.target;
		if (form.method !== "post" || event.defaultPrevented) return;
		if (form.dataset.sent) {
			event.preventDefault();
			return;
		}
		form.dataset.sent = "1";
		event.submitter?.setAttribute("aria-busy", "true");
	});
	const ready = () => document.querySelectorAll("form[data-sent]").forEach((form) => {
		delete form.dataset.sent;
		form.querySelectorAll("[aria-busy]").forEach((button) => button.removeAttribute("aria-busy"));
	});
	addEventListener("pageshow", ready);
	document.addEventListener("htmx:afterRequest", ready);

	// A file that is too large is said to be so at once.
	document.addEventListener("change", (event) => {
		const input = event.target;
		if (!input.dataset?.maxBytes) return;
		const tooLarge = [...input.files].some((file) => file.size > Number(input.dataset.maxBytes));
		const error = document.getElementById(input.id + "-error");
		if (error) error.hidden = !tooLarge;
		input.toggleAttribute("aria-invalid", tooLarge);
		input.closest(".field")?.toggleAttribute("data-error", tooLarge);
		if (tooLarge) input.value = "";
	});

	// Of the reasons only those of the chosen outcome; a single one is chosen with it.
	document.addEventListener("change", (event) => {
		if (event.target.name !== "outcome") return;
		const select = document.getElementById("reason");
		if (!select) return;
		const groups = [...select.querySelectorAll("optgroup[data-of]")];
		groups.forEach((group) => { group.hidden = group.disabled = group.dataset.of !== event.target.value; });
		const left = groups.filter((group) => !group.hidden).flatMap((group) => [...group.children]);
		if (!left.some((option) => option.selected)) select.value = left.length === 1 ? left[0].value : "";
	});

	// A phone knows where it is; typed by hand, the place is as good.
	document.querySelectorAll("[data-locate]").forEach((button) => {
		if (!navigator.geolocation) return;
		button.hidden = false;
		button.addEventListener("click", () => {
			button.setAttribute("aria-busy", "true");
			navigator.geolocation.getCurrentPosition(({ coords }) => {
				document.getElementById(button.dataset.locate).value = coords.latitude.toFixed(5) + ", " + coords.longitude.toFixed(5);
				button.removeAttribute("aria-busy");
			}, () => button.removeAttribute("aria-busy"), { enableHighAccuracy: true, timeout: 15000 });
		});
	});

	// Keyboards of the region type digits of three kinds.
	const latin = (key) => key.replace(/^[\u0660-\u0669\u06f0-\u06f9]$/, (digit) => digit.charCodeAt(0) & 15);

	// data-key="F2", "1", "ctrl+enter": the key presses the button, follows the link, chooses the radio.
	addEventListener("keydown", (event) => {
		const typing = event.target.matches?.("input:not([type=radio]):not([type=checkbox]), textarea, select");
		const name = (event.ctrlKey ? "ctrl+" : "") + (event.altKey ? "alt+" : "") + latin(event.key).toLowerCase();
		if (event.isComposing || event.repeat || (typing && name.length === 1)) return;
		const target = [...document.querySelectorAll("[data-key]")].find((e) => e.dataset.key.toLowerCase() === name && e.offsetParent !== null);
		if (!target || (name === "enter" && event.target.matches?.("a, button, textarea, input"))) return;
		event.preventDefault();
		target.focus();
		target.click();
	});

	document.addEventListener("click", (event) => {
		if (event.target.closest?.("[data-print]")) print();
	});

	// A finding leads to its line: the text is scrolled there and the line selected.
	document.addEventListener("click", (event) => {
		const link = event.target.closest?.("a[data-line]");
		const text = document.getElementById("text");
		if (!link || !text) return;
		const lines = text.value.split("\n");
		const start = lines.slice(0, Number(link.dataset.line) - 1).join("\n").length + (link.dataset.line === "1" ? 0 : 1);
		text.focus({ preventScroll: true });
		text.setSelectionRange(start, start + (lines[Number(link.dataset.line) - 1] ?? "").length);
	});

	// A list of faults says of which field each is; a page may have named them itself.
	for (const fault of document.querySelectorAll('.errors a[href^="#"]:not([data-named])')) {
		const id = fault.getAttribute("href").slice(1);
		const field = document.getElementById(id);
		const label = (field?.matches("fieldset") ? field.querySelector("legend") : document.querySelector(`label[for="${CSS.escape(id)}"]`))?.cloneNode(true);
		label?.querySelectorAll(".quiet, kbd").forEach((aside) => aside.remove());
		const name = label?.textContent.trim();
		if (name && !fault.textContent.includes(name)) fault.prepend(/[؟?]$/.test(name) ? `${name} ` : `${name}: `);
	}

	// On a narrow screen the bar is wider than what it shows.
	document.querySelector(".bar nav [aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });

	document.querySelector("[data-focus]")?.focus();
})();
