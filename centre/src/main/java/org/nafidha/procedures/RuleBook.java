package org.nafidha.procedures;

import java.util.Optional;

/** The city's lists and decision tables. Procedures read them by the automations {@code lists.<id>} and {@code tables.<id>}. Thread-safe. */
public interface RuleBook {

	Optional<CodeList> list(String id);

	Optional<DecisionTable> table(String id);
}
