package org.nafidha.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Visit;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Finding;
import org.nafidha.procedures.LoadedProcedure;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.ProcedureChecks;
import org.nafidha.procedures.ProcedureLoader;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;

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
	LoneProcedure.Parts parts;

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
		LoneProcedure engine = new LoneProcedure(procedure, parts);
		for (int n = 0; n < CASES_EACH; n++) {
			CaseFile file = engine.open(Map.of("way", way()), person).orThrow();
			List<String> did = new ArrayList<>();
			while (!file.ended()) {
				assertThat(did).as("seed %d, %s\n%s", seed, did, text).hasSizeLessThan(MOST_ACTS);
				Optional<CaseFile> next = act(file, procedure, engine, did);
				assertThat(next).as("stuck at %s after %s; seed %d\n%s", file.openVisits(), did, seed, text).isPresent();
				file = next.get();
			}
			assertThat(file.openVisits()).as("left open at the end; seed %d\n%s", seed, text).isEmpty();
			assertThat(store.find(file.number())).contains(file);
		}
	}

	/** Whatever can be done now, tried in any order; empty when nothing can. */
	private Optional<CaseFile> act(CaseFile file, Procedure procedure, LoneProcedure engine, List<String> did) {
		List<Visit> open = new ArrayList<>(file.openVisits());
		Collections.shuffle(open, new Random(random.nextLong()));
		for (Visit visit : open) {
			List<String> outcomes = new ArrayList<>(LoneProcedure.outcomes(procedure.step(visit.step())));
			Collections.shuffle(outcomes, new Random(random.nextLong()));
			for (String outcome : outcomes) {
				if (engine.end(visit, outcome, Map.of("way", way()), person) instanceof Result.Ok<CaseFile>(CaseFile after)) {
					did.add(visit.step() + ":" + outcome);
					return Optional.of(after);
				}
			}
		}
		return Optional.empty();
	}

	private String way() {
		return List.of("a", "b", "c").get(random.nextInt(3));
	}
}
