// Passkeys: the form asks for its options, the browser answers them, the answer goes with the form.
(() => {
	"use strict";

	const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
	const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
	const listed = (list) => (list ?? []).map((c) => ({ ...c, id: bytes(c.id) }));

	const ask = {
		get: (o) => navigator.credentials.get({ publicKey: { ...o, challenge: bytes(o.challenge), allowCredentials: listed(o.allowCredentials) } }),
		create: (o) => navigator.credentials.create({ publicKey: { ...o, challenge: bytes(o.challenge), user: { ...o.user, id: bytes(o.user.id) }, excludeCredentials: listed(o.excludeCredentials) } }),
	};
	const answer = {
		get: (r) => ({ authenticatorData: text(r.authenticatorData), clientDataJSON: text(r.clientDataJSON), signature: text(r.signature), userHandle: r.userHandle ? text(r.userHandle) : undefined }),
		create: (r) => ({ attestationObject: text(r.attestationObject), clientDataJSON: text(r.clientDataJSON), transports: r.getTransports?.() ?? [] }),
	};

	document.querySelectorAll("form[data-passkey]").forEach((form) => form.addEventListener("submit", async (event) => {
		event.preventDefault();
		if (form.dataset.asking) return;
		form.dataset.asking = "1";
		const failed = form.querySelector("[data-passkey-failed]");
		failed.hidden = true;
		try {
			const response = await fetch(form.dataset.options, { method: "POST", body: new URLSearchParams(new FormData(form)), headers: { Accept: "application/json" } });
			if (response.status === 409) return form.submit();   // not now: the page that answers says why
			if (!response.ok) throw new Error(response.statusText);
			const credential = await ask[form.dataset.passkey](await response.json());
			form.elements.credential.value = JSON.stringify({
				id: credential.id,
				rawId: text(credential.rawId),
				type: credential.type,
				response: answer[form.dataset.passkey](credential.response),
				authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
				clientExtensionResults: credential.getClientExtensionResults(),
			});
			form.submit();
		} catch {
			failed.hidden = false;
		} finally {
			delete form.dataset.asking;
		}
	}));
})();
