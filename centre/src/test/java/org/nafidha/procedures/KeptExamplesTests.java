package org.nafidha.procedures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Drafts.Kept;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Examples go with a draft from version to version, and whoever changes how one goes says so. */
@CentreTest
class KeptExamplesTests extends TwoEngineers {

	@Autowired
	Examples examples;
	@Autowired
	ProcedureLoader loader;

	@Test
	void anExampleWithAFeeOfManyDigitsIsReadAsItWasWrittenAndOneTooLongIsRefused() {
		Draft draft = ready("digits");
		BigDecimal third = new BigDecimal("33.333333333333333333333333333333333");
		Example example = example("third", "grant", "end-granted")
				.expecting(new Trial.Expected(List.of("check:grant"), Map.of("third", third), "end-granted"));
		drafts.keep(draft.id(), example, ONE).orThrow();
		assertThat(drafts.examples(draft.id())).extracting(kept -> kept.example().expected().fees().get("third")).containsExactly(third);
		Example endless = example.expecting(new Trial.Expected(Collections.nCopies(4_000, "check:grant"), Map.of(), "end-granted"));
		assertThat(code(drafts.keep(draft.id(), endless, ONE))).isEqualTo("example.too-long");
	}

	@Test
	void anExampleThatEndsDifferentlyMustBeAcceptedOneByOne() {
		Draft draft = ready("examples");
		Example granted = example("granted", "grant", "end-granted");
		Example refused = example("refused", "refuse", "end-refused");
		drafts.keep(draft.id(), granted, ONE).orThrow();
		drafts.keep(draft.id(), refused, ONE).orThrow();
		publish(draft);
		assertThat(examples.of(id, 1)).containsExactly(granted, refused);
		Draft next = next(1, "x");
		assertThat(drafts.examples(next.id())).containsExactly(new Kept(granted, null), new Kept(refused, null));
		String turned = next.text().replace("grant: end-granted, refuse: end-refused", "grant: end-granted, refuse: check-again").replace(
				"decisions:",
				"""
						  check-again: { review: { ar: نظرة ثانية, en: A second look }, by: reviewer, unit: technical-affairs/building-control, deadline: 1 working day,
						                 then: { grant: end-granted, refuse: end-refused } }

						decisions:
						  check-again:
						    grant: { ar: موافقة, en: Grant, reasons: { all-met: { ar: مستوفى, en: Met } } }
						    refuse: { ar: رفض, en: Refuse, reasons: { not-met: { ar: غير مستوفى, en: Not met, legal: local-administration } } }
						""");
		Draft changed = drafts.save(next.id(), next.revision(), turned, ONE).orThrow();
		Result<Proposal> proposed = proposals.propose(changed.id(), changed.revision(), "a second look", ONE);
		assertThat(refusal(proposed)).satisfies(refusal -> {
			assertThat(refusal.code()).isEqualTo("proposal.examples");
			assertThat(refusal.values()).containsEntry("names", "refused");
		});
		Procedure procedure = ((LoadedProcedure.Loaded) loader.load("x", turned)).procedure();
		Trial.Expected now = examples.replay(procedure, refused).trial().summary();
		assertThat(now.end()).isEqualTo("open check-again");
		drafts.accept(changed.id(), "refused", now, ONE).orThrow();
		assertThat(drafts.examples(changed.id())).extracting(Kept::acceptedFrom).containsExactly(null, "end-refused");
		publish(changed);
		assertThat(examples.of(id, 2)).containsExactly(granted, refused.expecting(now));
		assertThat(examples.of(id, 1)).as("those of the version before stay").containsExactly(granted, refused);
	}

	private Example example(String name, String outcome, String end) {
		return examples.read("""
				example: %s
				title: { ar: مثال, en: Example }
				opened: 2026-01-11
				channel: counter
				inputs: { subject: x }
				acts: [ { at: check, ends: %s } ]
				expect: { way: ['check:%s'], fees: {}, end: %s }
				""".formatted(name, outcome, outcome, end)).orThrow();
	}
}
