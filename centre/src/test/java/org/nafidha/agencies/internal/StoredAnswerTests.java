package org.nafidha.agencies.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nafidha.agencies.internal.AgencyDouble.Behaviour;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.OpenCase;
import org.nafidha.cases.Visit;
import org.nafidha.identity.PeopleRegistry;
import org.nafidha.identity.Person;
import org.nafidha.journal.Entry;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.NationalNumber;
import org.nafidha.kernel.PersonName;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever dies after an answer was stored, and before the case went on with it, loses nothing: the case goes on with what is stored. */
@CentreTest
class StoredAnswerTests {

	private static final Duration LONG_ENOUGH = Duration.ofSeconds(40);

	@Autowired
	Cases cases;
	@Autowired
	PeopleRegistry people;
	@Autowired
	Journal journal;
	@Autowired
	Circuit circuit;
	@Autowired
	JdbcClient db;
	@Autowired
	TransactionTemplate transaction;

	private final AgencyDouble ministry = AgencyDouble.ofAllTests();

	@AfterEach
	void everybodyAnswersAgain() {
		ministry.behaviour = Behaviour.ANSWERS;
		circuit.answered("interior");
	}

	@Test
	void whatDiesBetweenTheStoredAnswerAndTheStepLosesNothingAndNobodyIsAskedAgain() {
		ministry.behaviour = Behaviour.FAILS;
		CaseFile file = open();
		await().atMost(LONG_ENOUGH).until(() -> !ministry.idsOf(file.number()).isEmpty());
		circuit.answered("interior");
		transaction.executeWithoutResult(status -> {
			// while the case is locked here, its step cannot end elsewhere
			db.sql("select number from cases.file where number = ? for update").params(file.number()).query(String.class).single();
			ministry.behaviour = Behaviour.ANSWERS;
			await().pollInSameThread().atMost(LONG_ENOUGH).until(() -> state(file).equals("ANSWERED"));
			assertThat(steps(file)).as("the case has not gone on").contains("gather.clean");
			ministry.behaviour = Behaviour.FAILS;
			await().pollInSameThread().atMost(LONG_ENOUGH).until(this::killWhoeverWaitsForACase);
		});
		int asked = ministry.idsOf(file.number()).size();
		CaseFile settled = cases.settled(file.number(), LONG_ENOUGH).orElseThrow();
		assertThat(steps(settled)).containsExactly("decide");
		assertThat(settled.data()).extractingByKey("clean", MAP).containsEntry("clean", true).containsEntry("reference",
				db.sql("select reference from agencies.exchange where case_number = ?").params(file.number()).query(String.class).single());
		assertThat(ministry.idsOf(file.number())).as("nobody was asked again").hasSize(asked);
		assertThat(journal.about(file.number())).extracting(Entry::kind).containsOnlyOnce("agency.answered");
	}

	/** Ends the connections that wait for the lock of a case, as when the process behind them is killed. */
	private boolean killWhoeverWaitsForACase() {
		return !db.sql("""
				select pg_terminate_backend(pid) from pg_stat_activity
				where datname = current_database() and wait_event_type = 'Lock' and query like '%cases.file%for update%'
				""").query(Boolean.class).list().isEmpty();
	}

	private CaseFile open() {
		String id = UUID.randomUUID().toString();
		NationalNumber number = new NationalNumber(String.format(Locale.ROOT, "14%09d", ThreadLocalRandom.current().nextInt(1_000_000_000)));
		people.add(new Person(id, number, new PersonName("سمر", "الحلبي", "محمد", null), null, null, null)).orThrow();
		return cases.open(new OpenCase(UUID.randomUUID().toString(), "test-agency", Channel.PORTAL, id, null, Map.of("note", "x"),
				new Actor.Citizen(id))).orThrow();
	}

	private String state(CaseFile file) {
		return db.sql("select state from agencies.exchange where case_number = ?").params(file.number()).query(String.class).optional().orElse("");
	}

	private List<String> steps(CaseFile file) {
		return cases.find(file.number()).orElseThrow().openVisits().stream().map(Visit::step).toList();
	}
}
