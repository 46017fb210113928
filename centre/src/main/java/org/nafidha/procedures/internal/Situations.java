package org.nafidha.procedures.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.procedures.Formula;

/**
 * All situations that a set of formulas can tell apart, where that can be decided: every formula reads only yes/no values, choices,
 * and numbers or texts that it compares with constants. Each situation is data on which the formulas are really evaluated.
 */
final class Situations {

	/** More than this is not tried: then nothing is said. */
	private static final int MOST = 4_096;

	private final List<Map<String, Object>> all;

	private Situations(List<Map<String, Object>> all) {
		this.all = all;
	}

	/** Empty when it cannot be decided. */
	static Optional<Situations> of(List<Formula> formulas, Scope scope) {
		FiniteValues values = new FiniteValues(scope);
		for (Formula formula : formulas) {
			if (!values.read(FeelFormula.of(formula).expression())) {
				return Optional.empty();
			}
		}
		if (values.readsAWholeAndItsPart()) {
			return Optional.empty();
		}
		List<Map<String, Object>> situations = new ArrayList<>(List.of(Map.of()));
		for (Map.Entry<String, List<@Nullable Object>> variable : values.byPath().entrySet()) {
			if (situations.size() * (long) variable.getValue().size() > MOST) {
				return Optional.empty();
			}
			situations = times(situations, variable.getKey(), variable.getValue());
		}
		return Optional.of(new Situations(situations));
	}

	private static List<Map<String, Object>> times(List<Map<String, Object>> situations, String path, List<@Nullable Object> values) {
		List<Map<String, Object>> more = new ArrayList<>();
		for (Map<String, Object> situation : situations) {
			for (Object value : values) {
				Map<String, Object> with = new LinkedHashMap<>(situation);
				if (value != null) {
					with.put(path, value);
				}
				more.add(with);
			}
		}
		return more;
	}

	/** The first situation that satisfies, by path. */
	Optional<Map<String, Object>> find(Predicate<Map<String, Object>> condition) {
		return all.stream().filter(situation -> condition.test(data(situation))).findFirst();
	}

	boolean all(Predicate<Map<String, Object>> condition) {
		return all.stream().allMatch(situation -> condition.test(data(situation)));
	}

	/** The situation as formulas read it: {@code a.b} becomes a map in a map. */
	static Map<String, Object> data(Map<String, Object> situation) {
		Map<String, Object> data = new HashMap<>();
		situation.forEach((path, value) -> {
			String[] parts = path.split("\\.", -1);
			Map<String, Object> at = data;
			for (int i = 0; i < parts.length - 1; i++) {
				@SuppressWarnings("unchecked")
				Map<String, Object> next = (Map<String, Object>) at.computeIfAbsent(parts[i], part -> new HashMap<String, Object>());
				at = next;
			}
			at.put(parts[parts.length - 1], value);
		});
		return data;
	}

	static LocalizedText words(Map<String, Object> situation, Words words) {
		if (situation.isEmpty()) {
			return words.of("procedures.situation.any");
		}
		List<String> parts = new ArrayList<>();
		situation.forEach((path, value) -> parts.add(path + " = " + (value instanceof String ? "\"" + value + "\"" : value)));
		return Words.both(String.join(", ", parts));
	}
}
