package org.nafidha.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nafidha.identity.Officer;
import org.nafidha.identity.Role;
import org.nafidha.identity.SignedIn;
import org.nafidha.identity.StaffRegistry;
import org.nafidha.identity.StaffRegistry.Move;
import org.nafidha.identity.StaffRegistry.NewOfficer;
import org.nafidha.journal.Entry;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Result;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What administrators do to an account, also when two of them do it at the same moment. */
@CentreTest
class StaffOfficeTests {

	private static final SignedIn.Staff ONE = new SignedIn.Staff("office-tests-one", Set.of(Role.ADMINISTRATOR));
	private static final SignedIn.Staff OTHER = new SignedIn.Staff("office-tests-other", Set.of(Role.ADMINISTRATOR));

	@Autowired
	StaffRegistry registry;
	@Autowired
	Journal journal;

	private String officer;

	@BeforeEach
	void addAnOfficer() {
		String username = "office." + UUID.randomUUID().toString().substring(0, 8);
		officer = registry.add(new NewOfficer(username, "تجربة", "Test", "archive", Set.of(Role.REVIEWER)), ONE).orThrow().officerId();
	}

	@Test
	void ofTwoAdministratorsWhoChangeTheRolesAtTheSameMomentTheSecondIsToldWhatHappened() throws Exception {
		Set<Role> seen = Set.of(Role.REVIEWER);
		for (int round = 0; round < 10; round++) {
			Set<Role> before = now().roles();
			List<Result<Officer>> both = together(() -> registry.changeRoles(officer, before, Set.of(Role.HEAD, Role.REVIEWER), ONE),
					() -> registry.changeRoles(officer, before, Set.of(Role.INSPECTOR), OTHER));
			assertThat(both.stream().filter(result -> result instanceof Result.Ok)).hasSize(1);
			assertThat(both.stream().filter(result -> result instanceof Result.Refused).map(StaffOfficeTests::refusal))
					.containsExactly("staff.changed");
			assertThat(now().roles()).isIn(Set.of(Role.HEAD, Role.REVIEWER), Set.of(Role.INSPECTOR));
			registry.changeRoles(officer, now().roles(), seen, ONE).orThrow();
		}
	}

	@Test
	void rolesThatAreAsWantedAlreadyAreNoRefusalAndNoEntry() {
		int written = journal.about(officer).size();
		assertThat(registry.changeRoles(officer, Set.of(Role.CLERK), Set.of(Role.REVIEWER), ONE)).isInstanceOf(Result.Ok.class);
		assertThat(journal.about(officer)).hasSize(written);
	}

	@Test
	void anOfficerIsMovedAndTheJournalSaysFromWhereToWhereAndWhy() {
		Officer moved = registry.move(officer, new Move("archive", "finance", "  decision 214 "), ONE).orThrow();
		assertThat(moved.unit()).isEqualTo("finance");
		Entry entry = journal.about(officer).getLast();
		assertThat(entry.kind()).isEqualTo("officer.moved");
		assertThat(entry.actor()).isEqualTo(ONE.actor().text());
		assertThat(entry.facts()).isEqualTo("{\"from\":\"archive\",\"to\":\"finance\",\"why\":\"decision 214\"}");
	}

	@Test
	void aMoveNeedsAReasonAnotherUnitAndSomebodyElse() {
		assertThat(refusal(registry.move(officer, new Move("archive", "finance", " x "), ONE))).isEqualTo("staff.move.why");
		assertThat(refusal(registry.move(officer, new Move("archive", "finance", "x".repeat(301)), ONE))).isEqualTo("staff.move.why");
		assertThat(refusal(registry.move(officer, new Move("archive", "", "decision"), ONE))).isEqualTo("staff.unit.unknown");
		assertThat(refusal(registry.move(officer, new Move("archive", "no/where", "decision"), ONE))).isEqualTo("staff.unit.unknown");
		assertThat(refusal(registry.move(officer, new Move("archive", "archive", "decision"), ONE))).isEqualTo("staff.unit.same");
		SignedIn.Staff self = new SignedIn.Staff(officer, Set.of(Role.ADMINISTRATOR));
		assertThat(refusal(registry.move(officer, new Move("archive", "finance", "decision"), self))).isEqualTo("staff.not-yourself");
		assertThat(now().unit()).isEqualTo("archive");
		assertThat(journal.about(officer)).extracting(Entry::kind).doesNotContain("officer.moved");
	}

	@Test
	void ofTwoMovesAtTheSameMomentTheSecondIsToldWhatHappened() throws Exception {
		List<Result<Officer>> both = together(() -> registry.move(officer, new Move("archive", "finance", "decision 1"), ONE),
				() -> registry.move(officer, new Move("archive", "social", "decision 2"), OTHER));
		assertThat(both.stream().filter(result -> result instanceof Result.Refused).map(StaffOfficeTests::refusal)).containsExactly("staff.changed");
		assertThat(journal.about(officer).stream().filter(entry -> entry.kind().equals("officer.moved"))).hasSize(1);
	}

	private static List<Result<Officer>> together(Callable<Result<Officer>> first, Callable<Result<Officer>> second) throws Exception {
		CyclicBarrier start = new CyclicBarrier(2);
		List<Callable<Result<Officer>>> both = List.of(first, second);
		try (var threads = Executors.newFixedThreadPool(2)) {
			return threads.invokeAll(IntStream.range(0, 2).<Callable<Result<Officer>>>mapToObj(i -> () -> {
				start.await();
				return both.get(i).call();
			}).toList()).stream().map(future -> future.resultNow()).toList();
		}
	}

	private Officer now() {
		return registry.account(officer).orElseThrow().officer();
	}

	private static String refusal(Result<?> result) {
		return ((Result.Refused<?>) result).refusal().code();
	}
}
