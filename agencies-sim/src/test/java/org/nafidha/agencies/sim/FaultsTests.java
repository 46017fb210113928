package org.nafidha.agencies.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nafidha.agencies.sim.Faults.Mixture;
import org.nafidha.agencies.sim.Moods.Mood;

/** What goes wrong follows from the seed, body by body, and goes wrong as seldom as it does outside. */
class FaultsTests {

	private static final Agency REGISTRY = Agency.ALL.getFirst();
	private static final Agency INTERIOR = Agency.ALL.get(1);
	private static final Instant HOUR = Instant.parse("2026-11-26T10:00:00Z");

	private long seed;

	@BeforeEach
	void anotherSeedEachTime() {
		seed = ThreadLocalRandom.current().nextLong(1_000_000_000);
		System.out.println("seed " + seed);
	}

	@Test
	void theSameSeedGivesEachBodyTheSameSequenceWhateverOthersAreAsked() {
		Moods alone = moods(Mixture.WILD, seed);
		List<Mood> sequence = drawn(alone, INTERIOR, 500);
		Moods among = moods(Mixture.WILD, seed);
		List<Mood> again = IntStream.range(0, 500).mapToObj(i -> {
			among.next(REGISTRY);
			return among.next(INTERIOR);
		}).toList();
		assertThat(again).isEqualTo(sequence);
		assertThat(drawn(moods(Mixture.WILD, seed), REGISTRY, 500)).as("another body").isNotEqualTo(sequence);
		assertThat(drawn(moods(Mixture.WILD, seed + 1), INTERIOR, 500)).as("another seed").isNotEqualTo(sequence);
	}

	@Test
	void mostAnswersAreUsualAndEverythingThatWasEverSeenComesUp() {
		Map<Behaviour, Double> wild = perThousand(Mixture.WILD);
		assertThat(wild.getOrDefault(Behaviour.USUAL, 0.0)).isCloseTo(800, within(30.0));
		assertThat(wild).as("who refuses is no matter of chance").containsOnlyKeys(
				Stream.of(Behaviour.values()).filter(one -> one != Behaviour.REFUSED).toArray(Behaviour[]::new));
	}

	@Test
	void mildFaultsAreWaitingOnly() {
		Map<Behaviour, Double> mild = perThousand(Mixture.MILD);
		assertThat(mild).containsOnlyKeys(Behaviour.USUAL, Behaviour.SLOW, Behaviour.DOWN);
		assertThat(mild.getOrDefault(Behaviour.USUAL, 0.0)).isCloseTo(930, within(30.0));
	}

	@Test
	void withoutFaultsNothingIsUnusual() {
		assertThat(perThousand(Mixture.NONE)).containsOnlyKeys(Behaviour.USUAL);
	}

	@Test
	void everyBodyIsAwayForOneMinuteOfEveryHour() {
		for (Agency agency : Agency.ALL) {
			assertThat(IntStream.range(0, 60).filter(minute -> away(agency, minute)).count()).as(agency.path()).isEqualTo(1);
		}
		assertThat(IntStream.range(0, 60).filter(minute -> Agency.ALL.stream().allMatch(agency -> away(agency, minute))).count())
				.as("all at once").isZero();
	}

	@Test
	void oneCanAskWhetherEverybodyWillBeThere() {
		Absences absences = new Absences(seed);
		for (int minute = 0; minute < 60; minute++) {
			Instant from = HOUR.plus(Duration.ofMinutes(minute));
			boolean anybody = Stream.of(from, from.plus(Duration.ofMinutes(1)), from.plus(Duration.ofMinutes(2)))
					.anyMatch(at -> Agency.ALL.stream().anyMatch(agency -> absences.away(agency.member(), at)));
			assertThat(absences.noneWithin(from, Duration.ofMinutes(2))).as("from minute %d", minute).isEqualTo(!anybody);
		}
	}

	@Test
	void slowIsSecondsAndNoDelayIsNone() {
		Options slow = new Options(0, Path.of("unused"), seed, 1, new Faults(Mixture.NONE, Map.of("interior", Behaviour.SLOW)), null);
		assertThat(drawn(new Moods(slow, clock(0)), INTERIOR, 200)).allSatisfy(
				mood -> assertThat(mood.pause()).as("within the centre's patience of 10 s").isBetween(Duration.ofSeconds(2),
						Duration.ofMillis(9_500)));
		assertThat(drawn(moods(Mixture.WILD, seed), INTERIOR, 200)).allSatisfy(mood -> assertThat(mood.pause()).isZero());
	}

	@Test
	void oneInventedPersonInAHundredIsRefusedAndAlwaysTheSame() {
		List<String> refused = refused(Mixture.MILD);
		assertThat(refused).hasSizeBetween(5, 45).isEqualTo(refused(Mixture.MILD));
		assertThat(refused(Mixture.NONE)).isEmpty();
	}

	private List<String> refused(Mixture mixture) {
		Answers answers = new Answers(Options.quick(Path.of("unused"), seed, Faults.of(mixture)), clock(0));
		return IntStream.range(0, 2_000).mapToObj(i -> "0201" + (1_000_000 + i)).filter(number -> {
			Question question = new Question(number, "", "", "", "", REGISTRY.path() + "/person", City.about(number).getBytes());
			return City.json(answers.of(REGISTRY, question, Behaviour.USUAL)).path("outcome").asString("").equals("refused");
		}).toList();
	}

	private boolean away(Agency agency, int minute) {
		Options options = Options.quick(Path.of("unused"), seed, Faults.of(Mixture.MILD));
		return drawn(new Moods(options, clock(minute)), agency, 20).stream().allMatch(mood -> mood.behaviour() == Behaviour.DOWN);
	}

	private Map<Behaviour, Double> perThousand(Mixture mixture) {
		Map<Behaviour, Double> found = new EnumMap<>(Behaviour.class);
		int many = 20_000;
		drawn(moods(mixture, seed), INTERIOR, many).forEach(mood -> found.merge(mood.behaviour(), 1_000.0 / many, Double::sum));
		return found;
	}

	/** In a minute when the interior ministry is there. */
	private Moods moods(Mixture mixture, long of) {
		Options options = Options.quick(Path.of("unused"), of, Faults.of(mixture));
		int minute = IntStream.range(0, 60).filter(
				one -> !drawn(new Moods(options, clock(one)), INTERIOR, 20).stream().allMatch(mood -> mood.behaviour() == Behaviour.DOWN))
				.findFirst().orElseThrow();
		return new Moods(options, clock(minute));
	}

	private static InstantSource clock(int minute) {
		return InstantSource.fixed(HOUR.plusSeconds(60L * minute + 30));
	}

	private static List<Mood> drawn(Moods moods, Agency agency, int many) {
		return IntStream.range(0, many).mapToObj(i -> moods.next(agency)).toList();
	}
}
