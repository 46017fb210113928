package org.nafidha.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.tasks.Task;
import org.nafidha.tasks.Tasks;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Many act at once: outcomes are counted, and exactly one of each kind wins. */
@CentreTest
class ConcurrencyTests {

	private static final int THREADS = 16;

	@Autowired
	Cases cases;
	@Autowired
	Tasks tasks;
	@Autowired
	Journal journal;

	private final String person = UUID.randomUUID().toString();

	@Test
	void ofManyOfficersDecisionsOnOneTaskExactlyOneCountsAndTheOthersAreTold() throws Exception {
		long seed = System.nanoTime();
		System.out.println("seed " + seed);
		SplittableRandom random = new SplittableRandom(seed);
		for (int round = 0; round < 10; round++) {
			CaseFile file = open();
			Task task = tasks.find(file.openVisits().getFirst().task()).orElseThrow();
			List<Callable<Result<CaseFile>>> calls = new ArrayList<>();
			for (int i = 0; i < THREADS; i++) {
				boolean complete = random.nextBoolean();
				calls.add(() -> cases.decide(new Decision(UUID.randomUUID().toString(), task.id(), new Actor.Officer(String.valueOf(task.officer())),
						complete ? "complete" : "incomplete", complete ? "all-there" : "missing", null, null)));
			}
			List<Result<CaseFile>> results = together(calls);
			assertThat(results.stream().filter(Result.Ok.class::isInstance)).hasSize(1);
			assertThat(results.stream().filter(r -> r instanceof Result.Refused<CaseFile> no && no.refusal().code().equals("task.closed")))
					.hasSize(THREADS - 1);
			assertThat(cases.find(file.number()).orElseThrow().revision()).isEqualTo(2);
			assertThat(journal.about(file.number())).hasSize(2);
		}
	}

	@Test
	void aClickRepeatedByManyThreadsOpensOneCase() throws Exception {
		OpenCase request = request("clicked-" + person);
		List<Callable<Result<CaseFile>>> calls = new ArrayList<>();
		for (int i = 0; i < THREADS; i++) {
			calls.add(() -> cases.open(request));
		}
		assertThat(together(calls)).allSatisfy(r -> assertThat(r).isInstanceOf(Result.Ok.class)).extracting(r -> r.orThrow().number())
				.containsOnly(cases.of(person).getFirst().number());
		assertThat(cases.of(person)).hasSize(1);
	}

	@Test
	void aPaymentThatArrivesWhileItsTermLapsesHasOneOutcome() throws Exception {
		for (int round = 0; round < 10; round++) {
			CaseFile file = cases.open(new OpenCase(UUID.randomUUID().toString(), "test-permit", Channel.PORTAL, person, null,
					Map.of("note", "n", "way", "waiting"), new Actor.Citizen(person))).orThrow();
			String key = file.openVisits().getFirst().key();
			List<Callable<Result<CaseFile>>> calls = new ArrayList<>();
			for (int i = 0; i < THREADS; i++) {
				String outcome = i % 2 == 0 ? "done" : "lapsed";
				calls.add(() -> cases.completeAutomation(key, outcome, Map.of(), new Actor.System("test")));
			}
			long accepted = together(calls).stream().filter(Result.Ok.class::isInstance).count();
			assertThat(accepted).as("all callers of the outcome that won, none of the other").isEqualTo(THREADS / 2);
			assertThat(journal.about(file.number())).hasSize(2);
		}
	}

	private CaseFile open() {
		return cases.open(request(UUID.randomUUID().toString())).orThrow();
	}

	private OpenCase request(String key) {
		return new OpenCase(key, "test-permit", Channel.PORTAL, person, null, Map.of("note", "n", "way", "straight"), new Actor.Citizen(person));
	}

	private static <T> List<T> together(List<Callable<T>> calls) throws Exception {
		List<T> results = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
			for (Future<T> result : threads.invokeAll(calls)) {
				results.add(result.get());
			}
		}
		return results;
	}
}
