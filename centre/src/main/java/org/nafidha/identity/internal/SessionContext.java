package org.nafidha.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nafidha.identity.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Who is signed in, from two plain values in the session: who (as the journal names them) and since when. An officer's
 * roles are read from the database each time, and only when something asks: a style sheet costs no query.
 */
@Component
final class SessionContext implements SecurityContextRepository {

	static final String WHO = "nafidha.who";
	static final String SINCE = "nafidha.since";
	static final Duration LONGEST = Duration.ofHours(12);

	private static final String CITIZEN = "citizen:";
	private static final String OFFICER = "officer:";

	private final JdbcClient db;
	private final InstantSource clock;

	SessionContext(JdbcClient db, InstantSource clock) {
		this.db = db;
		this.clock = clock;
	}

	@Override
	public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
		return new Once(request);
	}

	@Override
	@Deprecated
	public SecurityContext loadContext(HttpRequestResponseHolder holder) {
		return loadDeferredContext(holder.getRequest()).get();
	}

	/** Nothing: only {@link DatabaseSessions} signs in and out. */
	@Override
	public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
	}

	@Override
	public boolean containsContext(HttpServletRequest request) {
		return read(request).isPresent();
	}

	Optional<SignedIn> read(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session == null || !(session.getAttribute(WHO) instanceof String who) || !(session.getAttribute(SINCE) instanceof Long since)) {
			return Optional.empty();
		}
		Optional<SignedIn> signedIn = clock.instant().isBefore(Instant.ofEpochSecond(since).plus(LONGEST)) ? now(who) : Optional.empty();
		if (signedIn.isEmpty()) {
			session.invalidate();
		}
		return signedIn;
	}

	private Optional<SignedIn> now(String who) {
		if (who.startsWith(CITIZEN)) {
			return Optional.of(new SignedIn.Citizen(who.substring(CITIZEN.length())));
		}
		return db.sql("""
				select o.id, array(select r.role from identity.officer_role r where r.officer = o.id) as roles
				  from identity.officer o where o.id = ? and o.active
				""").param(who.substring(OFFICER.length())).query(SessionContext::staff).optional();
	}

	private static SignedIn staff(ResultSet row, int number) throws SQLException {
		return new SignedIn.Staff(row.getString("id"), JdbcStaff.roles((String[]) row.getArray("roles").getArray()));
	}

	/** One request's context, read at most once. */
	private final class Once implements DeferredSecurityContext {

		private final HttpServletRequest request;
		private @Nullable SecurityContext context;
		private boolean generated;

		Once(HttpServletRequest request) {
			this.request = request;
		}

		@Override
		public SecurityContext get() {
			if (context == null) {
				Optional<SignedIn> who = read(request);
				generated = who.isEmpty();
				context = who.<SecurityContext>map(signedIn -> new SecurityContextImpl(new SignedInToken(signedIn)))
						.orElseGet(SecurityContextHolder::createEmptyContext);
			}
			return context;
		}

		@Override
		public boolean isGenerated() {
			get();
			return generated;
		}
	}
}
