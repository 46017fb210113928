package org.nafidha.cases.internal;

import java.util.Map;
import java.util.Optional;
import org.nafidha.kernel.Refusal;
import org.nafidha.procedures.Automation;
import org.nafidha.procedures.Automation.Answer;
import org.nafidha.procedures.Automation.CaseApplicant;
import org.nafidha.procedures.Procedure.Evidence;
import org.springframework.stereotype.Component;

/** Fetches what the city itself holds, in the order of the procedure, so that later items may build on earlier ones. */
@Component
class EvidenceFetch {

	private final Automations automations;

	EvidenceFetch(Automations automations) {
		this.automations = automations;
	}

	/** Takes away what was asked of another body for answers that were corrected since: it speaks of something else. */
	static void forgetStale(Transition t) {
		for (Evidence item : t.procedure.evidence()) {
			if (t.procedure.fetchedLater(item.id()) && !Walk.values(item.inputs(), t.before.data()).equals(Walk.values(item.inputs(), t.data))) {
				t.forget(item.id());
			}
		}
	}

	/**
	 * Adds each item to the case's data under its id, and takes away what an earlier fetch left there if its condition no longer holds: an
	 * officer must not decide on evidence for answers that were corrected since. A refusal stops the transition.
	 */
	Optional<Refusal> fetch(Transition t) {
		for (Evidence item : t.procedure.evidence()) {
			if (item.automation() == null || t.procedure.fetchedLater(item.id())) {
				continue;
			}
			if (item.when() != null && !Boolean.TRUE.equals(item.when().evaluate(t.data))) {
				t.forget(item.id());
				continue;
			}
			Automation.Call call = new Automation.Call(t.before.number() + "/evidence/" + item.id() + "/" + t.before.revision(), t.before.number(),
					item.id(), t.procedure, new CaseApplicant(t.before.personId(), t.before.actsFor()), Walk.values(item.inputs(), t.data), t.data);
			switch (automations.named(item.automation()).run(call)) {
				case Answer.Done(String outcome, Map<String, Object> outputs) -> t.learn(item.id(), outputs);
				case Answer.Refused(Refusal refusal) -> {
					return Optional.of(refusal);
				}
				case Answer.Waiting waiting -> throw new IllegalStateException(item.automation() + " cannot be awaited as evidence");
			}
		}
		return Optional.empty();
	}
}
