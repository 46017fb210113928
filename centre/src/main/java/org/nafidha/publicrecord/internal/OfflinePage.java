package org.nafidha.publicrecord.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.nafidha.documents.PublicKeys;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The page that verifies on the reader's own device, as the module verifier builds it: served, and as one file to keep, with
 * our keys inside. Nothing of it is our code; we only hand it out.
 */
@RestController
class OfflinePage {

	/** Where the verifier's build puts it. */
	private static final String FOLDER = "verify-page/";
	private static final String KEYS = "<script type=\"application/json\" id=\"keys\">";
	private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
	private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

	private final PublicKeys keys;

	OfflinePage(PublicKeys keys) {
		this.keys = keys;
	}

	/** Its files carry their fingerprints in their names. */
	@Configuration(proxyBeanMethods = false)
	static class Assets implements WebMvcConfigurer {

		@Override
		public void addResourceHandlers(ResourceHandlerRegistry registry) {
			registry.addResourceHandler("/assets/verify/**").addResourceLocations("classpath:/" + FOLDER + "served/assets/")
					.setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
		}
	}

	@GetMapping("/verify/offline")
	ResponseEntity<byte[]> page() {
		return ResponseEntity.ok().contentType(HTML).cacheControl(CacheControl.noCache()).body(read("served/offline.html"));
	}

	@GetMapping("/verify/offline-worker.js")
	ResponseEntity<byte[]> worker() {
		return ResponseEntity.ok().contentType(SCRIPT).cacheControl(CacheControl.noCache()).body(read("served/offline-worker.js"));
	}

	@GetMapping("/verify/verify.html")
	ResponseEntity<byte[]> file() {
		String page = new String(read("verify.html"), StandardCharsets.UTF_8);
		String withKeys = page.replace(KEYS + "null<", KEYS + keys.json().replace("<", "\\u003c") + "<");
		return ResponseEntity.ok().contentType(HTML).cacheControl(CacheControl.noCache())
				.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("verify.html").build().toString())
				.body(withKeys.getBytes(StandardCharsets.UTF_8));
	}

	private static byte[] read(String name) {
		try {
			return new ClassPathResource(FOLDER + name).getContentAsByteArray();
		} catch (IOException e) {
			throw new UncheckedIOException("the verification page was not built into this centre: " + name, e);
		}
	}
}
