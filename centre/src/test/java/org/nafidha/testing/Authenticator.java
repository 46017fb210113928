package org.nafidha.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** Chromium's virtual authenticator, plugged into one page: a device that holds passkeys and whose owner always agrees. */
public final class Authenticator {

	private final CDPSession browser;
	private final String id;

	private Authenticator(CDPSession browser, String id) {
		this.browser = browser;
		this.id = id;
	}

	public static Authenticator pluggedInto(Page page) {
		CDPSession browser = page.context().newCDPSession(page);
		browser.send("WebAuthn.enable");
		JsonObject device = new JsonObject();
		device.addProperty("protocol", "ctap2");
		device.addProperty("transport", "internal");
		device.addProperty("hasResidentKey", true);
		device.addProperty("hasUserVerification", true);
		device.addProperty("isUserVerified", true);
		JsonObject options = new JsonObject();
		options.add("options", device);
		return new Authenticator(browser, browser.send("WebAuthn.addVirtualAuthenticator", options).get("authenticatorId").getAsString());
	}

	/** The passkeys it holds, as the browser describes them. */
	public JsonArray credentials() {
		return browser.send("WebAuthn.getCredentials", own()).getAsJsonArray("credentials");
	}

	/** Copies a passkey of another authenticator into this one. */
	public void add(JsonObject credential) {
		JsonObject command = own();
		command.add("credential", credential);
		browser.send("WebAuthn.addCredential", command);
	}

	private JsonObject own() {
		JsonObject command = new JsonObject();
		command.addProperty("authenticatorId", id);
		return command;
	}
}
