package org.nafidha.office.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.nafidha.platform.Texts;
import org.nafidha.procedures.Automation;
import org.nafidha.procedures.Automation.Signature;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedure.Evidence;
import org.nafidha.procedures.Procedures;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What evidence says reaches the officer: every field of every service's evidence has a word, or is known to be for machines alone. */
@CentreTest
class EvidenceWordsTests {

	/** Names in parts stand whole beside them. */
	private static final Set<String> FOR_MACHINES = Set.of("asOf", "code", "demo", "familyName", "firstName", "group", "known", "reused", "rule",
			"source", "zone");
	/** A field in English beside its Arabic twin. */
	private static final String TWIN = "En";

	@Autowired
	Procedures procedures;
	@Autowired
	List<Automation> automations;
	@Autowired
	Texts texts;

	@Test
	void everyFieldOfEvidenceHasAWordOrIsForMachinesAlone() {
		Map<String, Signature> signatures = automations.stream().map(Automation::signature)
				.collect(Collectors.toMap(Signature::name, Function.identity()));
		Set<String> wordless = new TreeSet<>();
		for (Procedure procedure : procedures.current()) {
			for (Evidence item : procedure.evidence()) {
				if (item.automation() != null && !item.automation().startsWith("test.")) {
					for (String field : signatures.get(item.automation()).outputs().keySet()) {
						if (!FOR_MACHINES.contains(field) && !field.endsWith(TWIN) && !texts.has(Texts.ARABIC, "office.field." + field)) {
							wordless.add(field + " of " + item.automation());
						}
					}
				}
			}
		}
		assertThat(wordless).isEmpty();
	}
}
