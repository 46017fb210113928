package org.nafidha.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Asks the centre. Bounded in time and size, follows no redirects; whatever goes wrong rejects as {@link Cause#ONLINE_FAILED}. */
final class Online implements AutoCloseable {
	private final String home;
	private final HttpClient client = HttpClient.newBuilder().connectTimeout(Limits.NETWORK).followRedirects(HttpClient.Redirect.NEVER).build();

	/** @param home the centre's address, https or http */
	Online(String home) {
		this.home = home.replaceFirst("/+$", "");
	}

	/** What the register says of one number. */
	record Status(State state, Optional<Hash> pdf, String reason) {
	}

	/** The three answers of the register. */
	enum State {
		VALID, REVOKED, UNKNOWN
	}

	Status status(String number) throws Rejected {
		Json json = Json.parse(get("/verify/status/" + URLEncoder.encode(number, StandardCharsets.UTF_8).replace("+", "%20")), Cause.ONLINE_FAILED)
				.orElse(Cause.ONLINE_FAILED);
		State state = switch (json.text("status")) {
			case "valid", "expired" -> State.VALID; // until when it holds stands in the document itself
			case "revoked" -> State.REVOKED;
			case "unknown" -> State.UNKNOWN;
			default -> throw failed("status");
		};
		if (state != State.UNKNOWN && !json.text("number").equals(number))
			throw failed("number");
		Optional<Hash> pdf = json.textOrNull("pdfSha256") == null
				? Optional.empty()
				: Optional.of(Hash.of(json.base64("pdfSha256"), Cause.ONLINE_FAILED));
		return new Status(state, pdf, Optional.ofNullable(json.textOrNull("reason")).orElse(""));
	}

	byte[] keys() throws Rejected {
		return get("/.well-known/nafidha-keys.json");
	}

	byte[] revocationList() throws Rejected {
		return get("/verify/revoked.json");
	}

	byte[] crl() throws Rejected {
		return get("/pki/ca.crl");
	}

	private byte[] get(String path) throws Rejected {
		try {
			HttpRequest request = HttpRequest.newBuilder(URI.create(home + path)).timeout(Limits.NETWORK).build();
			HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
			try (InputStream body = response.body()) {
				byte[] bytes = body.readNBytes(Limits.TEXT_BYTES + 1);
				if (response.statusCode() != 200 || bytes.length > Limits.TEXT_BYTES)
					throw failed("HTTP " + response.statusCode());
				return bytes;
			}
		} catch (IOException | IllegalArgumentException e) {
			throw failed(e.getClass().getSimpleName());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw failed(e.getClass().getSimpleName());
		}
	}

	private Rejected failed(String detail) {
		return new Rejected(Cause.ONLINE_FAILED, Map.of("home", home, "detail", detail));
	}

	@Override
	public void close() {
		client.shutdownNow();
	}
}
