package org.nafidha.cases.internal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nafidha.cases.FieldMark;
import org.nafidha.kernel.Refusal;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedure.Evidence;
import org.nafidha.procedures.Procedure.Input;
import org.nafidha.procedures.Step;

/** What an officer marks when sending a case back. */
final class Marks {

	private Marks() {
	}

	/** Keeps the marks for the transition, if the outcome leads to the applicant; blank ones are none. */
	static Optional<Refusal> take(Transition t, Step.Outcome outcome, Map<String, String> marks) {
		Map<String, String> words = new TreeMap<>();
		marks.forEach((field, word) -> {
			if (!word.isBlank()) {
				words.put(field, word.strip());
			}
		});
		if (words.isEmpty() || !(t.procedure.step(outcome.to()) instanceof Step.Correction)) {
			return Optional.empty();
		}
		Set<String> known = asked(t.procedure);
		for (Map.Entry<String, String> mark : words.entrySet()) {
			if (!known.contains(mark.getKey())) {
				return Optional.of(Refusal.of("mark.unknown", "field", mark.getKey()));
			}
			if (mark.getValue().length() > FieldMark.LONGEST) {
				return Optional.of(Refusal.of("mark.too-long", Map.of("field", mark.getKey(), "max", Integer.toString(FieldMark.LONGEST))));
			}
		}
		t.marks = words;
		t.facts.put("marked", words.keySet().stream().toList());
		return Optional.empty();
	}

	private static Set<String> asked(Procedure procedure) {
		Stream<String> papers = procedure.evidence().stream().filter(item -> item.fromCitizen() || item.orCitizen()).map(Evidence::id);
		return Stream.concat(procedure.inputs().stream().map(Input::id), papers).collect(Collectors.toSet());
	}
}
