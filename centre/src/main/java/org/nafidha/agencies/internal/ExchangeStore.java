package org.nafidha.agencies.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nafidha.agencies.internal.Exchange.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code agencies.exchange} and what was rejected. */
@Component
class ExchangeStore {

	private static final String SELECT = """
			select id, visit_key, case_number, agency, service, request, state, unreachable_since, last_try, asked_at, answer, answer_signature, rejections,
			       answered_id
			from agencies.exchange
			""";

	/** Useless answers to one question that are kept whole; of any further one the journal keeps the hash. */
	private static final int MOST_REJECTED_KEPT = 10;

	private final JdbcClient db;
	private final InstantSource clock;

	ExchangeStore(JdbcClient db, InstantSource clock) {
		this.db = db;
		this.clock = clock;
	}

	Optional<Exchange> byVisit(String visitKey) {
		return db.sql(SELECT + "where visit_key = :key").param("key", visitKey).query(ExchangeStore::exchange).optional();
	}

	Optional<Exchange> byId(String id) {
		return db.sql(SELECT + "where id = :id").param("id", id).query(ExchangeStore::exchange).optional();
	}

	/** The newest answer to the same question that is not older than so many days. */
	Optional<Exchange> reusable(byte[] sameAs, int days) {
		return db.sql(SELECT + "where same_as = :same and state = 'ANSWERED' and as_of > :since order by as_of desc limit 1").param("same", sameAs)
				.param("since", Timestamp.from(clock.instant().minus(Duration.ofDays(days)))).query(ExchangeStore::exchange).optional();
	}

	List<Exchange> openOf(String caseNumber) {
		return db.sql(SELECT + "where case_number = :number and state in ('ASKED', 'AWAITED') order by asked_at").param("number", caseNumber)
				.query(ExchangeStore::exchange).list();
	}

	/** False when the stay has asked already. */
	boolean insert(Question question, String visitKey, byte[] sameAs) {
		return db.sql("""
				insert into agencies.exchange (id, visit_key, case_number, agency, service, same_as, request, request_signature, asked_at, state)
				values (:id, :key, :number, :agency, :service, :same, :request, :signature, :at, 'ASKED') on conflict (visit_key) do nothing
				""").param("id", question.id()).param("key", visitKey).param("number", question.caseNumber())
				.param("agency", question.service().agency()).param("service", question.service().id()).param("same", sameAs)
				.param("request", question.body()).param("signature", question.signature()).param("at", now()).update() == 1;
	}

	void unreachable(String id, String fault) {
		db.sql("""
				update agencies.exchange set tries = tries + 1, unreachable_since = coalesce(unreachable_since, :now), last_try = :now, last_fault = :fault
				where id = :id and state in ('ASKED', 'AWAITED')
				""")
				.param("now", now()).param("fault", fault).param("id", id).update();
	}

	void awaited(String id) {
		db.sql("""
				update agencies.exchange set state = 'AWAITED', tries = tries + 1, unreachable_since = null, last_try = :now where id = :id and state = 'ASKED'
				""")
				.param("now", now()).param("id", id).update();
	}

	/** Its next try is another question, since the same one would be answered with the same. */
	void rejected(String id, Reply.Unusable unusable) {
		db.sql("""
				insert into agencies.rejected (exchange, fault, answer, at) select id, :fault, :answer, :now from agencies.exchange
				where id = :id and rejections < :most""").param("id", id).param("fault", unusable.fault().code()).param("answer", unusable.bytes())
				.param("now", now()).param("most", MOST_REJECTED_KEPT).update();
		db.sql("""
				update agencies.exchange set tries = tries + 1, unreachable_since = coalesce(unreachable_since, :now), last_try = :now, last_fault = :fault,
				       rejections = rejections + 1, state = 'ASKED' where id = :id and state in ('ASKED', 'AWAITED')
				""")
				.param("now", now()).param("fault", unusable.fault().code()).param("id", id).update();
	}

	/**
	 * Answers how the question stands now, late if nobody waits for it any more; empty when it has an answer already: what was acted on is never
	 * replaced.
	 *
	 * @param wireId the id that was answered, one of the exchange's
	 * @param millis how long it took when it came at once; null for one that came later
	 */
	Optional<State> answered(String wireId, Reply.Answer answer, State state, @Nullable Long millis) {
		return db
				.sql("""
						update agencies.exchange set state = case when state = 'OVER' then 'LATE' else :state end, tries = tries + 1, unreachable_since = null, last_try = :now, answer = :answer,
						       answer_signature = :signature, answered_at = :now, as_of = :asOf, reference = :reference, millis = :millis,
						       answered_id = :wireId
						where id = :id and answer is null returning state
						""")
				.param("state", state.name()).param("now", now()).param("answer", answer.bytes()).param("signature", answer.signature())
				.param("asOf", Timestamp.from(answer.asOf())).param("reference", answer.reference()).param("millis", millis).param("wireId", wireId)
				.param("id", Exchange.idOf(wireId))
				.query(String.class).optional().map(State::valueOf);
	}

	/** Questions that were accepted, or answered uselessly after that, and that nobody has asked about for a while: a minute at first, an hour at most. */
	List<Exchange> toRemind(int limit) {
		return db.sql(SELECT + """
				where (state = 'AWAITED' or state = 'ASKED' and rejections > 0)
				  and last_try < cast(:now as timestamptz) - least(power(2, least(tries, 12)) * interval '30 seconds', interval '1 hour')
				order by last_try limit :limit
				""").param("now", now()).param("limit", limit).query(ExchangeStore::exchange).list();
	}

	/** It was asked again, and is still being worked on. */
	void promisedAgain(String id) {
		db.sql("""
				update agencies.exchange set state = 'AWAITED', tries = tries + 1, unreachable_since = null, last_try = :now
				where id = :id and state in ('ASKED', 'AWAITED')
				""").param("now", now()).param("id", id).update();
	}

	/** Nothing came of its turn: the others come before it next time. @param more tries that are counted, which make the pause longer */
	void postponed(String id, int more) {
		db.sql("update agencies.exchange set tries = tries + :more, last_try = :now where id = :id and state in ('ASKED', 'AWAITED')")
				.param("more", more).param("now", now()).param("id", id).update();
	}

	void over(String visitKey) {
		db.sql("update agencies.exchange set state = 'OVER' where visit_key = :key and state in ('ASKED', 'AWAITED')").param("key", visitKey)
				.update();
	}

	private Timestamp now() {
		return Timestamp.from(clock.instant());
	}

	private static Exchange exchange(ResultSet row, int n) throws SQLException {
		return new Exchange(row.getString("id"), row.getString("visit_key"), row.getString("case_number"), row.getString("agency"),
				row.getString("service"), row.getBytes("request"), State.valueOf(row.getString("state")), instant(row, "unreachable_since"),
				instant(row, "last_try"), row.getTimestamp("asked_at").toInstant(), row.getBytes("answer"), row.getString("answer_signature"),
				row.getInt("rejections"), row.getString("answered_id"));
	}

	static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp at = row.getTimestamp(column);
		return at == null ? null : at.toInstant();
	}
}
