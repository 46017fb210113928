package org.nafidha.counter.internal;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nafidha.identity.People;
import org.nafidha.identity.PeopleRegistry;
import org.nafidha.identity.Person;
import org.nafidha.identity.SignedIn;
import org.nafidha.journal.Act;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Result;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who has been identified at a counter, by whom: the key to that person's cases, for this officer, until the next person is identified or the
 * clerk ends it, and for two hours at most.
 */
@Component
class Visits {

	static final Duration LASTS = Duration.ofHours(2);

	record Visit(String id, String personId) {
	}

	private final JdbcClient db;
	private final People people;
	private final PeopleRegistry registry;
	private final Journal journal;
	private final InstantSource clock;

	Visits(JdbcClient db, People people, PeopleRegistry registry, Journal journal, InstantSource clock) {
		this.db = db;
		this.people = people;
		this.registry = registry;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * Opens a visit, with the journal entry by which a person can learn who looked; the same key for the same person answers with the same
	 * visit. For another person it is another request: a browser's "back" brings the old form, key and all, under a new number.
	 */
	@Transactional
	public Visit open(String key, String personId, SignedIn.Staff clerk) {
		String request = key + " " + personId;
		Optional<Visit> opened = db.sql("""
				insert into counter.visit (id, officer, request_key, person_id, at) values (:id, :officer, :key, :person, :at)
				on conflict (officer, request_key) do nothing returning id, person_id""").param("id", UUID.randomUUID().toString())
				.param("officer", clerk.officerId()).param("key", request).param("person", personId).param("at", Timestamp.from(clock.instant()))
				.query((r, i) -> new Visit(r.getString("id"), r.getString("person_id"))).optional();
		opened.ifPresent(visit -> {
			end(clerk, visit.id());
			journal.append(new Act("counter.identified", personId, clerk.actor(), Map.of("visit", visit.id())));
		});
		return opened.orElseGet(() -> db.sql("select id, person_id from counter.visit where officer = :officer and request_key = :key")
				.param("officer", clerk.officerId()).param("key", request).query((r, i) -> new Visit(r.getString("id"), r.getString("person_id")))
				.single());
	}

	/** Makes somebody known, as their identity card has it, and opens their visit; whoever is known by now stays as they are. */
	@Transactional
	public Visit enter(String key, Person entered, SignedIn.Staff clerk) {
		if (registry.add(entered) instanceof Result.Ok<Person>) {
			journal.append(new Act("counter.person-entered", entered.id(), clerk.actor(), Map.of()));
		}
		return open(key, people.byNationalNumber(entered.nationalNumber()).orElseThrow().id(), clerk);
	}

	/** Whoever stood there has gone. */
	@Transactional
	public void end(SignedIn.Staff clerk) {
		end(clerk, "");
	}

	private void end(SignedIn.Staff clerk, String but) {
		db.sql("update counter.visit set ended_at = :now where officer = :officer and ended_at is null and id <> :but")
				.param("now", Timestamp.from(clock.instant())).param("officer", clerk.officerId()).param("but", but).update();
	}

	/** Empty for another officer's visit and for one that is over. */
	Optional<Visit> find(String id, SignedIn.Staff clerk) {
		return db.sql("select id, person_id from counter.visit where id = :id and officer = :officer and ended_at is null and at > :since")
				.param("id", id)
				.param("officer", clerk.officerId()).param("since", Timestamp.from(clock.instant().minus(LASTS)))
				.query((r, i) -> new Visit(r.getString("id"), r.getString("person_id"))).optional();
	}
}
