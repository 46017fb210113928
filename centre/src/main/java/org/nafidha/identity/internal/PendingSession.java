package org.nafidha.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the session remembers between password and second factor. */
@Component
class PendingSession {

	static final Duration GOOD_FOR = Duration.ofMinutes(10);

	private static final String WHO = "nafidha.pending";
	private static final String SINCE = "nafidha.pending-since";
	private static final String SECRET = "nafidha.pending-secret";

	private final InstantSource clock;

	PendingSession(InstantSource clock) {
		this.clock = clock;
	}

	void begin(String officerId, HttpServletRequest request) {
		HttpSession session = request.getSession();
		session.setAttribute(WHO, officerId);
		session.setAttribute(SINCE, clock.instant().getEpochSecond());
		session.removeAttribute(SECRET);
	}

	Optional<String> officer(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session == null || !(session.getAttribute(WHO) instanceof String officer) || !(session.getAttribute(SINCE) instanceof Long since)) {
			return Optional.empty();
		}
		return clock.instant().isBefore(Instant.ofEpochSecond(since).plus(GOOD_FOR)) ? Optional.of(officer) : Optional.empty();
	}

	/** The sealed secret that is being enrolled. */
	byte @Nullable [] secret(HttpServletRequest request) {
		return request.getSession().getAttribute(SECRET) instanceof byte[] sealed ? sealed : null;
	}

	void keepSecret(byte[] sealed, HttpServletRequest request) {
		request.getSession().setAttribute(SECRET, sealed);
	}

	void end(HttpServletRequest request) {
		HttpSession session = request.getSession();
		session.removeAttribute(WHO);
		session.removeAttribute(SINCE);
		session.removeAttribute(SECRET);
	}
}
