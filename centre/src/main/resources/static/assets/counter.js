// The change, while the amount is being typed; the server works it out again.
(() => {
	"use strict";
	// Where something is wrong, the next key goes there.
	document.querySelector(".desk [data-error] :is(input, select, textarea)")?.focus();

	const row = document.querySelector("[data-change]");
	const received = document.getElementById("received");
	if (!row || !received) return;
	const latin = (text) => text.replace(/[\u0660-\u0669]/g, (d) => d.charCodeAt(0) - 0x660).replace(/[\u06f0-\u06f9]/g, (d) => d.charCodeAt(0) - 0x6f0).replace(/[,\u066c\s]/g, "").replace("\u066b", ".");
	const show = () => {
		const typed = latin(received.value);
		const change = /^\d+(\.\d{1,2})?$/.test(typed) ? Math.round(Number(typed) * 100) - Number(row.dataset.change) : -1;
		row.hidden = change < 0;
		row.querySelector("bdi").textContent = (change / 100).toLocaleString("en");
	};
	received.addEventListener("input", show);
	show();
})();
