package org.nafidha.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nafidha.calendar.WorkingCalendar;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Decision;
import org.nafidha.cases.OpenCase;
import org.nafidha.cases.Visit;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Finding;
import org.nafidha.procedures.LoadedProcedure;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.procedures.ProcedureChecks;
import org.nafidha.procedures.ProcedureLoader;
import org.nafidha.procedures.Procedures;
import org.nafidha.procedures.Step;
import org.nafidha.tasks.Task;
import org.nafidha.tasks.Tasks;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The checker against the engine, on procedures made by chance: what is sound never gets stuck, and what is not never passes. */
@CentreTest
class GeneratedProceduresTests {

	private static final int PROCEDURES = 60;
	private static final int CASES_EACH = 4;
	private static final int MOST_ACTS = 300;

	@Autowired
	ProcedureLoader loader;
	@Autowired
	ProcedureChecks checks;
	@Autowired
	CaseStore store;
	@Autowired
	Admission admission;
	@Autowired
	Places places;
	@Autowired
	Walker walker;
	@Autowired
	WorkingCalendar calendar;
	@Autowired
	ActContext context;
	@Autowired
	Tasks tasks;
	@Autowired
	JdbcClient db;
	@Autowired
	Automations automations;
	@Autowired
	InstantSource clock;
	@Autowired
	ObjectProvider<Moves> anyMoves;

	private final Actor.Citizen person = new Actor.Citizen(UUID.randomUUID().toString());
	private final long seed = System.nanoTime();
	private final SplittableRandom random = new SplittableRandom(seed);

	@Test
	void whatIsSoundByConstructionPassesAndEveryCaseOfItEnds() {
		for (int i = 0; i < PROCEDURES; i++) {
			String text = RandomProcedure.sound(random);
			assertThat(findings(text)).as("seed %d\n%s", seed, text).isEmpty();
			everyCaseEnds(text);
		}
	}

	@Test
	void staysOfOneActKeepTheirOrderWhenTheyAreReadAgain() {
		for (int i = 0; i < CASES_EACH; i++) {
			everyCaseEnds(RandomProcedure.passingTwoConsultations());
		}
	}

	@Test
	void whatIsSpoiltNeverPasses() {
		for (int i = 0; i < PROCEDURES * 4; i++) {
			int how = i % RandomProcedure.WAYS_TO_BREAK;
			String text = RandomProcedure.broken(random, how);
			assertThat(findings(text)).as("seed %d, way %d\n%s", seed, how, text).isNotEmpty();
		}
	}

	@Test
	void whateverPassesNeverGetsStuck() {
		int passed = 0;
		for (int i = 0; i < PROCEDURES * 20; i++) {
			String text = RandomProcedure.any(random);
			if (findings(text).isEmpty()) {
				passed++;
				everyCaseEnds(text);
			}
		}
		System.out.println("seed " + seed + ": " + passed + " of " + PROCEDURES * 20 + " passed");
		assertThat(passed).as("procedures that lead anywhere and pass; seed %d", seed).isPositive();
	}

	private List<String> findings(String text) {
		return switch (loader.load("chance.yaml", text)) {
			case LoadedProcedure.Loaded(Procedure procedure) -> checks.check(procedure).stream().filter(f -> f.kind() != Finding.Kind.STAFFING)
					.map(Finding::code).toList();
			case LoadedProcedure.Faulty(String name, List<Finding> findings) -> findings.stream().map(Finding::code).toList();
		};
	}

	private void everyCaseEnds(String text) {
		Procedure procedure = ((LoadedProcedure.Loaded) loader.load("chance.yaml", text)).procedure();
		Procedures only = new Only(procedure);
		Walker alone = new Walker(walker.walk(), walker.tasks(), walker.writer(), new Afterwards(idle(only), walker.afterwards().events()),
				walker.reopening(), walker.db());
		Moves moves = new Moves(only, store, admission, places, alone, context);
		Opener opener = new Opener(only, store, admission, alone, calendar, context);
		for (int n = 0; n < CASES_EACH; n++) {
			String way = List.of("a", "b", "c").get(random.nextInt(3));
			CaseFile file = opener.open(new OpenCase(UUID.randomUUID().toString(), procedure.id(), Channel.COUNTER, person.personId(), null,
					Map.of("way", way), person)).orThrow();
			List<String> did = new ArrayList<>();
			while (!file.ended()) {
				assertThat(did).as("seed %d, %s\n%s", seed, did, text).hasSizeLessThan(MOST_ACTS);
				Optional<CaseFile> next = act(file, procedure, moves, did);
				assertThat(next).as("stuck at %s after %s; seed %d\n%s", file.openVisits(), did, seed, text).isPresent();
				file = next.get();
			}
			assertThat(file.openVisits()).as("left open at the end; seed %d\n%s", seed, text).isEmpty();
			assertThat(store.find(file.number())).contains(file);
		}
	}

	/** Runs nothing: here the test itself is every agency. */
	private AutomationRunner idle(Procedures only) {
		return new AutomationRunner(db, store, only, automations, clock, anyMoves) {
			@Override
			void kick(String caseNumber) {
				// the test answers
			}
		};
	}

	/** Whatever can be done now, tried in any order; empty when nothing can. */
	private Optional<CaseFile> act(CaseFile file, Procedure procedure, Moves moves, List<String> did) {
		List<Visit> open = new ArrayList<>(file.openVisits());
		Collections.shuffle(open, new Random(random.nextLong()));
		for (Visit visit : open) {
			List<String> outcomes = new ArrayList<>(outcomes(procedure.step(visit.step())));
			Collections.shuffle(outcomes, new Random(random.nextLong()));
			for (String outcome : outcomes) {
				if (end(file, visit, outcome, procedure, moves) instanceof Result.Ok<CaseFile>(CaseFile after)) {
					did.add(visit.step() + ":" + outcome);
					return Optional.of(after);
				}
			}
		}
		return Optional.empty();
	}

	private static List<String> outcomes(@org.jspecify.annotations.Nullable Step step) {
		return switch (step) {
			case Step.Review review -> review.outcomes().stream().map(Step.Outcome::id).toList();
			case Step.Correction correction -> List.of("corrected", "lapsed");
			case Step.Wait wait -> List.copyOf(wait.then().keySet());
			case Step.Fetch fetch -> List.of("lapsed");
			case Step.Automated asked when asked.then().isEmpty() -> List.of(Step.Fetch.ANSWERED, "refused");
			case Step.Automated automated -> List.copyOf(automated.then().keySet());
			case null, default -> List.of();
		};
	}

	private Result<CaseFile> end(CaseFile file, Visit visit, String outcome, Procedure procedure, Moves moves) {
		Actor machine = new Actor.System("test");
		if (procedure.step(visit.step()) instanceof Step.Review) {
			Task task = tasks.find(Optional.ofNullable(visit.task()).orElseThrow()).orElseThrow();
			return moves.decide(
					new Decision(UUID.randomUUID().toString(), task.id(), new Actor.Officer(String.valueOf(task.officer())), outcome, "because",
							null, null));
		}
		return outcome.equals("corrected")
				? moves.correct(UUID.randomUUID().toString(), file.number(), Map.of("way", List.of("a", "b", "c").get(random.nextInt(3))), List.of(),
						person)
				: moves.complete(VisitKey.parse(visit.key()), outcome, Map.of(), machine);
	}

	/** A city with one procedure. */
	private record Only(Procedure procedure) implements Procedures {

		@Override
		public List<Procedure> current() {
			return List.of(procedure);
		}

		@Override
		public Optional<Procedure> current(String id) {
			return Optional.of(procedure);
		}

		@Override
		public Optional<Procedure> version(String id, int version) {
			return Optional.of(procedure);
		}
	}
}
