package org.nafidha.register.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nafidha.kernel.Shares;

class CityPlannerTests {

	private static final List<City.Zone> ZONES = Quarters.zones(null);

	@Test
	void theSameSeedMakesTheSameCityAndAnotherSeedAnother() {
		String digest = CityRows.digest(CityPlanner.plan(2026, 400, ZONES));
		assertThat(CityRows.digest(CityPlanner.plan(2026, 400, ZONES))).isEqualTo(digest);
		assertThat(CityRows.digest(CityPlanner.plan(2027, 400, ZONES))).isNotEqualTo(digest);
	}

	@Test
	void everySheetIsWholeAndEverythingHasItsOwnNumber() {
		long seed = System.nanoTime();
		System.out.println("seed " + seed);
		City city = CityPlanner.plan(seed, 3_000, ZONES);
		Set<String> numbers = new HashSet<>();
		Set<String> properties = new HashSet<>();
		assertThat(city.pages()).hasSize(3_000).allSatisfy(page -> {
			assertThat(Shares.areWhole(page.owners().stream().filter(right -> right.endedBy() == null).map(City.Right::shares).toList())).isTrue();
			assertThat(numbers.add(page.number())).isTrue();
			assertThat(properties.add(page.property().toString())).isTrue();
			assertThat(page.entries()).allSatisfy(entry -> assertThat(entry.deed().date()).isBefore(entry.since()));
		});
		assertThat(city.people().stream().map(person -> person.nationalNumber().digits()).distinct()).hasSameSizeAs(city.people());
		assertThat(city.people().stream().map(person -> person.id()).distinct()).hasSameSizeAs(city.people());
	}

	@Test
	void theCityHasTheMixOfARealRegister() {
		City city = CityPlanner.plan(2026, 4_000, ZONES);
		double verified = city.pages().stream().filter(page -> page.verifiedOn() != null).count() / 4_000.0;
		double violations = city.violations().size() / 4_000.0;
		long unclear = city.violations().stream().filter(violation -> violation.unclear()).count();
		assertThat(verified).isBetween(0.82, 0.88);
		assertThat(violations).isBetween(0.06, 0.11);
		assertThat(unclear).isBetween(10L, 120L);
		assertThat(city.pages()).anyMatch(page -> page.owners().stream().anyMatch(right -> right.shares().denominator().bitLength() > 3));
		assertThat(city.pages()).anyMatch(page -> page.property().section() != null && page.property().section().contains("+"));
		assertThat(city.pages()).anyMatch(page -> page.marks().stream().anyMatch(mark -> mark.endedBy() != null));
	}

	@Test
	void aFileOfQuartersAddsItsNamesOnceAndLeavesOutTheNameless(@TempDir Path folder) throws IOException {
		Path file = folder.resolve("quarters.geojson");
		Files.writeString(file, """
				{"features": [
				 {"properties": {"NAME": "aj-Jalloum", "NAME_A": "الجلوم"}},
				 {"properties": {"NAME": "al-Farafra", "NAME_A": "الفرافرة"}},
				 {"properties": {"NAME": "al-Farafra", "NAME_A": "الفرافره"}},
				 {"properties": {"NAME": "al-Besel", "NAME_A": null}}]}""");
		List<City.Zone> zones = Quarters.zones(file.toString());
		assertThat(zones).hasSize(ZONES.size() + 1).startsWith(ZONES.toArray(City.Zone[]::new));
		assertThat(zones.getLast().name().ar()).isEqualTo("الفرافرة");
		assertThat(zones.getLast().code()).isEqualTo(Integer.toString(ZONES.size() + 1));
	}

	@Test
	void aMissingFileOfQuartersLeavesTheBuiltInOnes() {
		assertThat(Quarters.zones("/nowhere/quarters.geojson")).isEqualTo(ZONES).hasSizeGreaterThan(29);
	}
}
