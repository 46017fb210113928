package org.nafidha.procedures.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nafidha.procedures.Finding;
import org.nafidha.procedures.LoadedProcedure.Loaded;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.ProcedureChecks;
import org.nafidha.procedures.ProcedureLoader;
import org.nafidha.procedures.internal.BundledFiles.BundledFile;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Nothing is found wrong with the procedures that come with the product: with the house's own automations, templates and staff. */
@CentreTest
class BundledProceduresTests {

	/** What a person who publishes may have to wait for the checks of one procedure. */
	private static final long MOST_MILLIS = 100;
	private static final int REPEATS = 5;

	@Autowired
	ProcedureLoader loader;
	@Autowired
	ProcedureChecks checks;

	/** What the product ships; tests put procedures of their own beside it. */
	private static List<BundledFile> files() {
		return BundledFiles.all().stream().filter(file -> !file.name().startsWith("test-")).toList();
	}

	@Test
	void everyBundledProcedureIsSound() {
		assertThat(files()).hasSizeGreaterThanOrEqualTo(5)
				.allSatisfy(file -> assertThat(House.english(checks.check(file.name(), file.text()))).as(file.name()).isEmpty());
	}

	@Test
	void theChecksOfEachTakeLessThanATenthOfASecond() {
		for (BundledFile file : files()) {
			Procedure procedure = ((Loaded) loader.load(file.name(), file.text())).procedure();
			long best = Long.MAX_VALUE;
			for (int i = 0; i < REPEATS; i++) {
				long start = System.nanoTime();
				List<Finding> findings = checks.check(procedure);
				best = Math.min(best, System.nanoTime() - start);
				assertThat(findings).isEmpty();
			}
			System.out.printf("%s: %d steps, checked in %.1f ms%n", file.name(), procedure.steps().size(), best / 1e6);
			assertThat(best / 1_000_000).as(file.name()).isLessThan(MOST_MILLIS);
		}
	}
}
