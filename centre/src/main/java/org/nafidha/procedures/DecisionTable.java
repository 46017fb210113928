package org.nafidha.procedures;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.LocalizedText;

/**
 * Rules of the city as a table that somebody can read: data, not code, in {@code rules/<id>.yaml}. At most one rule fits any situation (DMN's
 * hit policy "unique"), which is checked when it is read; where none does, {@code otherwise} decides.
 *
 * @param inputs by name, their values with what people call them
 * @param outputs names and FEEL types of what a rule says
 */
public record DecisionTable(String id, LocalizedText title, Map<String, Map<String, LocalizedText>> inputs, Map<String, String> outputs,
		List<Rule> rules, Rule otherwise) {

	/**
	 * @param when the values that it fits, by input; an input that is not named may have any
	 * @param then a value for each output
	 * @param text the rule in words, for the citizen
	 * @param legal the law or decision it stands in
	 */
	public record Rule(String id, Map<String, Set<String>> when, Map<String, Object> then, LocalizedText text, @Nullable LocalizedText legal) {

		public boolean fits(Map<String, String> values) {
			return when.entrySet().stream().allMatch(cell -> cell.getValue().contains(values.getOrDefault(cell.getKey(), "")));
		}
	}

	/** The rule that decides. A value that is not among an input's fits no rule that names the input. */
	public Rule decide(Map<String, String> values) {
		return rules.stream().filter(rule -> rule.fits(values)).findFirst().orElse(otherwise);
	}
}
