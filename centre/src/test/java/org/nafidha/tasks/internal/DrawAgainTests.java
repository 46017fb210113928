package org.nafidha.tasks.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nafidha.identity.Role;
import org.nafidha.identity.SignedIn;
import org.nafidha.identity.Staff;
import org.nafidha.identity.StaffRegistry;
import org.nafidha.identity.StaffRegistry.NewOfficer;
import org.nafidha.identity.UnitRegistry;
import org.nafidha.journal.Entry;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Refusal;
import org.nafidha.platform.CentreProperties;
import org.nafidha.platform.Writes;
import org.nafidha.tasks.Conflicts;
import org.nafidha.tasks.Draw;
import org.nafidha.tasks.NewTask;
import org.nafidha.tasks.Task;
import org.nafidha.tasks.Tasks;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of tasks whose officer leaves, is sent away or may not do them any more. */
@CentreTest
class DrawAgainTests {

	private static final SignedIn.Staff TESTS = new SignedIn.Staff("draw-again-tests", Set.of(Role.ADMINISTRATOR));

	@Autowired
	Tasks tasks;
	@Autowired
	Conflicts conflicts;
	@Autowired
	Staff staff;
	@Autowired
	StaffRegistry registry;
	@Autowired
	UnitRegistry units;
	@Autowired
	TaskStore store;
	@Autowired
	DaySecrets secrets;
	@Autowired
	Journal journal;
	@Autowired
	InstantSource clock;
	@Autowired
	CentreProperties centre;
	@Autowired
	TransactionTemplate transaction;
	@Autowired
	JdbcClient db;
	@Autowired
	JdbcOperations operations;

	private final String unit = "test-" + UUID.randomUUID().toString().substring(0, 8);
	private final List<Long> opened = new ArrayList<>();

	@BeforeEach
	void aUnitOfItsOwn() {
		units.add(new UnitRegistry.NewUnit("", unit, UnitRegistry.Kind.SECTION, "شعبة تجربة", "Test section"), TESTS).orThrow();
	}

	@AfterEach
	void leaveNothingOpen() {
		Writes writes = new Writes();
		tasks.turn(null, opened.stream().map(task -> new Tasks.Withdrawn(task, "test-over")).toList(), List.of(), writes);
		transaction.executeWithoutResult(t -> writes.send(operations));
	}

	@Test
	void aBreakKeepsTheTaskAndALongerAbsencePassesItOnWithAnEntryThatCanBeReplayed() {
		String first = officer();
		Task task = open("reviewer");
		assertThat(task.officer()).isEqualTo(first);
		String second = officer();
		registry.changePresence(first, false, TESTS).orThrow();
		sweep(Duration.ofMinutes(14));
		assertThat(now(task).officer()).as("back from a prayer").isEqualTo(first);
		await().untilAsserted(() -> {
			sweep(Tasks.BREAK.plusMinutes(1));
			assertThat(now(task).officer()).isEqualTo(second);
		});
		Draw draw = tasks.draws(task.id()).getLast();
		assertThat(draw.eligible()).containsExactly(second);
		assertThat(Drawing.replay(secrets.secretFor(draw.day()), draw)).isEqualTo(second);
		assertThat(entry(task)).contains("\"from\":\"" + first + "\"", "\"why\":\"away\"", "\"officer\":\"" + second + "\"");
	}

	@Test
	void whoComesBackInTimeStartsANewBreakAtTheNextLeave() {
		String first = officer();
		Task task = open("reviewer");
		officer();
		registry.changePresence(first, false, TESTS).orThrow();
		registry.changePresence(first, true, TESTS).orThrow();
		sweep(Tasks.BREAK.plusMinutes(1));
		assertThat(now(task).officer()).isEqualTo(first);
		assertThat(staff.absentSince(clock.instant().plus(Duration.ofDays(1)))).doesNotContain(first);
	}

	@Test
	void aClosedAccountLosesItsTasksAtOnce() {
		String first = officer();
		Task task = open("reviewer");
		String second = officer();
		registry.changeActive(first, false, TESTS).orThrow();
		await().untilAsserted(() -> {
			sweep(Duration.ZERO);
			assertThat(now(task).officer()).isEqualTo(second);
		});
		assertThat(entry(task)).contains("\"why\":\"unable\"");
		Writes writes = new Writes();
		tasks.turn(new Tasks.Ending(task.id(), first, "granted"), List.of(), List.of(), writes);
		Optional<Refusal> late = transaction.execute(t -> writes.send(operations));
		assertThat(late).as("decided by who was sent away").contains(Refusal.of("task.not-yours"));
	}

	@Test
	void aDeclaredConflictPassesTheTaskOnAtOnceAndKeepsTheNextOnesAway() {
		String first = officer();
		Task task = open("reviewer");
		assertThat(task.officer()).isEqualTo(first);
		String second = officer();
		conflicts.declare(first, "somebody", Conflicts.Kind.RELATIVE).orThrow();
		assertThat(now(task).officer()).isEqualTo(second);
		assertThat(entry(task)).contains("\"why\":\"conflict\"");
		assertThat(open("reviewer").officer()).isEqualTo(second);
		assertThat(journal.about(first)).extracting(Entry::kind).endsWith("conflict.declared");
		conflicts.withdraw(first, "somebody");
		conflicts.withdraw(first, "somebody");
		assertThat(conflicts.of(first)).isEmpty();
		assertThat(journal.about(first)).extracting(Entry::kind).containsOnlyOnce("conflict.withdrawn");
	}

	@Test
	void whoIsMovedToAnotherUnitLosesTheTasksOfTheOldOneAtOnce() {
		String first = officer();
		Task task = open("reviewer");
		String second = officer();
		registry.move(first, new StaffRegistry.Move(unit, "archive", "decision 214"), TESTS).orThrow();
		await().untilAsserted(() -> {
			sweep(Duration.ZERO);
			assertThat(now(task).officer()).isEqualTo(second);
		});
		assertThat(entry(task)).contains("\"from\":\"" + first + "\"", "\"why\":\"unable\"");
	}

	@Test
	void theHashOfTomorrowStandsInTheJournalBeforeAnybodyIsDrawnWithIt() {
		String tomorrow = secrets.today().plusDays(1).toString();
		assertThat(journal.about(tomorrow)).extracting(Entry::kind).containsExactly("draw.committed");
		assertThat(tasks.secretOf(secrets.today().plusDays(1)).orElseThrow().secret()).isNull();
	}

	@Test
	void whoLosesTheRoleLosesItsTasksAtOnceAndKeepsTheOthers() {
		String first = officer(Role.REVIEWER, Role.INSPECTOR);
		Task review = open("reviewer");
		Task inspection = open("inspector");
		String second = officer(Role.REVIEWER, Role.INSPECTOR);
		registry.changeRoles(first, Set.of(Role.REVIEWER, Role.INSPECTOR), Set.of(Role.INSPECTOR), TESTS).orThrow();
		await().untilAsserted(() -> {
			sweep(Duration.ZERO);
			assertThat(now(review).officer()).isEqualTo(second);
		});
		assertThat(now(inspection).officer()).isEqualTo(first);
	}

	@Test
	void aTaskThatNobodyElseMayDoWaitsInSightUntilSomebodyComes() {
		String only = officer();
		Task task = open("reviewer");
		registry.changePresence(only, false, TESTS).orThrow();
		await().untilAsserted(() -> {
			sweep(Tasks.BREAK.plusMinutes(1));
			assertThat(now(task).officer()).isNull();
		});
		assertThat(entry(task)).contains("\"from\":\"" + only + "\"", "\"officer\":\"\"");
		assertThat(tasks.waiting()).filteredOn(w -> w.unit().equals(unit)).singleElement()
				.satisfies(w -> assertThat(w.count()).isEqualTo(1)).satisfies(w -> assertThat(w.role()).isEqualTo("reviewer"));
		int draws = tasks.draws(task.id()).size();
		sweep(Tasks.BREAK.plusMinutes(1));
		assertThat(tasks.draws(task.id())).as("no entry for every sweep").hasSize(draws);
		registry.changePresence(only, true, TESTS).orThrow();
		await().untilAsserted(() -> {
			sweep(Duration.ZERO);
			assertThat(now(task).officer()).isEqualTo(only);
		});
		assertThat(entry(task)).contains("\"from\":\"\"", "\"why\":\"waited\"");
	}

	@Test
	void tasksThatNobodyCanDoDoNotHoldUpThoseThatSomebodyCan() {
		IntStream.range(0, 120).forEach(i -> open("registrar"));
		Task task = open("reviewer");
		assertThat(task.officer()).isNull();
		String reviewer = officer();
		await().untilAsserted(() -> {
			sweep(Duration.ZERO);
			assertThat(now(task).officer()).isEqualTo(reviewer);
		});
	}

	@Test
	void theSweepReadsAnIndexAndNotTheTable() {
		List<String> plan = transaction.execute(t -> {
			db.sql("set local enable_seqscan = off").update();
			return db.sql("explain select distinct role, unit, officer from tasks.task where closed_at is null order by role, unit, officer")
					.query(String.class).list();
		});
		assertThat(String.join("\n", plan)).contains("task_holders").doesNotContain("Seq Scan");
	}

	private String officer(Role... roles) {
		Set<Role> given = roles.length == 0 ? Set.of(Role.REVIEWER) : Set.of(roles);
		return registry.add(new NewOfficer("drawn." + UUID.randomUUID().toString().substring(0, 13), "تجربة", "Test", unit, given), TESTS).orThrow()
				.officerId();
	}

	private Task open(String role) {
		NewTask task = new NewTask("test-" + UUID.randomUUID(), "test", "check", 1, role, unit, true, clock.instant().plus(Duration.ofDays(1)),
				"somebody", Set.of());
		Writes writes = new Writes();
		long id = tasks.turn(null, List.of(), List.of(new Tasks.Drawn(task, tasks.draw(task, null))), writes).getFirst();
		transaction.executeWithoutResult(t -> writes.send(operations));
		opened.add(id);
		return tasks.find(id).orElseThrow();
	}

	/** As the sweep would do it after some time. */
	private void sweep(Duration later) {
		InstantSource then = () -> clock.instant().plus(later);
		DrawnTasks drawn = new DrawnTasks(staff, store, secrets, journal, then, centre);
		transaction.executeWithoutResult(t -> drawn.drawAgain());
	}

	private Task now(Task task) {
		return tasks.find(task.id()).orElseThrow();
	}

	private String entry(Task task) {
		Entry last = journal.about(task.caseNumber()).getLast();
		assertThat(last.kind()).isEqualTo("task.drawn");
		return last.facts();
	}
}
