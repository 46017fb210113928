package org.nafidha.tasks.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nafidha.tasks.Draw;

class DrawingTests {

	private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
	private static final List<String> EIGHT = IntStream.range(0, 8).mapToObj(i -> "officer-" + i).toList();
	private final byte[] secret = new byte[32];

	@Test
	void nobodyIsDrawnWhenNobodyIsEligible() {
		assertThat(draw("1", List.of()).officer()).isNull();
	}

	@Test
	void theOnlyEligibleOfficerIsDrawn() {
		assertThat(draw("1", List.of("a")).officer()).isEqualTo("a");
	}

	@Test
	void theLessLoadedOfTwoCandidatesWins() {
		Draw draw = Drawing.draw(secret, DAY, "1", List.of("a", "b"), officer -> officer.equals("a") ? 5 : 2);
		assertThat(draw.officer()).isEqualTo("b");
		assertThat(draw.loads()).containsEntry("a", 5).containsEntry("b", 2);
	}

	@Test
	void overManyEqualDrawsEverybodyIsDrawnAboutEquallyOften() {
		Map<String, Integer> times = new HashMap<>();
		IntStream.range(0, 16_000).forEach(i -> times.merge(draw("case-" + i, EIGHT).officer(), 1, Integer::sum));
		assertThat(times).hasSize(8);
		assertThat(times.values()).allSatisfy(n -> assertThat(n).isBetween(1_800, 2_200));
	}

	@Test
	void anotherSecretDrawsOtherwise() {
		byte[] other = new byte[32];
		other[0] = 1;
		long same = IntStream.range(0, 1_000)
				.filter(i -> draw("c" + i, EIGHT).officer().equals(Drawing.draw(other, DAY, "c" + i, EIGHT, o -> 0).officer()))
				.count();
		assertThat(same).isBetween(60L, 200L);
	}

	@Test
	void aReplayNamesTheSameOfficerAndAForgedDrawIsFound() {
		for (int i = 0; i < 500; i++) {
			Draw honest = Drawing.draw(secret, DAY, "c" + i, EIGHT, officer -> officer.hashCode() % 3);
			assertThat(Drawing.replay(secret, honest)).isEqualTo(honest.officer());
			String favourite = EIGHT.stream().filter(o -> !o.equals(honest.officer())).findFirst().orElseThrow();
			Draw forged = new Draw(honest.id(), DAY, honest.eligible(), honest.loads(), favourite);
			assertThat(Drawing.replay(secret, forged)).isNotEqualTo(forged.officer());
		}
	}

	private Draw draw(String id, List<String> eligible) {
		return Drawing.draw(secret, DAY, id, eligible, officer -> 0);
	}
}
