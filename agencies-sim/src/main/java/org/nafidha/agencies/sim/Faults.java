package org.nafidha.agencies.sim;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * What goes wrong.
 *
 * @param mixture what chance brings, from the seed
 * @param always bodies that behave in one way at every question, by their names such as {@code interior}: for them nothing is left to chance
 */
public record Faults(Mixture mixture, Map<String, Behaviour> always) {

	public static final Faults NONE = new Faults(Mixture.NONE, Map.of());

	/** Of a thousand questions so many are treated in each way; all others as usual. */
	public enum Mixture {
		NONE(Map.of()),
		/** What a citizen notices as waiting only. */
		MILD(Map.of(Behaviour.SLOW, 50, Behaviour.DOWN, 20)),
		/** All that has been seen anywhere. */
		WILD(Map.ofEntries(Map.entry(Behaviour.SLOW, 60), Map.entry(Behaviour.DOWN, 30), Map.entry(Behaviour.LATE, 25),
				Map.entry(Behaviour.SILENT, 15), Map.entry(Behaviour.TWICE, 15), Map.entry(Behaviour.DRIPPING, 10), Map.entry(Behaviour.GARBAGE, 10),
				Map.entry(Behaviour.WRONG_TYPES, 10), Map.entry(Behaviour.WRONG_SIGNATURE, 10), Map.entry(Behaviour.OTHER_PERSON, 10),
				Map.entry(Behaviour.HUGE, 5)));

		private final Map<Behaviour, Integer> perThousand;

		Mixture(Map<Behaviour, Integer> perThousand) {
			this.perThousand = perThousand;
		}

		static Mixture of(String word) {
			return Arrays.stream(values()).filter(one -> one.name().equals(word.toUpperCase(Locale.ROOT))).findFirst()
					.orElseThrow(() -> new IllegalArgumentException("--faults is none, mild or wild, not '" + word + "'"));
		}

		/** @param roll 0 to 999 */
		Behaviour at(int roll) {
			int upTo = 0;
			for (Behaviour behaviour : Behaviour.values()) {
				upTo += perThousand.getOrDefault(behaviour, 0);
				if (roll < upTo) {
					return behaviour;
				}
			}
			return Behaviour.USUAL;
		}
	}

	public Faults {
		always = Map.copyOf(always);
		always.keySet().forEach(Agency::mustExist);
	}

	/** Chance alone. */
	public static Faults of(Mixture mixture) {
		return new Faults(mixture, Map.of());
	}
}
