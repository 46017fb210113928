package org.nafidha.identity.internal;

import java.util.Locale;
import org.nafidha.platform.CentreProperties;
import org.springframework.stereotype.Component;

/**
 * Names of the centre's cookies. Under https they carry the prefix {@code __Host-}, which binds them to this host, to the
 * whole site and to https, so that no neighbouring host can plant one.
 */
@Component
final class Cookies {

	private final boolean https;

	Cookies(CentreProperties centre) {
		this.https = centre.publicUrl().toLowerCase(Locale.ROOT).startsWith("https:");
	}

	boolean secure() {
		return https;
	}

	String session() {
		return name("nafidha-session");
	}

	String csrf() {
		return name("nafidha-form");
	}

	/** A mark of who was signed in last in this browser. */
	String lastSignedIn() {
		return name("nafidha-last");
	}

	private String name(String plain) {
		return https ? "__Host-" + plain : plain;
	}
}
