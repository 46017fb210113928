package org.nafidha.publicrecord.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import jakarta.servlet.http.HttpServletRequest;
import org.nafidha.documents.PublicKeys;
import org.nafidha.identity.RateLimits;
import org.nafidha.identity.RateLimits.Limit;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What others need to verify without us, and the two answers they ask for online: docs/formats.md sections 4 and 5. */
@RestController
class KeysApi {

	private static final MediaType PEM = MediaType.parseMediaType("application/x-pem-file");
	private static final MediaType CRL = MediaType.parseMediaType("application/pkix-crl");
	private static final CacheControl FIVE_MINUTES = CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();
	/** The centre itself keeps them as long again: together a minute at most, until a revoked certificate is known everywhere. */
	private static final CacheControl HALF_A_MINUTE = CacheControl.maxAge(Duration.ofSeconds(30)).cachePublic();
	/** May be kept, but is asked for again each time, which costs little: the tag tells whether it has changed. */
	private static final CacheControl ASK_AGAIN = CacheControl.noCache();
	private static final CacheControl NEVER = CacheControl.noStore();
	private static final int NUMBER_LIMIT = 64;

	private final PublicKeys keys;
	private final RateLimits limits;

	KeysApi(PublicKeys keys, RateLimits limits) {
		this.keys = keys;
		this.limits = limits;
	}

	@GetMapping("/.well-known/nafidha-keys.json")
	ResponseEntity<byte[]> keys() {
		return tagged(keys.json().getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_JSON, HALF_A_MINUTE);
	}

	@GetMapping("/pki/ca.pem")
	ResponseEntity<byte[]> authority() {
		return answer(keys.authorityPem(), PEM, FIVE_MINUTES);
	}

	@GetMapping("/pki/ca.crl")
	ResponseEntity<byte[]> revocationList() {
		return tagged(keys.revocationList(), CRL, HALF_A_MINUTE);
	}

	@GetMapping("/verify/revoked.json")
	ResponseEntity<byte[]> revoked() {
		return tagged(keys.revokedJson().getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_JSON, ASK_AGAIN);
	}

	@GetMapping("/verify/status/{number}")
	ResponseEntity<byte[]> status(@PathVariable String number, HttpServletRequest request) {
		if (limits.take(Limit.VERIFICATION_BY_ADDRESS, request.getRemoteAddr()).isPresent()) {
			return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*").build();
		}
		return answer(keys.statusJson(Optional.of(number).filter(n -> n.length() <= NUMBER_LIMIT).orElse("")), MediaType.APPLICATION_JSON, NEVER);
	}

	private static ResponseEntity<byte[]> answer(String text, MediaType type, CacheControl cache) {
		return answer(text.getBytes(StandardCharsets.UTF_8), type, cache);
	}

	/** Pages of other sites, and a verification page opened from a disk, may read all of it. */
	private static ResponseEntity<byte[]> answer(byte[] body, MediaType type, CacheControl cache) {
		return headers(type, cache).body(body);
	}

	/** Under a tag of its content: who has it already is told so, without the content. */
	private static ResponseEntity<byte[]> tagged(byte[] body, MediaType type, CacheControl cache) {
		return headers(type, cache).eTag(HexFormat.of().formatHex(sha256(body), 0, 16)).body(body);
	}

	private static ResponseEntity.BodyBuilder headers(MediaType type, CacheControl cache) {
		return ResponseEntity.ok().contentType(type).cacheControl(cache).header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
				.header("Cross-Origin-Resource-Policy", "cross-origin");
	}

	private static byte[] sha256(byte[] bytes) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(bytes);
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("SHA-256 is part of every Java platform", e);
		}
	}
}
