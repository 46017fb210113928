package org.nafidha.procedures;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.kernel.Refusal;

/**
 * Something a capability can do for a procedure, found by name: a register look-up, a charge, the issue of a document.
 * A bean; thread-safe. The engine may call it again with the same {@link Call#key()} after a crash: the second call must
 * have no further effect and give the same answer.
 */
public interface Automation {

	Signature signature();

	Answer run(Call call);

	/** Why it cannot be run in this release, in words for the citizen; then no case of a procedure that needs it is opened. */
	default Optional<LocalizedText> notYet() {
		return Optional.empty();
	}

	/**
	 * What a procedure may rely on; checked before publication.
	 *
	 * @param name {@code module.verb}
	 * @param inputs names and FEEL types ({@code string, number, boolean, date, context, list}) that must be given
	 * @param outputs names and FEEL types that are present after any {@link Answer.Done}
	 * @param outcomes every outcome it can end with
	 * @param timing whether it may run inside the transition's transaction
	 */
	record Signature(String name, Map<String, String> inputs, Map<String, String> outputs, Set<String> outcomes, Timing timing) {
	}

	/** IN_TRANSACTION: local, quick (a few statements), same database. AFTER_COMMIT: slow or outside; run once the transition is durable. */
	enum Timing {
		IN_TRANSACTION, AFTER_COMMIT
	}

	/**
	 * One call.
	 *
	 * @param key idempotency key: case number, step and visit
	 * @param step the step of the procedure that calls
	 * @param definition the procedure (id and version), whose texts, fees and templates the automation may read
	 * @param inputs as the step gives them
	 * @param data every value the case knows (applicant, inputs, evidence, outputs of earlier steps)
	 */
	record Call(String key, String caseNumber, String step, Procedure definition, CaseApplicant applicant, Map<String, Object> inputs,
			Map<String, Object> data) {

		/** How old an answer may be, in days, to be used again instead of asking anew: as the procedure says of this evidence; 0: always ask. */
		public int validForDays() {
			String evidence = step.substring(step.indexOf('.') + 1);
			return definition.evidence().stream().filter(item -> item.id().equals(evidence)).findFirst().map(Procedure.Evidence::validForDays)
					.orElse(0);
		}
	}

	/** Who asks, and for whom if not for themselves. The person id is identity's. */
	record CaseApplicant(String personId, @Nullable String actsFor) {
	}

	sealed interface Answer {

		/** Finished: the outcome leads on, the outputs join the case's data under the step's name. */
		record Done(String outcome, Map<String, Object> outputs) implements Answer {
		}

		/** Will be finished later by {@code Cases.completeAutomation}; until then the step stays open. */
		record Waiting(Map<String, Object> outputs) implements Answer {
		}

		/** Cannot be done for a reason the applicant or officer can act on. The transition that led here is refused. */
		record Refused(Refusal refusal) implements Answer {
		}
	}
}
