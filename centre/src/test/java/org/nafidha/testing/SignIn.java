package org.nafidha.testing;

import java.time.InstantSource;
import java.util.Base64;
import org.nafidha.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/**
 * Signs in without the screens, for tests over HTTP: answers the value of a {@code Cookie} header.
 */
@Component
public class SignIn {

	private final FindByIndexNameSessionRepository<? extends Session> sessions;
	private final JdbcClient db;
	private final InstantSource clock;

	SignIn(FindByIndexNameSessionRepository<? extends Session> sessions, JdbcClient db, InstantSource clock) {
		this.sessions = sessions;
		this.db = db;
		this.clock = clock;
	}

	/** As a member of the demonstration's staff (demo/staff.csv), such as {@code reem}. */
	public String staff(String username) {
		String id = db.sql("select id from identity.officer where username = ?").param(username).query(String.class).single();
		return cookie(sessions, new Actor.Officer(id));
	}

	/** As a citizen whom People knows. */
	public String citizen(String personId) {
		return cookie(sessions, new Actor.Citizen(personId));
	}

	private <S extends Session> String cookie(FindByIndexNameSessionRepository<S> repository, Actor who) {
		S session = repository.createSession();
		session.setAttribute("nafidha.who", who.text());
		session.setAttribute("nafidha.since", clock.instant().getEpochSecond());
		session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, who.text());
		repository.save(session);
		return "nafidha-session=" + Base64.getEncoder().encodeToString(session.getId().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
	}
}
