package org.nafidha.portal.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Applications not filed yet, kept in the database so that nothing typed is lost with a session, a phone or a node. */
@Component
class Drafts {

	/** A draft nobody has touched for so long is thrown away. */
	static final int KEPT_DAYS = 90;

	private static final TypeReference<LinkedHashMap<String, String>> ANSWERS = new TypeReference<>() {
	};
	private static final TypeReference<List<String>> PAPERS = new TypeReference<>() {
	};

	private final JdbcClient db;
	private final InstantSource clock;
	private final JsonMapper json = JsonMapper.shared();

	Drafts(JdbcClient db, InstantSource clock) {
		this.db = db;
		this.clock = clock;
	}

	/**
	 * @param key idempotency key of the application
	 * @param answers as typed, by the names of the form's fields
	 * @param papers ids of attachments
	 */
	record Draft(String person, String procedure, String key, Map<String, String> answers, List<String> papers, Instant changedAt) {
	}

	Optional<Draft> find(String person, String procedure) {
		return db.sql("select * from portal.draft where person = ? and procedure = ? and filed_as is null").params(person, procedure)
				.query(this::read).optional();
	}

	List<Draft> of(String person) {
		return db.sql("select * from portal.draft where person = ? and filed_as is null order by changed_at desc").param(person).query(this::read)
				.list();
	}

	/** The draft there is, or a new one. */
	Draft begin(String person, String procedure) {
		db.sql("""
				insert into portal.draft (request_key, person, procedure, answers, papers, changed_at)
				values (?, ?, ?, '{}', '[]', ?::timestamptz) on conflict do nothing""")
				.params(UUID.randomUUID().toString(), person, procedure, clock.instant().toString()).update();
		return find(person, procedure).orElseThrow();
	}

	/** Adds answers to the draft; those given before under the same names are replaced. */
	Draft answer(Draft draft, Map<String, String> answers) {
		db.sql("update portal.draft set answers = answers || ?::jsonb, changed_at = ?::timestamptz where request_key = ?")
				.params(json.writeValueAsString(answers), clock.instant().toString(), draft.key()).update();
		return find(draft.person(), draft.procedure()).orElseThrow();
	}

	void attach(Draft draft, String paper) {
		db.sql("update portal.draft set papers = papers || to_jsonb(?::text), changed_at = ?::timestamptz where request_key = ?")
				.params(paper, clock.instant().toString(), draft.key()).update();
	}

	void detach(Draft draft, String paper) {
		db.sql("update portal.draft set papers = papers - ?::text, changed_at = ?::timestamptz where request_key = ?")
				.params(paper, clock.instant().toString(), draft.key()).update();
	}

	/** The draft has become a case; what was typed is the case's now. */
	void filed(Draft draft, String number) {
		db.sql("update portal.draft set answers = '{}', papers = '[]', filed_as = ?, changed_at = ?::timestamptz where request_key = ?")
				.params(number, clock.instant().toString(), draft.key()).update();
	}

	/** The case that a draft of this person became. */
	Optional<String> filedAs(String person, String key) {
		return db.sql("select filed_as from portal.draft where request_key = ? and person = ? and filed_as is not null").params(key, person)
				.query(String.class).optional();
	}

	void remove(String person, String procedure) {
		db.sql("delete from portal.draft where person = ? and procedure = ? and filed_as is null").params(person, procedure).update();
	}

	int removeForgotten() {
		return db.sql("delete from portal.draft where changed_at < ?::timestamptz")
				.param(clock.instant().minus(KEPT_DAYS, ChronoUnit.DAYS).toString())
				.update();
	}

	private Draft read(java.sql.ResultSet row, int number) throws java.sql.SQLException {
		return new Draft(row.getString("person"), row.getString("procedure"), row.getString("request_key"),
				json.readValue(row.getString("answers"), ANSWERS), json.readValue(row.getString("papers"), PAPERS),
				row.getTimestamp("changed_at").toInstant());
	}
}
