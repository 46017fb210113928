package org.nafidha.publicrecord.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import org.nafidha.documents.PublicKeys;
import org.nafidha.identity.Route;
import org.nafidha.identity.RouteTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a verifier outside this centre asks it for: docs/formats.md sections 2, 4 and 5. Pages of other sites may ask too. */
@RestController
class VerificationApi {

	private static final CacheControl FOR_A_MINUTE = CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();
	private static final MediaType PEM = new MediaType("application", "x-pem-file");
	private static final MediaType CRL = new MediaType("application", "pkix-crl");

	private final PublicKeys keys;

	VerificationApi(PublicKeys keys) {
		this.keys = keys;
	}

	@GetMapping("/.well-known/nafidha-keys.json")
	ResponseEntity<byte[]> keys() {
		return json(keys::json, FOR_A_MINUTE);
	}

	@GetMapping("/pki/ca.pem")
	ResponseEntity<byte[]> authority() {
		return open(PEM, FOR_A_MINUTE).body(keys.authorityPem().getBytes(StandardCharsets.US_ASCII));
	}

	@GetMapping("/pki/ca.crl")
	ResponseEntity<byte[]> revocationList() {
		return open(CRL, FOR_A_MINUTE).body(keys.revocationList());
	}

	/** Never from a cache: a document may have been revoked a second ago. */
	@GetMapping("/verify/status/{number}")
	ResponseEntity<byte[]> status(@PathVariable String number) {
		return json(() -> keys.statusJson(number), CacheControl.noStore());
	}

	@GetMapping("/verify/revoked.json")
	ResponseEntity<byte[]> revoked() {
		return json(keys::revokedJson, CacheControl.noStore());
	}

	private static ResponseEntity<byte[]> json(Supplier<String> content, CacheControl cache) {
		return open(MediaType.APPLICATION_JSON, cache).body(content.get().getBytes(StandardCharsets.UTF_8));
	}

	private static ResponseEntity.BodyBuilder open(MediaType type, CacheControl cache) {
		return ResponseEntity.ok().contentType(type).cacheControl(cache).header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
	}

	@Configuration(proxyBeanMethods = false)
	static class Routes {

		@Bean
		RouteTable verificationRoutes() {
			return RouteTable.of(Route.open(HttpMethod.GET, "/.well-known/nafidha-keys.json"), Route.open(HttpMethod.GET, "/pki/ca.pem"),
					Route.open(HttpMethod.GET, "/pki/ca.crl"), Route.open(HttpMethod.GET, "/verify/status/{number}"),
					Route.open(HttpMethod.GET, "/verify/revoked.json"));
		}
	}
}
