package org.nafidha.procedures.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nafidha.procedures.Finding;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.StaffFacts;
import org.nafidha.procedures.internal.BundledFiles.BundledFile;

/** Nothing is found wrong with the procedures that come with the product. */
class BundledProceduresTests {

	private static final StaffFacts STAFF = House.staff(Map.of("registrar temporary-register", 4, "head temporary-register", 2,
			"reviewer technical-affairs/building-control", 4, "inspector technical-affairs/building-control", 4, "inspector sector-services", 2,
			"reviewer sector-services", 2));

	/** What the product ships; tests put procedures of their own beside it. */
	static List<BundledFile> files() {
		return BundledFiles.all().stream().filter(file -> !file.name().startsWith("test-")).toList();
	}

	@ParameterizedTest
	@MethodSource("files")
	void aBundledProcedureIsSound(BundledFile file) {
		long start = System.nanoTime();
		Procedure procedure = House.load(file.text());
		long loaded = System.nanoTime();
		List<Finding> findings = new Checks(House.SIGNATURES, STAFF, House.WORDS).check(procedure);
		System.out.printf("%s: read in %.1f ms, checked in %.1f ms%n", file.name(), (loaded - start) / 1e6, (System.nanoTime() - loaded) / 1e6);
		assertThat(House.english(findings)).isEmpty();
	}
}
